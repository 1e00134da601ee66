package de.ratssaal.packet;

import de.ratssaal.meeting.MeetingId;

/** Addresses of packets. What lies there is shown to whoever may read it. */
public final class PacketLinks {

    private PacketLinks() {}

    /** The packet of a meeting for who is signed in, as far as they may read. An absolute address. */
    public static String own(MeetingId meeting) {
        return "/files/packets/" + meeting + "/own.pdf";
    }

    /** The packet for everybody. An absolute address. */
    public static String forEverybody(MeetingId meeting) {
        return "/files/packets/" + meeting + "/public.pdf";
    }
}
