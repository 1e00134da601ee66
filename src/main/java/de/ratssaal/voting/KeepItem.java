package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PublicExcluded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an item before the meeting as long as a poll on it is open, also when two chairs act at the same moment: nobody
 * calls the next item, finishes this one or closes the meeting; and as long as a motion on the procedure is undecided. Nor is the public excluded meanwhile: who may vote would
 * change under the hands of those who are voting (R17); nor afterwards, since the decision was taken in public.
 */
@Component
class KeepItem {

    private final PollRepository polls;
    private final MotionStore motions;
    private final MeetingHold hold;
    private final Meetings meetings;
    private final ResolutionBook resolutions;

    KeepItem(
            PollRepository polls,
            MotionStore motions,
            MeetingHold hold,
            Meetings meetings,
            ResolutionBook resolutions) {
        this.polls = polls;
        this.motions = motions;
        this.hold = hold;
        this.meetings = meetings;
        this.resolutions = resolutions;
    }

    @EventListener
    void on(ItemFinished event) {
        hold.take(event.meeting());
        if (polls.findOpen(event.meeting()).stream().anyMatch(it -> it.item().equals(event.item()))) {
            throw new Refusal("voting.item.poll-is-open");
        }
        if (motions.of(event.meeting()).stream()
                .anyMatch(it -> it.isPending() && it.item().equals(event.item()))) {
            throw new Refusal("voting.motion.first");
        }
    }

    @EventListener
    void on(PublicExcluded event) {
        hold.take(event.meeting());
        var moved = meetings.itemAndBelow(event.meeting(), event.item());
        if (polls.findOpen(event.meeting()).stream().anyMatch(it -> moved.contains(it.item()))) {
            throw new Refusal("voting.item.poll-is-open");
        }
        // what was decided in public stays published
        moved.forEach(it -> resolutions.requireUnsettled(event.meeting(), it));
    }
}
