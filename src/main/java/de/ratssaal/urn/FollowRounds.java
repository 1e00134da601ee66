package de.ratssaal.urn;

import de.ratssaal.base.Messages;
import de.ratssaal.election.ElectionCancelled;
import de.ratssaal.election.ElectionId;
import de.ratssaal.election.ElectionRepeated;
import de.ratssaal.election.RoundCancelled;
import de.ratssaal.election.RoundOpened;
import de.ratssaal.election.RoundWay;
import de.ratssaal.election.RoundsByDevice;
import de.ratssaal.election.SeatsLeftOpen;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done by device ends with its round, in the same transaction: when the round or its election is cancelled or begun anew, or the
 * round is held on paper or by hands.
 */
@Component
class FollowRounds {

    private static final Locale LANGUAGE = Locale.GERMAN;

    private final BreakingOff breakingOff;
    private final RoundsByDevice rounds;
    private final Messages messages;

    FollowRounds(BreakingOff breakingOff, RoundsByDevice rounds, Messages messages) {
        this.breakingOff = breakingOff;
        this.rounds = rounds;
        this.messages = messages;
    }

    @EventListener
    void on(RoundCancelled event) {
        breakingOff.ifRunning(SecretPollId.of(event.round()), event.reason(), event.at());
    }

    @EventListener
    void on(ElectionCancelled event) {
        endAll(event.meeting(), event.election(), event.reason(), event.at());
    }

    @EventListener
    void on(SeatsLeftOpen event) {
        endAll(event.meeting(), event.election(), event.reason(), event.at());
    }

    @EventListener
    void on(ElectionRepeated event) {
        endAll(event.meeting(), event.election(), event.reason(), event.at());
    }

    /** By then the urn says that it is open, if the ballots are cast by device. */
    @EventListener
    void on(RoundOpened event) {
        if (event.way() != RoundWay.DEVICE) {
            breakingOff.registering(
                    event.meeting(),
                    it -> it.poll().equals(SecretPollId.of(event.round())),
                    messages.text(LANGUAGE, "urn.cancelled.another-way"),
                    event.at());
        }
    }

    private void endAll(MeetingId meeting, ElectionId election, String reason, Instant at) {
        rounds.of(meeting).stream()
                .filter(it -> it.election().id().equals(election))
                .forEach(it -> breakingOff.ifRunning(SecretPollId.of(it.round().id()), reason, at));
    }
}
