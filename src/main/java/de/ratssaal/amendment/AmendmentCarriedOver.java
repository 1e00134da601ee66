package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** A paper was released anew, and an amendment to it followed or has to be looked at. */
public record AmendmentCarriedOver(AmendmentId amendment, PaperId paper, int version, boolean toCheck, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendment %s %s version %d"
                .formatted(amendment, toCheck ? "has to be checked against" : "carried over to", version);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
