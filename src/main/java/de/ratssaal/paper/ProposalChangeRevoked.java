package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** What is put to the vote on an item is the paper's own wording again. */
public record ProposalChangeRevoked(PaperId paper, MeetingId meeting, AgendaItemId item, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "wording for item %s of meeting %s is the paper's again".formatted(item, meeting);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
