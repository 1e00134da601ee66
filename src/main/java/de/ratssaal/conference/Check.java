package de.ratssaal.conference;

import java.util.List;

/**
 * What was looked at, and what was found.
 *
 * @param key of the message {@code conference.check.<key>}, which says what was looked at; that of
 *     {@code conference.check.<key>.help} says what to do where it does not work
 * @param details for the message, such as an address; never a secret
 */
public record Check(String key, State state, List<String> details) {

    /** How it is. */
    public enum State {
        OK,
        WARNING,
        FAILING
    }

    public Check {
        if (!key.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)*")) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        details = List.copyOf(details);
    }

    public Check(String key, State state, String... details) {
        this(key, state, List.of(details));
    }
}
