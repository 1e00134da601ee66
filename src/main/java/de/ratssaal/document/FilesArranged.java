package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** The files of an owner stand in another order. */
public record FilesArranged(FileOwner owner, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "files of %s arranged".formatted(owner);
    }

    @Override
    public String auditSubject() {
        return owner.toString();
    }
}
