package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** Somebody agreed to be shown to the public, or also to be recorded. */
public record ConsentGiven(PersonId person, boolean recorded, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "agrees to be streamed%s".formatted(recorded ? " and recorded" : "");
    }

    @Override
    public String auditSubject() {
        return "person/" + person;
    }
}
