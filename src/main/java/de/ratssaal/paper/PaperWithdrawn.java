package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** A paper is no longer deliberated. */
public record PaperWithdrawn(PaperId paper, PaperNumber number, boolean wasReleased, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper %s withdrawn".formatted(number);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
