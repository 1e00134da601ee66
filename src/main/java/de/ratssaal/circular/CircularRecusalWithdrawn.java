package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** A member was held to be recused in error. */
public record CircularRecusalWithdrawn(CircularId circular, PersonId person, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "recusal of %s from circular resolution %s withdrawn".formatted(person, circular);
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
