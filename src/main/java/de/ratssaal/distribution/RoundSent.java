package de.ratssaal.distribution;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;

/**
 * The invited are told something after the invitation.
 *
 * @param number counted in the meeting
 * @param byMail who gets a mail
 * @param onPaper to how many it goes on paper
 */
public record RoundSent(
        MeetingId meeting, int number, RoundKind kind, String note, List<PersonId> byMail, int onPaper, Instant at)
        implements AuditedEvent {

    public RoundSent {
        byMail = List.copyOf(byMail);
    }

    @Override
    public String auditLine() {
        return "%s number %d sent to %d by mail, %d on paper".formatted(kind, number, byMail.size(), onPaper);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
