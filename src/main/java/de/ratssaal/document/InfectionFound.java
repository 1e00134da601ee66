package de.ratssaal.document;

import de.ratssaal.base.AuditedEvent;
import java.time.Instant;

/**
 * The virus scanner found something in a content that was let in before. Nobody reads it any more.
 *
 * @param hash SHA-256 of the content in lower-case hexadecimal
 * @param finding what the scanner calls it
 */
public record InfectionFound(String hash, String finding, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "the virus scanner found %s in the content with SHA-256 %s; it is not handed out any more"
                .formatted(finding, hash);
    }

    @Override
    public String auditSubject() {
        return "document/" + hash;
    }
}
