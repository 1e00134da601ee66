package de.ratssaal.voting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of which the invited were not told in time may be decided all the same (R3).
 *
 * @param urgency the votes that found it urgent; none if all members were present and nobody objected
 * @param present members present and entitled to vote
 */
public record ItemAdmitted(
        MeetingId meeting, AgendaItemId item, @Nullable Tally urgency, int present, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return urgency == null
                ? "item %s admitted, all %d members present and nobody objected".formatted(item, present)
                : "item %s admitted as urgent with %d yes and %d no, %d present"
                        .formatted(item, urgency.yes(), urgency.no(), present);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
