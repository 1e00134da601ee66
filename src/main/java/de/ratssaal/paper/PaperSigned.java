package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/**
 * Somebody signed a paper.
 *
 * @param fingerprint of the text that was signed
 */
public record PaperSigned(PaperId paper, PersonId person, String fingerprint, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper signed by person %s, text %s".formatted(person, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
