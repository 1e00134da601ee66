package de.ratssaal.offline;

import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;

/**
 * A meeting on a device.
 *
 * @param nonPublic whether it was fetched by somebody who might attend all of it, and holds what they might read: not whether
 *     there is anything in it that is not for the public, as all is for guests of an organization that meets in private
 * @param size in bytes
 */
public record TakenMeeting(MeetingId meeting, boolean nonPublic, long size) {

    public TakenMeeting {
        if (size < 0) {
            throw new IllegalArgumentException("a size of " + size);
        }
    }

    /** Whether whoever asks may have it on their device. */
    boolean mayBeKept(Meetings meetings) {
        return meetings.find(meeting).isPresent() && (!nonPublic || meetings.maySeeNonPublic(meeting));
    }
}
