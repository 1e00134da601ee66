package de.ratssaal.disturbance;

import de.ratssaal.election.ElectionRepeated;
import de.ratssaal.election.RoundCancelled;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollAnnulled;
import de.ratssaal.voting.PollCancelled;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is taken back, wherever it was pressed, is taken again: no second decision on it is asked for. */
@Component
class FollowRepetitions {

    private final DisturbanceStore store;
    private final ApplicationEventPublisher events;

    FollowRepetitions(DisturbanceStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @EventListener
    void on(PollAnnulled event) {
        repeated(event.meeting(), StepKind.POLL, event.poll().value(), event.reason(), event.at());
    }

    @EventListener
    void on(PollCancelled event) {
        repeated(event.meeting(), StepKind.POLL, event.poll().value(), event.reason(), event.at());
    }

    @EventListener
    void on(RoundCancelled event) {
        repeated(event.meeting(), StepKind.ELECTION, event.election().value(), event.reason(), event.at());
    }

    @EventListener
    void on(ElectionRepeated event) {
        repeated(event.meeting(), StepKind.ELECTION, event.election().value(), event.reason(), event.at());
    }

    private void repeated(MeetingId meeting, StepKind kind, UUID ref, String reason, Instant at) {
        if (store.decide(meeting, ref, StepDecision.REPEAT, reason, at)) {
            events.publishEvent(new AffectedStepDecided(meeting, kind, ref, StepDecision.REPEAT, reason, at));
        }
    }
}
