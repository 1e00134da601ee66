package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** Somebody agreed to be shown to the public and recorded. */
public record ConsentGiven(PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "agrees to be streamed and recorded";
    }

    @Override
    public String auditSubject() {
        return "person/" + person;
    }
}
