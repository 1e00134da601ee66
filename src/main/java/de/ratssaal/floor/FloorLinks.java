package de.ratssaal.floor;

import de.ratssaal.meeting.MeetingId;

/** Addresses of this module's pages below {@code /app}. */
public final class FloorLinks {

    private FloorLinks() {}

    /** How much was said by whom in a meeting. */
    public static String figures(MeetingId meeting) {
        return "meetings/speeches/" + meeting;
    }
}
