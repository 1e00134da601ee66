package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** A round was opened: ballots are handed out, or hands are raised. */
public record RoundOpened(
        ElectionId election, MeetingId meeting, RoundId round, int number, RoundWay way, int entitled, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "round %d (%s) of election %s opened, by %s, %d present and entitled"
                .formatted(number, round, election, way, entitled);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
