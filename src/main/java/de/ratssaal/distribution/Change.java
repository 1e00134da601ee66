package de.ratssaal.distribution;

/**
 * Something that is different from what was told or seen before.
 *
 * @param key what it happened to: the identifier of an item, a paper or a file; empty for time and place
 * @param label number of the item it belongs to, such as {@code Ö 4}; empty for time and place
 * @param text what it is now, or was if it is gone; empty if the reader may no longer know
 * @param before what it was before; empty if that is not worth saying
 * @param isPublic whether everybody may know
 */
public record Change(
        What what, Subject subject, String key, String label, String text, String before, boolean isPublic) {

    /** What happened to it. */
    public enum What {
        NEW,
        CHANGED,
        /** An item has another number. */
        RENUMBERED,
        REMOVED
    }
}
