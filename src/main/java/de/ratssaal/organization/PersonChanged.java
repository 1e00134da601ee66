package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;

/** Name, form of address, mail address or gender of a person changed. The log holds neither mail address nor gender. */
public record PersonChanged(PersonId person, String nameBefore, String name) implements AuditedEvent {

    @Override
    public String auditLine() {
        return nameBefore.equals(name)
                ? "how person %s (%s) is addressed or reached changed".formatted(person, name)
                : "person %s renamed from %s to %s".formatted(person, nameBefore, name);
    }

    @Override
    public String auditSubject() {
        return "person/" + person;
    }
}
