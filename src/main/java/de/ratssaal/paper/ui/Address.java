package de.ratssaal.paper.ui;

import com.vaadin.flow.router.BeforeEvent;
import de.ratssaal.paper.PaperId;
import java.util.NoSuchElementException;
import java.util.UUID;

/** What a page's address says. */
final class Address {

    static final String PAPER = "paper";

    private Address() {}

    /** @throws NoSuchElementException if it names no paper: then nothing is there */
    static PaperId paper(BeforeEvent event) {
        var text = event.getRouteParameters().get(PAPER).orElse("");
        try {
            return new PaperId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }
}
