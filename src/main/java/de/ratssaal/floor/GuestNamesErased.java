package de.ratssaal.floor;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Names of guests who spoke in a meeting were erased. That they spoke stays. */
public record GuestNamesErased(MeetingId meeting, int names, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%d names of guests erased".formatted(names);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
