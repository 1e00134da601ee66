package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** An amendment was written anew after the paper had changed. */
public record AmendmentRevised(AmendmentId amendment, PaperId paper, int version, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %s written anew for version %d".formatted(amendment, version);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
