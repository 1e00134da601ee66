package de.ratssaal.display;

import de.ratssaal.meeting.MeetingId;
import java.util.UUID;

/** Identifies a screen of a meeting. */
public record ScreenId(UUID value) {

    public static ScreenId next() {
        return new ScreenId(UUID.randomUUID());
    }

    /** The screen that every meeting has. */
    public static ScreenId mainOf(MeetingId meeting) {
        return new ScreenId(meeting.value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
