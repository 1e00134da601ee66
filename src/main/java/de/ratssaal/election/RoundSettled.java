package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The result of a round was announced. */
public record RoundSettled(
        ElectionId election, MeetingId meeting, RoundId round, CountSheet sheet, RoundOutcome.Next next, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "round %s of election %s: %d in the urn, %d blank, %d invalid, %d no, votes %s; next: %s"
                .formatted(
                        round,
                        election,
                        sheet.inUrn(),
                        sheet.blank(),
                        sheet.invalid(),
                        sheet.no(),
                        sheet.votes(),
                        next);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
