package de.ratssaal.disturbance;

import de.ratssaal.base.Refusal;
import de.ratssaal.election.ElectionCancelled;
import de.ratssaal.election.ElectionRepeated;
import de.ratssaal.election.LotDrawn;
import de.ratssaal.election.RoundCancelled;
import de.ratssaal.election.RoundOpened;
import de.ratssaal.election.RoundSettled;
import de.ratssaal.election.SeatsLeftOpen;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollAnnulled;
import de.ratssaal.voting.PollCancelled;
import de.ratssaal.voting.PollClosed;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is taken back, wherever it was pressed, is taken again: no second decision on it is asked for. What runs while somebody is
 * disturbed comes to no result before it is decided whether it is taken again: afterwards not everything can be.
 */
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

    @EventListener
    void on(ElectionCancelled event) {
        repeated(event.meeting(), StepKind.ELECTION, event.election().value(), event.reason(), event.at());
    }

    @EventListener
    void on(PollClosed event) {
        requireDecided(event.meeting(), event.poll().value());
    }

    @EventListener
    void on(RoundSettled event) {
        requireDecided(event.meeting(), event.election().value());
    }

    /** No run-off follows a round of which nobody knows whether it holds. */
    @EventListener
    void on(RoundOpened event) {
        requireDecided(event.meeting(), event.election().value());
    }

    @EventListener
    void on(SeatsLeftOpen event) {
        requireDecided(event.meeting(), event.election().value());
    }

    @EventListener
    void on(LotDrawn event) {
        requireDecided(event.meeting(), event.election().value());
    }

    private void requireDecided(MeetingId meeting, UUID ref) {
        if (store.isUndecided(meeting, ref)) {
            throw new Refusal("disturbance.step.decide-first");
        }
    }

    private void repeated(MeetingId meeting, StepKind kind, UUID ref, String reason, Instant at) {
        if (store.decide(meeting, ref, StepDecision.REPEAT, reason, at)) {
            events.publishEvent(new AffectedStepDecided(meeting, kind, ref, StepDecision.REPEAT, reason, at));
        }
    }
}
