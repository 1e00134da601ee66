package de.ratssaal.conference;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The chair chose for a meeting who may be heard. */
public record HearingChosen(MeetingId meeting, boolean onlySpeaker, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s heard in the conference".formatted(onlySpeaker ? "only who has the floor is" : "everybody may be");
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
