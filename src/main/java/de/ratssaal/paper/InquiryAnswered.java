package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The answer to an inquiry can be read by those who may read the inquiry. */
public record InquiryAnswered(PaperId paper, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "answer to the inquiry released";
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
