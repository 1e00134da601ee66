package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A member without a device of their own votes at one that the city provides. */
public record BoothProvided(SecretPollId poll, MeetingId meeting, PersonId member, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s: a device was provided for %s".formatted(poll, member);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
