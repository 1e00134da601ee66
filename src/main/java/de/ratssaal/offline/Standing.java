package de.ratssaal.offline;

import de.ratssaal.meeting.MeetingId;
import java.time.Duration;
import java.util.List;

/** What is to become of the meetings on a device. */
public sealed interface Standing {

    /**
     * It may keep these; whatever else lies on it goes.
     *
     * @param meetings those of the device that its owner may still read as they lie there
     * @param lease how long it may keep them without another contact
     */
    record Stay(List<MeetingId> meetings, Duration lease) implements Standing {

        public Stay {
            meetings = List.copyOf(meetings);
        }
    }

    /** Everything is to be removed. */
    record Remove(RemovalCause cause) implements Standing {}
}
