package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file was taken away from its owner. It is kept and no longer listed.
 *
 * @param replacedBy what came in its place
 */
public record FileRemoved(
        FileId file,
        FileOwner owner,
        boolean isPublic,
        @Nullable FileId replacedBy,
        Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return replacedBy == null
                ? "file %s removed from %s".formatted(file, owner)
                : "file %s of %s replaced by %s".formatted(file, owner, replacedBy);
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }
}
