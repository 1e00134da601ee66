package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** The mover of an amendment does not pursue it. */
public record AmendmentWithdrawn(AmendmentId amendment, PaperId paper, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %s withdrawn".formatted(amendment);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
