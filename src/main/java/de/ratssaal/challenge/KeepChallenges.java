package de.ratssaal.challenge;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.voting.PollAnnulled;
import de.ratssaal.voting.PollOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A challenge is decided before anything else on its item: no vote opens there, and the item is not finished. */
@Component
class KeepChallenges {

    private final ChallengeStore store;
    private final ChallengingVotes challenges;
    private final MeetingHold hold;

    KeepChallenges(ChallengeStore store, ChallengingVotes challenges, MeetingHold hold) {
        this.store = store;
        this.challenges = challenges;
        this.hold = hold;
    }

    @EventListener
    void on(ItemFinished event) {
        hold.take(event.meeting());
        if (store.isPending(event.item())) {
            throw new Refusal("challenge.first");
        }
    }

    @EventListener
    void on(PollOpened event) {
        if (store.isPending(event.item())) {
            throw new Refusal("challenge.first");
        }
    }

    /** The vote is taken again, for whatever reason: everybody who challenged it has what they wanted. */
    @EventListener
    void on(PollAnnulled event) {
        store.of(event.meeting()).stream()
                .filter(it -> it.isPending() && it.poll().equals(event.poll()))
                .forEach(it -> challenges.settle(it, ChallengeState.GRANTED, ground(event.reason()), null));
    }

    private static String ground(String reason) {
        return reason.substring(0, Math.min(ChallengingVotes.LONGEST, reason.length()));
    }
}
