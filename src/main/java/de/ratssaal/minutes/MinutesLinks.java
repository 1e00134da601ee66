package de.ratssaal.minutes;

import de.ratssaal.meeting.MeetingId;

/** Addresses of the minutes' pages below {@code /app}, and of their files. */
public final class MinutesLinks {

    private MinutesLinks() {}

    /** The minutes of a meeting: to write for the secretariat, to read for everybody else. */
    public static String minutes(MeetingId meeting) {
        return "meetings/minutes/" + meeting;
    }

    /** The whole version as PDF, for who is signed in and may read it. An absolute address. */
    public static String pdf(MeetingId meeting) {
        return "/api/minutes/" + meeting + "/whole.pdf";
    }

    /** The public version as PDF, for who is signed in. An absolute address. */
    public static String publicPdf(MeetingId meeting) {
        return "/api/minutes/" + meeting + "/public.pdf";
    }

    /** The draft as it would be printed now, for who prepares the meeting. An absolute address. */
    public static String draftPdf(MeetingId meeting) {
        return "/api/minutes/" + meeting + "/draft.pdf";
    }
}
