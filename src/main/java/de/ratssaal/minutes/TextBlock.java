package de.ratssaal.minutes;

import de.ratssaal.meeting.AgendaItemId;

/**
 * A part of the minutes that the secretariat writes itself.
 *
 * @param name as it is stored: {@code recorder}, {@code intro}, {@code closing} or {@code item/<identifier>}
 */
public record TextBlock(String name) {

    /** Name of who records. */
    public static final TextBlock RECORDER = new TextBlock("recorder");

    /** Before the first item: opening, announcements, changes of the agenda. */
    public static final TextBlock INTRO = new TextBlock("intro");

    /** After the last item. */
    public static final TextBlock CLOSING = new TextBlock("closing");

    /** What was said on an item. */
    public static TextBlock of(AgendaItemId item) {
        return new TextBlock("item/" + item);
    }

    @Override
    public String toString() {
        return name;
    }
}
