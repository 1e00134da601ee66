package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** Somebody began to write an amendment. */
public record AmendmentDrafted(AmendmentId amendment, PaperId paper, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %s begun".formatted(amendment);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
