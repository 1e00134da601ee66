package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/**
 * Somebody sat down to write in a paper. What they write in the same sitting is no event of its own; every sitting is kept
 * with what was written in it.
 *
 * @param revision first of the sitting
 */
public record PaperWritten(PaperId paper, int revision, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper written in from revision %d".formatted(revision);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
