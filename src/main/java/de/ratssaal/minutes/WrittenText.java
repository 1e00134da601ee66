package de.ratssaal.minutes;

/**
 * A text as it is stored.
 *
 * @param version 0 if nobody has written it yet; whoever saves says which version they saw
 */
public record WrittenText(String text, long version) {

    public static final WrittenText NONE = new WrittenText("", 0);
}
