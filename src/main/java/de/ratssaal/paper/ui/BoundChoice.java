package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something of a manuscript that is chosen: a day, an office, a rating.
 *
 * @param <V> what the field holds
 */
class BoundChoice<V> extends Bound {

    private final Component field;
    private final HasValue<?, @Nullable V> value;
    private final Function<String, @Nullable V> reading;
    private boolean showing;

    /**
     * @param reading what the field shows for a text of the manuscript; nothing for the empty text
     * @param writing the text for what was chosen
     */
    <C extends Component & HasValue<?, @Nullable V>> BoundChoice(
            Bench bench, String place, C field, Function<String, @Nullable V> reading, Function<V, String> writing) {
        super(bench, place, field);
        this.field = field;
        this.value = field;
        this.reading = reading;
        show(bench.mine().text(place));
        field.addValueChangeListener(change -> {
            if (!showing) {
                V chosen = field.getValue();
                bench.write(place, chosen == null ? "" : writing.apply(chosen));
            }
        });
    }

    private void show(String text) {
        showing = true;
        try {
            var shown = text.isEmpty() ? null : reading.apply(text);
            if (shown == null) {
                value.clear();
            } else {
                value.setValue(shown);
            }
        } finally {
            showing = false;
        }
    }

    @Override
    public void offer(String text) {
        show(text);
    }

    @Override
    void set(String text) {
        show(text);
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public void stored(String text) {
        // it shows what is stored
    }

    @Override
    void focusField() {
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
