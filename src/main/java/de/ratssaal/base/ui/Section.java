package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a live view that is made anew only when what it shows has changed. While others vote and arrive, a button
 * must not be exchanged under somebody's finger, nor a list closed that somebody reads.
 */
public class Section extends Div {

    private static final String CALM = """
            this.rsShownAt = performance.now();
            if (!this.rsCalm) {
                this.rsCalm = true;
                this.addEventListener('click', event => {
                    if (event.detail > 1 && performance.now() - this.rsShownAt < 500) { event.stopPropagation(); event.preventDefault(); }
                }, true);
            }
            """;

    private @Nullable List<@Nullable Object> shown;
    private boolean calm;

    public Section(String className) {
        addClassName(className);
    }

    /** What is new does not take the second press of a double click, which was not meant for it. */
    public Section calm() {
        calm = true;
        return this;
    }

    /**
     * @param basis all that the content depends on
     * @return whether the content was made anew
     */
    public boolean show(List<@Nullable Object> basis, Supplier<Component> content) {
        if (basis.equals(shown)) {
            return false;
        }
        shown = basis;
        removeAll();
        add(content.get());
        if (calm) {
            getElement().executeJs(CALM);
        }
        return true;
    }
}
