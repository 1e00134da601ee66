package de.ratssaal.paper;

import java.util.List;

/**
 * Something without which a paper cannot be released.
 *
 * @param key of the sentence that says what it is
 * @param arguments what the sentence's placeholders stand for
 * @param place where it is to be written, see {@link Places}; empty if it is not written
 */
public record Missing(String key, List<Object> arguments, String place) {

    static Missing at(String place, String key, Object... arguments) {
        return new Missing(key, List.of(arguments), place);
    }
}
