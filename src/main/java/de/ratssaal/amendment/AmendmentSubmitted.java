package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** An amendment was handed in and got its number. */
public record AmendmentSubmitted(AmendmentId amendment, PaperId paper, int number, String mover, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %d (%s) handed in by %s".formatted(number, amendment, mover);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
