package de.ratssaal.organization.ui;

import java.util.NoSuchElementException;
import java.util.UUID;

/** What a page's address says. */
final class Address {

    private Address() {}

    /** @throws NoSuchElementException if it is no identifier: then nothing is there */
    static UUID identifier(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }
}
