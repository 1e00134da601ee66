package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/**
 * A public version of a non-public file was made, without what was marked in it.
 *
 * @param original stays non-public
 * @param areas how many rectangles were marked
 */
public record FileRedacted(FileId file, FileId original, FileOwner owner, int areas, RedactionReport report, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "file %s of %s is the redacted version of file %s: %d areas, %d letters, %d images, %d pages as pictures"
                .formatted(
                        file,
                        owner,
                        original,
                        areas,
                        report.letters(),
                        report.imagesBlackened() + report.imagesRemoved(),
                        report.picturePages().size());
    }

    @Override
    public String auditSubject() {
        return "file/" + file;
    }
}
