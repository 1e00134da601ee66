package de.ratssaal.offline;

import de.ratssaal.meeting.MeetingId;

/**
 * A meeting on a device.
 *
 * @param nonPublic whether anything of it is not for the public
 * @param size in bytes
 */
public record TakenMeeting(MeetingId meeting, boolean nonPublic, long size) {

    public TakenMeeting {
        if (size < 0) {
            throw new IllegalArgumentException("a size of " + size);
        }
    }
}
