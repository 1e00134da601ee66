package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** It was noted what became of an amendment on an item. */
public record AmendmentDecided(
        AmendmentId amendment, PaperId paper, AgendaItemId item, AmendmentOutcome outcome, boolean isFinal, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %s on item %s: %s%s".formatted(amendment, item, outcome, isFinal ? "" : ", as advice");
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
