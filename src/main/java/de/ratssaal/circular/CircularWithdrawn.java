package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** A circular resolution ended without a result. */
public record CircularWithdrawn(CircularId circular, String reason, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "circular resolution %s withdrawn: %s".formatted(circular, reason);
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
