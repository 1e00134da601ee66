package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** What a teller counted. */
public record CountEntered(
        ElectionId election,
        MeetingId meeting,
        RoundId round,
        int attempt,
        PersonId teller,
        CountSheet sheet,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "count %d of round %s by %s: %d in the urn, %d blank, %d invalid, %d no, votes %s"
                .formatted(
                        attempt,
                        round,
                        teller,
                        sheet.inUrn(),
                        sheet.blank(),
                        sheet.invalid(),
                        sheet.no(),
                        sheet.votes());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
