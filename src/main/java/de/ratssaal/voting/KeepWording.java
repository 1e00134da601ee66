package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.WordingLock;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;

/** The wording of an item stays as it is while a vote on it runs, and once the item is settled. */
@Component
class KeepWording implements WordingLock {

    private final PollRepository polls;
    private final MeetingHold hold;
    private final Meetings meetings;
    private final ResolutionBook resolutions;

    KeepWording(PollRepository polls, MeetingHold hold, Meetings meetings, ResolutionBook resolutions) {
        this.polls = polls;
        this.hold = hold;
        this.meetings = meetings;
        this.resolutions = resolutions;
    }

    @Override
    public void requireUnlocked(AgendaItemId item) {
        var meeting = meetings.meetingOf(item).orElseThrow(() -> new NoSuchElementException("agenda item " + item));
        hold.take(meeting); // whoever opens a vote now waits, and then asks for the new wording
        if (polls.findByItem(item).stream().anyMatch(it -> it.state() == PollState.OPEN)) {
            throw new Refusal("voting.item.poll-is-open");
        }
        resolutions.requireUnsettled(meeting, item);
    }
}
