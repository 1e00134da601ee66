package de.ratssaal.election;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.rules.SeatMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An election with all that may be known of it.
 *
 * @param isPublic whether the item is public, and so the election
 * @param office what is elected, such as {@code Ausschussvorsitz}
 * @param tellers who counts the ballots
 * @param reason why it was cancelled, is repeated, or ended with open seats
 * @param repeats the election in whose place it stands
 * @param allocation how seats were shared out, in sentences
 */
public record ElectionSummary(
        ElectionId id,
        MeetingId meeting,
        AgendaItemId item,
        boolean isPublic,
        ElectionKind kind,
        String office,
        int seats,
        SeatMethod seatMethod,
        ElectionState state,
        List<PersonId> tellers,
        @Nullable String reason,
        @Nullable ElectionId repeats,
        List<Candidate> candidates,
        List<RoundSummary> rounds,
        List<LotSummary> lots,
        List<Elected> elected,
        List<Sentence> allocation) {

    public ElectionSummary {
        tellers = List.copyOf(tellers);
        candidates = List.copyOf(candidates);
        rounds = List.copyOf(rounds);
        lots = List.copyOf(lots);
        elected = List.copyOf(elected);
        allocation = List.copyOf(allocation);
    }

    public Map<CandidateId, String> names() {
        return candidates.stream().collect(Collectors.toMap(Candidate::id, Candidate::name));
    }

    public String nameOf(CandidateId candidate) {
        return names().getOrDefault(candidate, "");
    }

    /** The round that comes next or is under way; none comes once the election is over. */
    public Optional<RoundSummary> currentRound() {
        return rounds.stream()
                .filter(it -> !isOver() && (it.state() == RoundState.PROPOSED || it.isRunning()))
                .findFirst();
    }

    public Optional<LotSummary> openLot() {
        return lots.stream().filter(it -> !it.isDrawn()).findFirst();
    }

    /** Seats that nobody has, because too few were elected or declined. */
    public int openSeats() {
        return seats
                - elected.stream()
                        .filter(it -> !Boolean.FALSE.equals(it.accepts()))
                        .mapToInt(Elected::seats)
                        .sum();
    }

    /** Who takes the seats of a list: its names, in their order. Nobody for a person or a group. */
    public List<String> takenBy(Elected of) {
        return kind != ElectionKind.LISTS
                ? List.of()
                : candidates.stream()
                        .filter(it -> it.id().equals(of.candidate()))
                        .flatMap(it -> it.members().stream())
                        .limit(of.seats())
                        .toList();
    }

    /** Seats of a list for which it has no more names: they stay empty, for the votes were not given to another list. */
    public int emptySeats(Elected of) {
        return kind == ElectionKind.LISTS ? of.seats() - takenBy(of).size() : 0;
    }

    /** Seats in which nobody sits. */
    public int unoccupiedSeats() {
        return openSeats() + elected.stream().mapToInt(this::emptySeats).sum();
    }

    /** Whether members objected to open rounds: those that follow are secret. */
    public boolean isObjected() {
        return rounds.stream().anyMatch(RoundSummary::isObjected);
    }

    /** Whether nothing more happens in it by itself. */
    public boolean isOver() {
        return switch (state) {
            case NOMINATING, RUNNING, LOT -> false;
            case DECIDED, FAILED, CANCELLED, REPEATED -> true;
        };
    }
}
