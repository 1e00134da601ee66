package de.ratssaal.voting;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A question that was prepared and never put to the vote goes when the item is settled in another way. */
@Component
class EndQuestions {

    private final PollRepository polls;

    EndQuestions(PollRepository polls) {
        this.polls = polls;
    }

    @EventListener
    void on(ItemResolved event) {
        polls.findByItem(event.item()).stream()
                .filter(it -> it.state() == PollState.PREPARED)
                .forEach(polls::delete);
    }
}
