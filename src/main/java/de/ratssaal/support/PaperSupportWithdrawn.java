package de.ratssaal.support;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** A member stands behind a motion no more that others brought in as a paper. */
public record PaperSupportWithdrawn(PaperId paper, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper %s supported by person %s no more".formatted(paper, person);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
