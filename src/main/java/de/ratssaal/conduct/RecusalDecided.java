package de.ratssaal.conduct;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.Tally;
import java.time.Instant;

/** The meeting decided whether a member is recused on an item. */
public record RecusalDecided(
        MeetingId meeting, AgendaItemId item, PersonId person, Tally votes, boolean isRecused, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "%s on item %s: %s recused, %d yes, %d no, %d abstentions"
                .formatted(
                        person,
                        item,
                        isRecused ? "decided to be" : "decided not to be",
                        votes.yes(),
                        votes.no(),
                        votes.abstentions());
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
