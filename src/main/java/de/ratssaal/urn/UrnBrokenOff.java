package de.ratssaal.urn;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A secret vote by device was broken off; nothing comes of it. */
public record UrnBrokenOff(SecretPollId poll, MeetingId meeting, UrnState at, Instant when) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "secret poll %s by device broken off when it was %s".formatted(poll, at);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
