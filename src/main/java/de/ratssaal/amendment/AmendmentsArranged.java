package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.paper.PaperId;
import java.time.Instant;
import java.util.List;

/** The chair gave amendments another order than the system proposed. */
public record AmendmentsArranged(PaperId paper, List<AmendmentId> order, String reason, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "amendments arranged: %s (%s)".formatted(order, reason);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
