package de.ratssaal.support;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/**
 * A member stands behind a motion that others brought in as a paper.
 *
 * @param enteredFor whether the secretariat entered it, from a signed sheet
 */
public record PaperSupported(PaperId paper, PersonId person, boolean enteredFor, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper %s supported by person %s%s".formatted(paper, person, enteredFor ? ", entered for them" : "");
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
