package de.ratssaal.amendment.ui;

import com.vaadin.flow.router.BeforeEvent;
import java.util.NoSuchElementException;
import java.util.UUID;

/** What a page's address says. */
final class Address {

    static final String AMENDMENT = "amendment";
    static final String PAPER = "paper";
    static final String ITEM = "item";

    private Address() {}

    /** @throws NoSuchElementException if it names nothing: then nothing is there */
    static UUID id(BeforeEvent event, String parameter) {
        var text = event.getRouteParameters().get(parameter).orElse("");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }
}
