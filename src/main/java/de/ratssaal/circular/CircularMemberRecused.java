package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** A member is excluded from the matter (R7). An answer that they had given is gone. */
public record CircularMemberRecused(CircularId circular, PersonId person, boolean isDeclared, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s recused from circular resolution %s, %s"
                .formatted(person, circular, isDeclared ? "by their own word" : "entered");
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
