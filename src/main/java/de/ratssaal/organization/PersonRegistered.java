package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;

/** A person was entered. */
public record PersonRegistered(PersonId person, String name) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "person %s registered: %s".formatted(person, name);
    }

    @Override
    public String auditSubject() {
        return "person/" + person;
    }
}
