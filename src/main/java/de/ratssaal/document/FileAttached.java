package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/**
 * A file was added to its owner. Its name may tell of what is not public, so it is not in the audit log; the hash is.
 *
 * @param size in bytes
 * @param hash SHA-256 in lower-case hexadecimal
 */
public record FileAttached(
        FileId file,
        FileOwner owner,
        FileType type,
        long size,
        String hash,
        FileRole role,
        boolean isPublic,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s file %s (%s, %d bytes, SHA-256 %s, %s) attached to %s"
                .formatted(
                        role == FileRole.MASTER ? "main" : "auxiliary",
                        file,
                        type,
                        size,
                        hash,
                        publicity(isPublic),
                        owner);
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }

    static String publicity(boolean isPublic) {
        return isPublic ? "public" : "non-public";
    }
}
