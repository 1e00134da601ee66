package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** A file got another title. */
public record FileRenamed(FileId file, FileOwner owner, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "file %s of %s renamed".formatted(file, owner);
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }
}
