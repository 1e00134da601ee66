package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** Another provider brings sound and picture to a meeting from now on. */
public record ProviderChosen(MeetingId meeting, String provider, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "sound and picture of the conference come from " + provider;
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
