package de.ratssaal.distribution;

import de.ratssaal.meeting.MeetingId;

/** Addresses of letters and announcements. What lies there is shown to whoever may read it. */
public final class DistributionLinks {

    private DistributionLinks() {}

    /** Invitations to print. An absolute address, for those who convene the meeting. */
    public static String letters(MeetingId meeting) {
        return "/files/letters/" + meeting + "/0.pdf";
    }

    /** What was told after the invitation, to print. An absolute address, for those who convene the meeting. */
    public static String letters(MeetingId meeting, int round) {
        return "/files/letters/" + meeting + "/" + round + ".pdf";
    }

    /** What would be announced now. An absolute address, for those who convene the meeting. */
    public static String preview(MeetingId meeting) {
        return "/files/announcements/" + meeting + "/draft.pdf";
    }

    /** What was announced. An absolute address, for those who convene the meeting. */
    public static String announced(MeetingId meeting, int number) {
        return "/files/announcements/" + meeting + "/" + number + ".pdf";
    }

    /** The announcement for everybody, below the portal. An absolute address. */
    public static String announcement(MeetingId meeting) {
        return "/meetings/" + meeting + "/announcement";
    }
}
