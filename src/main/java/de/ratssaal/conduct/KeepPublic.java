package de.ratssaal.conduct;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.ItemResolved;
import de.ratssaal.voting.PollOpened;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.Polls;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A public item is decided before the public: behind closed doors nothing is decided but whether they stay closed (R11). */
@Component
class KeepPublic {

    private final Meetings meetings;
    private final Polls polls;

    KeepPublic(Meetings meetings, Polls polls) {
        this.meetings = meetings;
        this.polls = polls;
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

    private void requireOpenDoors(MeetingId meeting) {
        if (meetings.meeting(meeting).doorsClosed()) {
            throw new Refusal("conduct.doors.decide-first");
        }
    }
}
