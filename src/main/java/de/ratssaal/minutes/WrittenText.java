package de.ratssaal.minutes;

/**
 * A text as it is stored.
 *
 * @param by name of who wrote it last; empty if nobody has
 * @param version 0 if nobody has written it yet; whoever saves says which version they saw
 */
public record WrittenText(String text, long version, String by) {

    public static final WrittenText NONE = new WrittenText("", 0, "");
}
