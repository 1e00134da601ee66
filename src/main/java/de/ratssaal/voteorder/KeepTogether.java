package de.ratssaal.voteorder;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.WordingLock;
import org.springframework.stereotype.Component;

/** The wording of each item stays as it is while a vote on several of them runs. */
@Component
class KeepTogether implements WordingLock {

    private final Blocs blocs;
    private final Meetings meetings;
    private final MeetingHold hold;

    KeepTogether(Blocs blocs, Meetings meetings, MeetingHold hold) {
        this.blocs = blocs;
        this.meetings = meetings;
        this.hold = hold;
    }

    @Override
    public void requireUnlocked(AgendaItemId item) {
        meetings.meetingOf(item).ifPresent(meeting -> {
            hold.take(meeting);
            blocs.current(meeting)
                    .filter(it -> it.has(item) && it.poll() != null)
                    .ifPresent(it -> {
                        throw new Refusal("voteorder.bloc.runs");
                    });
        });
    }
}
