package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;

/** A municipality was added to the installation. */
public record BodyFounded(BodyId body, String name) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "body %s added: %s".formatted(body, name);
    }

    @Override
    public String auditSubject() {
        return "body/" + body;
    }
}
