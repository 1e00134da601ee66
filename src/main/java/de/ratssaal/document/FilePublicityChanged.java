package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** It was decided anew whether everybody may read a file. */
public record FilePublicityChanged(FileId file, FileOwner owner, boolean isPublic, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "file %s of %s made %s".formatted(file, owner, FileAttached.publicity(isPublic));
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }
}
