package de.ratssaal.publication;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;

/** A resolution from non-public session was released to the public (R11). */
public record ResolutionReleased(MeetingId meeting, UUID resolution, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "resolution %s from non-public session released to the public: %s".formatted(resolution, reason);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
