package de.ratssaal.distribution;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Time, place and agenda of a public meeting were announced (R2).
 *
 * @param number 1, or more for a correction
 * @param latestDay by which the public had to know
 */
public record AnnouncementPublished(MeetingId meeting, int number, LocalDate latestDay, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "announcement %d published, due by %s".formatted(number, latestDay);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
