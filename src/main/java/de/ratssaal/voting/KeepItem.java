package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PublicExcluded;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an item before the meeting as long as a poll on it is open, also when two chairs act at the same moment: nobody
 * calls the next item, finishes this one or closes the meeting. Nor is the public excluded meanwhile: who may vote would
 * change under the hands of those who are voting (R17).
 */
@Component
class KeepItem {

    private final PollRepository polls;
    private final MeetingHold hold;
    private final Meetings meetings;

    KeepItem(PollRepository polls, MeetingHold hold, Meetings meetings) {
        this.polls = polls;
        this.hold = hold;
        this.meetings = meetings;
    }

    @EventListener
    void on(ItemFinished event) {
        hold.take(event.meeting());
        if (polls.findOpen(event.meeting()).stream().anyMatch(it -> it.item().equals(event.item()))) {
            throw new Refusal("voting.item.poll-is-open");
        }
    }

    @EventListener
    void on(PublicExcluded event) {
        hold.take(event.meeting());
        var above = new HashMap<AgendaItemId, @Nullable AgendaItemId>();
        meetings.agenda(event.meeting()).forEach(it -> above.put(it.id(), it.parent()));
        for (var poll : polls.findOpen(event.meeting())) {
            for (var item = poll.item(); item != null; item = above.get(item)) {
                if (item.equals(event.item())) {
                    throw new Refusal("voting.item.poll-is-open");
                }
            }
        }
    }
}
