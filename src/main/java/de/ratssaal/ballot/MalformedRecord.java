package de.ratssaal.ballot;

/** A record that is not exactly as the format prescribes. The message names the place and what is wrong there. */
public final class MalformedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRecord(String path, String why) {
        super(path.isEmpty() ? why : path + ": " + why);
    }
}
