package de.ratssaal.election;

import de.ratssaal.attendance.DelegationGiven;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.DoorsClosed;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.voting.PollOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an item before the meeting as long as ballots on it are cast or counted, and no poll is opened meanwhile: one vote at a
 * time. Nor is the public excluded from an item on which somebody was elected in public.
 */
@Component
class KeepElection {

    private final ElectionRecords records;
    private final Elections elections;
    private final Meetings meetings;
    private final MeetingHold hold;

    KeepElection(ElectionRecords records, Elections elections, Meetings meetings, MeetingHold hold) {
        this.records = records;
        this.elections = elections;
        this.meetings = meetings;
        this.hold = hold;
    }

    @EventListener
    void on(ItemFinished event) {
        hold.take(event.meeting());
        if (records.isVoting(event.meeting(), event.item())) {
            throw new Refusal("election.item.round-is-open");
        }
        if (records.isDrawing(event.item())) {
            throw new Refusal("election.item.lot-is-open");
        }
    }

    /** Nobody can tell whether who leaves their vote to another has put their ballot into the urn. */
    @EventListener
    void on(DelegationGiven event) {
        if (records.isVoting(event.meeting(), null)) {
            throw new Refusal("election.delegation.round-is-open");
        }
    }

    @EventListener
    void on(PollOpened event) {
        if (records.isVoting(event.meeting(), null)) {
            throw new Refusal("election.item.round-is-open");
        }
    }

    /** Behind closed doors is decided whether the public is excluded, and nothing else (R11). */
    @EventListener
    void on(RoundOpened event) {
        if (meetings.meeting(event.meeting()).doorsClosed()) {
            throw new Refusal("election.open.doors-closed");
        }
    }

    @EventListener
    void on(DoorsClosed event) {
        hold.take(event.meeting());
        if (records.isVoting(event.meeting(), null)) {
            throw new Refusal("election.item.round-is-open");
        }
    }

    @EventListener
    void on(PublicExcluded event) {
        hold.take(event.meeting());
        var moved = meetings.itemAndBelow(event.meeting(), event.item());
        var begun = elections.of(event.meeting()).stream()
                .filter(it -> moved.contains(it.item()))
                .anyMatch(it -> it.rounds().stream().anyMatch(round -> round.state() != RoundState.PROPOSED)
                        || !it.elected().isEmpty());
        if (begun) {
            throw new Refusal("election.item.begun-in-public");
        }
    }
}
