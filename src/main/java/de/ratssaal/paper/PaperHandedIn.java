package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The authors of a paper handed it in: the secretariat sees it from now on. */
public record PaperHandedIn(PaperId paper, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper handed in by its authors";
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
