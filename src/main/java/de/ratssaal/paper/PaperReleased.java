package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/** A paper can be read by those whom it concerns, in its first or in a new version. */
public record PaperReleased(
        PaperId paper, PaperNumber number, int version, boolean isPublic, String fingerprint, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper %s released in version %d, %s, wording %s"
                .formatted(number, version, isPublic ? "public" : "non-public", fingerprint);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
