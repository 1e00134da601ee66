package de.ratssaal.workflow;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperType;
import java.time.Instant;
import java.util.UUID;

/** It was laid down what happens to papers of a kind before they are released. */
public record ProcessDefined(UUID definition, BodyId body, PaperType type, int version, int steps, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return steps == 0
                ? "process of %s in body %s abolished with version %d".formatted(type, body, version)
                : "process of %s in body %s laid down in version %d, %d steps".formatted(type, body, version, steps);
    }

    @Override
    public String auditSubject() {
        return "process-definition/" + definition;
    }
}
