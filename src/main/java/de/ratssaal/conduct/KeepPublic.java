package de.ratssaal.conduct;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.voting.ItemResolved;
import de.ratssaal.voting.PollOpened;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.Polls;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A public item is decided before the public: behind closed doors nothing is decided but whether they stay closed, and they stay
 * closed for nobody who did not have that decided (R11).
 */
@Component
class KeepPublic {

    private final Meetings meetings;
    private final Polls polls;
    private final ActStore acts;

    KeepPublic(Meetings meetings, Polls polls, ActStore acts) {
        this.meetings = meetings;
        this.polls = polls;
        this.acts = acts;
    }

    @EventListener
    void on(PollOpened event) {
        if (polls.poll(event.poll()).purpose() != PollPurpose.PROCEDURE) {
            requireOpenDoors(event.meeting());
        }
    }

    @EventListener
    void on(ItemResolved event) {
        requireOpenDoors(event.meeting());
    }

    @EventListener
    void on(PublicExcluded event) {
        if (!acts.isDecided(event.item(), ActKind.EXCLUDE)) {
            throw new Refusal("conduct.doors.not-decided");
        }
    }

    private void requireOpenDoors(MeetingId meeting) {
        if (meetings.meeting(meeting).doorsClosed()) {
            throw new Refusal("conduct.doors.decide-first");
        }
    }
}
