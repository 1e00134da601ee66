package de.ratssaal.conference;

/** What one browser tells another one so that they find each other; nobody else reads it. */
public record Signal(LineId from, LineId to, String body) {

    /** Longest one, in characters. */
    public static final int LONGEST = 32_768;
}
