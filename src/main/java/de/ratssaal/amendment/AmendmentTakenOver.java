package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** The paper's mover made an amendment their own, or does so no longer. */
public record AmendmentTakenOver(AmendmentId amendment, PaperId paper, boolean taken, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %s %s".formatted(amendment, taken ? "taken over" : "no longer taken over");
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
