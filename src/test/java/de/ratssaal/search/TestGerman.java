package de.ratssaal.search;

/** German as the application reads it, for tests of other modules. */
public final class TestGerman {

    private static final German READER = new German();

    private TestGerman() {}

    public static German reader() {
        return READER;
    }
}
