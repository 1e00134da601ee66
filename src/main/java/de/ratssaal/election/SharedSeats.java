package de.ratssaal.election;

import de.ratssaal.rules.SeatMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seats shared out among lists or groups.
 *
 * @param seats what each is sure of; none who gets nothing
 * @param lot whose claims to the last seats are equal; none if all seats are given
 * @param explained each step in a sentence
 */
record SharedSeats(Map<CandidateId, Integer> seats, RoundOutcome.@Nullable NeededLot lot, List<Sentence> explained) {

    static SharedSeats ofVotes(SeatMethod method, int seats, CountSheet sheet, Map<CandidateId, String> names) {
        var lists = List.copyOf(sheet.votes().keySet());
        if (sheet.no() > 0 && sheet.allVotes() - sheet.no() <= sheet.no()) { // a single list can be voted down
            return new SharedSeats(
                    Map.of(),
                    null,
                    List.of(Sentence.of("election.told.list-refused", sheet.allVotes() - sheet.no(), sheet.no())));
        }
        return of(
                method,
                seats,
                lists,
                lists.stream().map(it -> (long) sheet.votesOf(it)).toList(),
                names);
    }

    static SharedSeats ofStrength(SeatMethod method, int seats, List<Candidate> groups) {
        return of(
                method,
                seats,
                groups.stream().map(Candidate::id).toList(),
                groups.stream().map(it -> (long) it.strength()).toList(),
                groups.stream().collect(Collectors.toMap(Candidate::id, Candidate::name)));
    }

    private static SharedSeats of(
            SeatMethod method, int seats, List<CandidateId> who, List<Long> votes, Map<CandidateId, String> names) {
        var said = new ArrayList<Sentence>();
        if (votes.stream().allMatch(it -> it == 0)) {
            said.add(Sentence.of("election.told.no-votes"));
            return new SharedSeats(Map.of(), null, said);
        }
        said.add(Sentence.of(
                "election.told.shared-" + method,
                seats,
                votes.stream().mapToLong(it -> it).sum()));
        var allocation = SeatAllocation.of(method, seats, votes);
        IntStream.range(0, who.size())
                .forEach(it -> said.add(Sentence.of(
                        "election.told.share",
                        String.valueOf(names.get(who.get(it))),
                        votes.get(it),
                        allocation.seats().get(it))));
        var tie = allocation.tie();
        var lot = tie == null
                ? null
                : new RoundOutcome.NeededLot(
                        tie.claimants().stream().map(who::get).toList(), tie.seats());
        if (lot != null) {
            said.add(Sentence.of("election.told.lot-lists", RoundOutcome.named(lot.among(), names), lot.places()));
        }
        var given = new LinkedHashMap<CandidateId, Integer>();
        IntStream.range(0, who.size())
                .filter(it -> allocation.seats().get(it) > 0)
                .forEach(it -> given.put(who.get(it), allocation.seats().get(it)));
        return new SharedSeats(given, lot, said);
    }
}
