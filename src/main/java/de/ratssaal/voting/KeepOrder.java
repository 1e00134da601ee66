package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaReordered;
import de.ratssaal.meeting.MeetingHold;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was voted on, or is being voted on, is not moved or joined any more. */
@Component
class KeepOrder {

    private final PollRepository polls;
    private final ResolutionBook resolutions;
    private final MeetingHold hold;

    KeepOrder(PollRepository polls, ResolutionBook resolutions, MeetingHold hold) {
        this.polls = polls;
        this.resolutions = resolutions;
        this.hold = hold;
    }

    @EventListener
    void on(AgendaReordered event) {
        hold.take(event.meeting());
        if (polls.findOpen(event.meeting()).stream().anyMatch(it -> it.item().equals(event.item()))) {
            throw new Refusal("voting.item.poll-is-open");
        }
        resolutions.requireUnsettled(event.meeting(), event.item());
    }
}
