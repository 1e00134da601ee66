package de.ratssaal.election;

import de.ratssaal.base.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What tellers counted, or decrypted, in one round: the sums, never a single ballot.
 *
 * @param inUrn ballots that lay in the urn
 * @param blank ballots without a choice, and those that abstain
 * @param invalid ballots that do not count
 * @param no ballots against the only candidate; 0 if there are several
 * @param votes of each candidate or list, in the order of the ballot
 */
public record CountSheet(int inUrn, int blank, int invalid, int no, Map<CandidateId, Integer> votes) {

    public CountSheet {
        votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
        if (inUrn < 0
                || blank < 0
                || invalid < 0
                || no < 0
                || votes.values().stream().anyMatch(it -> it < 0)) {
            throw new Refusal("election.count.below-zero");
        }
    }

    /** Ballots that name somebody, or are against the only candidate. */
    public int validBallots() {
        return inUrn - blank - invalid;
    }

    public int votesOf(CandidateId candidate) {
        return votes.getOrDefault(candidate, 0);
    }

    int allVotes() {
        return no + votes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * @param handedOut ballots that were handed out
     * @param names how many candidates a ballot may name
     * @throws Refusal if a sum does not fit; it says which
     */
    void requireSumsFit(int handedOut, int names) {
        if (inUrn > handedOut) {
            throw new Refusal("election.count.more-than-handed-out", inUrn, handedOut);
        }
        if (validBallots() < 0) {
            throw new Refusal("election.count.more-than-in-urn", blank + invalid, inUrn);
        }
        if (no > 0 && votes.size() > 1) {
            throw new Refusal("election.count.no-with-several");
        }
        if (names == 1 || votes.size() == 1) {
            if (allVotes() != validBallots()) {
                throw new Refusal(
                        "election.count.sum", allVotes(), blank, invalid, allVotes() + blank + invalid, inUrn);
            }
            return;
        }
        for (var each : votes.values()) {
            if (each > validBallots()) {
                throw new Refusal("election.count.more-than-valid", each, validBallots());
            }
        }
        if (allVotes() < validBallots() || allVotes() > (long) names * validBallots()) {
            throw new Refusal("election.count.names", allVotes(), validBallots(), names * validBallots());
        }
    }
}
