package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.organization.BodyId;
import java.time.Instant;

/** The template of a kind has a new version, with which papers are begun from now on. */
public record TemplateChanged(BodyId body, PaperType type, int version, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "template of %s changed to version %d in body %s".formatted(type, version, body);
    }

    @Override
    public String auditSubject() {
        return "body/" + body;
    }
}
