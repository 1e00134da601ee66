package de.ratssaal.election;

import java.util.LinkedHashMap;
import java.util.List;

/** What a ballot of a round asks, for whoever takes ballots that are not of paper. */
public record RoundBallot(ElectionSummary election, RoundSummary round) {

    /** Who can be marked, in the order of the ballot. */
    public List<String> names() {
        return round.candidates().stream().map(election::nameOf).toList();
    }

    /** Whether one can be against the only candidate. */
    public boolean asksForNo() {
        return round.candidates().size() == 1;
    }

    /** How many can be marked at most. */
    public int most() {
        return Math.min(
                ElectionConduct.names(election, round), round.candidates().size());
    }

    /** Whether the round comes next. */
    public boolean isToCome() {
        return round.state() == RoundState.PROPOSED && !election.isOver();
    }

    /**
     * The sums as those of a count.
     *
     * @param cast how many ballots were cast
     * @param no how many are against the only candidate
     * @param votes of each candidate, in the order of the ballot
     */
    public CountSheet sheet(int cast, int blank, int no, List<Integer> votes) {
        if (votes.size() != round.candidates().size()) {
            throw new IllegalArgumentException("%d sums for %d candidates"
                    .formatted(votes.size(), round.candidates().size()));
        }
        var of = new LinkedHashMap<CandidateId, Integer>();
        for (var it = 0; it < votes.size(); it++) {
            of.put(round.candidates().get(it), votes.get(it));
        }
        return new CountSheet(cast, blank, 0, no, of);
    }
}
