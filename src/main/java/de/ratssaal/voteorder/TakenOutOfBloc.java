package de.ratssaal.voteorder;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An item is voted on by itself after all. */
public record TakenOutOfBloc(
        MeetingId meeting, AgendaItemId item, @Nullable PersonId objectedBy, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "item %s is voted on by itself, on the objection of %s".formatted(item, objectedBy);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
