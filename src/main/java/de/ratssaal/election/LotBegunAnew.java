package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;

/** A lot begins anew without those who did not open their secret. */
public record LotBegunAnew(
        ElectionId election, MeetingId meeting, LotId lot, int attempt, List<PersonId> withheld, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "lot %s begins anew (%d) without %s".formatted(lot, attempt, withheld);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
