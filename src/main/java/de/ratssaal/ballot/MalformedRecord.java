package de.ratssaal.ballot;

import java.util.function.Supplier;

/** A record that is not exactly as the format prescribes. The message names the place and what is wrong there. */
public final class MalformedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRecord(String path, String why) {
        super(path.isEmpty() ? why : path + ": " + why);
    }

    /** Says as well where the whole stands of which a part is wrong. */
    static <T> T within(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MalformedRecord e) {
            throw new MalformedRecord(path, String.valueOf(e.getMessage()));
        }
    }
}
