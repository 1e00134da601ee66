package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The wording that is put to the vote on an item was changed against the paper's. */
public record ProposalChanged(PaperId paper, MeetingId meeting, AgendaItemId item, String fingerprint, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "wording changed for item %s of meeting %s: %s".formatted(item, meeting, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
