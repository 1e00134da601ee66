package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingHold;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an item before the meeting as long as a poll on it is open, also when two chairs act at the same moment: nobody
 * calls the next item, finishes this one or closes the meeting.
 */
@Component
class KeepItem {

    private final PollRepository polls;
    private final MeetingHold hold;

    KeepItem(PollRepository polls, MeetingHold hold) {
        this.polls = polls;
        this.hold = hold;
    }

    @EventListener
    void on(ItemFinished event) {
        hold.take(event.meeting());
        if (polls.findOpen(event.meeting()).stream().anyMatch(it -> it.item().equals(event.item()))) {
            throw new Refusal("voting.item.poll-is-open");
        }
    }
}
