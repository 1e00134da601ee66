package de.ratssaal.meeting;

import de.ratssaal.identity.OrganizationId;

/** Addresses of the meetings' pages below {@code /app}, for links from other modules' views. */
public final class MeetingLinks {

    /** All meetings. */
    public static final String CALENDAR = "meetings";

    /** Planning a new meeting. */
    public static final String PLAN = "meetings/plan";

    private MeetingLinks() {}

    /** A meeting with its agenda and documents. */
    public static String meeting(MeetingId id) {
        return "meetings/" + id;
    }

    /** When, where and how it is to be held. */
    public static String plan(MeetingId id) {
        return PLAN + "/" + id;
    }

    /** What stands on every agenda of an organization. */
    public static String standing(OrganizationId organization) {
        return "meetings/standing/" + organization;
    }

    /** How each member of an organization is invited. */
    public static String channels(OrganizationId organization) {
        return "meetings/channels/" + organization;
    }

    /** Its invitation and the proof of delivery. */
    public static String invitation(MeetingId id) {
        return "meetings/invitation/" + id;
    }

    /** The meeting as it happens, for members and the gallery. */
    public static String room(MeetingId id) {
        return "meetings/live/" + id;
    }

    /** The chair's and the secretariat's desk. */
    public static String desk(MeetingId id) {
        return "meetings/desk/" + id;
    }
}
