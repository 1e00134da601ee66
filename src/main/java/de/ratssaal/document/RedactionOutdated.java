package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/**
 * The original of a redacted version was replaced: the version is not public any more until it is made anew.
 *
 * @param original what came in the original's place
 */
public record RedactionOutdated(FileId file, FileId original, FileOwner owner, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "redacted file %s of %s is out of date: its original was replaced by %s"
                .formatted(file, owner, original);
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }
}
