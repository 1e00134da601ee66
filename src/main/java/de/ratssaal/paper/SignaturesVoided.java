package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** Signatures hold no longer, because the text was changed or whoever signed took theirs back. */
public record SignaturesVoided(PaperId paper, int signatures, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%d signatures void".formatted(signatures);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
