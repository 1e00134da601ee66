package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person agreed to be invited on a way.
 *
 * @param agreedBy how the secretariat knows; none if they chose it themselves
 */
public record ChannelAgreed(
        PersonId person,
        Channel channel,
        LocalDate agreedOn,
        @Nullable String agreedBy) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s agreed on %s to be invited by %s, %s"
                .formatted(person, agreedOn, channel, agreedBy == null ? "own choice" : "recorded: " + agreedBy);
    }

    @Override
    public String auditSubject() {
        return "person/" + person;
    }
}
