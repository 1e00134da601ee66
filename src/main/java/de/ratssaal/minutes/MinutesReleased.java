package de.ratssaal.minutes;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * The minutes of a meeting were released.
 *
 * @param fingerprint SHA-256 of the whole version's PDF, in lower-case hexadecimal
 */
public record MinutesReleased(
        MinutesId minutes, MeetingId meeting, OrganizationId organization, String fingerprint, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "minutes %s released, PDF %s".formatted(minutes, fingerprint);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
