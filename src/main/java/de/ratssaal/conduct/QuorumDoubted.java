package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody doubts that a meeting has a quorum; its members are called out. */
public record QuorumDoubted(MeetingId meeting, @Nullable PersonId by, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "quorum doubted by %s".formatted(by == null ? "the desk" : by);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
