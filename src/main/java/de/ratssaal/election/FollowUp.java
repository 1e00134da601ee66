package de.ratssaal.election;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows a result or a lot: who is elected, which round comes next, which lot has to be drawn. */
@Component
class FollowUp {

    private final ElectionRecords records;
    private final Elections elections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowUp(ElectionRecords records, Elections elections, ApplicationEventPublisher events, Clock clock) {
        this.records = records;
        this.elections = elections;
        this.events = events;
        this.clock = clock;
    }

    void ofRound(ElectionSummary election, RoundSummary round, RoundOutcome outcome) {
        outcome.elected().forEach(it -> records.elect(election.id(), it, round.id(), 1, false));
        switch (outcome.next()) {
            case DONE -> records.state(election.id(), ElectionState.DECIDED, null);
            case RUN_OFF -> records.propose(election, RoundKind.RUN_OFF, outcome.openSeats(), outcome.takingPart());
            case AGAIN -> records.propose(election, RoundKind.AGAIN, outcome.openSeats(), outcome.takingPart());
            case LOT_FOR_SEATS -> beginLot(election, round.id(), LotSummary.Purpose.SEATS, outcome.lot());
            case LOT_FOR_RUN_OFF -> beginLot(election, round.id(), LotSummary.Purpose.RUN_OFF, outcome.lot());
            case FAILED ->
                records.state(
                        election.id(),
                        outcome.elected().isEmpty() && election.elected().isEmpty()
                                ? ElectionState.FAILED
                                : ElectionState.DECIDED,
                        null);
        }
    }

    /** @param round after which seats are shared out; none where the strength of groups counts */
    void ofSeats(ElectionSummary election, @Nullable RoundId round, SharedSeats shared) {
        shared.seats().forEach((who, seats) -> records.elect(election.id(), who, round, seats, false));
        if (shared.lot() != null) {
            beginLot(election, round, LotSummary.Purpose.LISTS, shared.lot());
        } else {
            records.state(election.id(), shared.seats().isEmpty() ? ElectionState.FAILED : ElectionState.DECIDED, null);
            publish(election, shared.seats());
        }
    }

    void ofLot(ElectionSummary election, LotSummary lot, List<CandidateId> drawn) {
        switch (lot.purpose()) {
            case SEATS, LISTS -> {
                drawn.forEach(it -> records.elect(election.id(), it, lot.round(), 1, true));
                records.state(election.id(), ElectionState.DECIDED, null);
                if (lot.purpose() == LotSummary.Purpose.LISTS) {
                    var seats =
                            election.elected().stream().collect(Collectors.toMap(Elected::candidate, Elected::seats));
                    drawn.forEach(it -> seats.merge(it, 1, Integer::sum));
                    publish(election, seats);
                }
            }
            case RUN_OFF -> {
                var outcome = outcomeBefore(election, lot);
                var takingPart = new ArrayList<>(outcome.takingPart());
                takingPart.addAll(drawn);
                records.state(election.id(), ElectionState.RUNNING, null);
                records.propose(election, RoundKind.RUN_OFF, outcome.openSeats(), takingPart);
            }
        }
    }

    private RoundOutcome outcomeBefore(ElectionSummary election, LotSummary lot) {
        var round = election.rounds().stream()
                .filter(it -> it.id().equals(lot.round()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("round of lot " + lot.id()));
        var sheet = round.sheet();
        if (sheet == null) {
            throw new IllegalStateException("lot %s after a round without a result".formatted(lot.id()));
        }
        return ElectionRecords.outcome(
                round.kind(),
                elections.rule(election.meeting()),
                round.seats(),
                sheet,
                round.entitled(),
                election.names());
    }

    private void beginLot(
            ElectionSummary election,
            @Nullable RoundId round,
            LotSummary.Purpose purpose,
            RoundOutcome.@Nullable NeededLot lot) {
        if (lot == null) {
            throw new IllegalStateException("no lot is needed in " + election.id());
        }
        commit(election, records.begin(election.id(), round, purpose, lot.among(), lot.places()), 1);
        records.state(election.id(), ElectionState.LOT, null);
    }

    /** The application commits itself first. */
    void commit(ElectionSummary election, LotId lot, int attempt) {
        var own = Lot.own(LotSummary.name(lot, attempt));
        var now = clock.instant();
        records.commit(lot, attempt, own, now);
        events.publishEvent(new LotBegun(election.id(), election.meeting(), lot, attempt, own.commitment(), now));
    }

    private void publish(ElectionSummary election, Map<CandidateId, Integer> seats) {
        events.publishEvent(new SeatsShared(
                election.id(),
                election.meeting(),
                election.candidates().stream()
                        .map(it -> it.name() + " " + seats.getOrDefault(it.id(), 0))
                        .collect(Collectors.joining(", ")),
                clock.instant()));
    }
}
