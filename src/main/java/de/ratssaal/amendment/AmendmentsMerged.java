package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;
import java.util.List;

/** Adopted amendments were merged into the text that is put to the vote on an item. */
public record AmendmentsMerged(
        PaperId paper, AgendaItemId item, List<AmendmentId> amendments, String fingerprint, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendments %s merged for item %s: %s".formatted(amendments, item, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
