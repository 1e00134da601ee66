package de.ratssaal.conduct;

import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.ItemResolved;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.OutcomeTakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whatever way an item is deferred: at the desk, by a motion, or by one press, it is in the list; taken back it is not. */
@Component
class FollowDeferrals {

    private final DeferredRows rows;
    private final DeferredItems deferred;
    private final Meetings meetings;

    FollowDeferrals(DeferredRows rows, DeferredItems deferred, Meetings meetings) {
        this.rows = rows;
        this.deferred = deferred;
        this.meetings = meetings;
    }

    @EventListener
    void on(ItemResolved event) {
        if (event.outcome() == Outcome.DEFERRED) {
            rows.add(
                    event.item(),
                    event.meeting(),
                    meetings.meeting(event.meeting()).organization(),
                    event.at());
        }
    }

    @EventListener
    void on(OutcomeTakenBack event) {
        if (event.outcome() == Outcome.DEFERRED) {
            deferred.release(event.item());
        }
    }
}
