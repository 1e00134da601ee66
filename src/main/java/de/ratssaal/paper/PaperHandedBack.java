package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The secretariat gave a paper back to its authors. */
public record PaperHandedBack(PaperId paper, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper handed back to its authors";
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
