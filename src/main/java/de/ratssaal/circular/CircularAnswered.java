package de.ratssaal.circular;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.Instant;

/** A member answered, or changed the answer. How is known to nobody before the end, so it does not stand here. */
public record CircularAnswered(CircularId circular, PersonId person, AnswerWay way, boolean isChange, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "answer of %s to circular resolution %s %s by %s"
                .formatted(person, circular, isChange ? "changed" : "given", way);
    }

    @Override
    public String auditSubject() {
        return "circular/" + circular;
    }
}
