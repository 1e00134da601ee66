package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * A part of a screen that looks the same to all who see it in their language, and in which nothing can be pressed. It is drawn
 * once and sent to each window as markup: of a meeting that hundreds follow, the server does not draw it hundreds of times.
 */
public final class SameForAll extends Div {

    private static final int KEPT = 32;
    private static final Deque<Drawn> LAST = new ConcurrentLinkedDeque<>();

    private record Drawn(List<Object> basis, String markup) {}

    /**
     * @param what tells kinds of parts apart
     * @param basis all that the content depends on but the language
     */
    public SameForAll(String what, List<?> basis, Supplier<Component> content) {
        addClassName("rs-same-for-all");
        getElement()
                .setProperty("innerHTML", markup(List.of(what, UI.getCurrent().getLocale(), basis), content));
    }

    private static String markup(List<Object> basis, Supplier<Component> content) {
        for (var drawn : LAST) {
            if (drawn.basis.equals(basis)) {
                return drawn.markup;
            }
        }
        var element = content.get().getElement();
        nameSymbols(element);
        var drawn = new Drawn(basis, element.getOuterHTML());
        LAST.addFirst(drawn);
        while (LAST.size() > KEPT) {
            LAST.pollLast();
        }
        return drawn.markup;
    }

    /** Which symbol an icon shows is a property, and properties do not stand in markup. */
    private static void nameSymbols(Element element) {
        var symbol = element.getProperty("symbol");
        if (symbol != null) {
            element.setAttribute("symbol", symbol);
        }
        element.getChildren().filter(it -> !it.isTextNode()).forEach(SameForAll::nameSymbols);
    }
}
