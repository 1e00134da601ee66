package de.ratssaal.election;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One round of an election. Nothing in it tells how anybody voted.
 *
 * @param number counted from 1
 * @param seats how many are elected in it; as many candidates may a ballot name
 * @param attempt how often was counted, counted from 1
 * @param entitled members present and entitled to vote; 0 before it is opened
 * @param handedOut ballots handed out, or members who raised a hand; 0 before the urn is closed
 * @param candidates in the order of the ballot
 * @param countedBy tellers whose count of this attempt is there
 * @param countsDiffer whether these counts are not the same
 * @param sheet the sums; none before the result is announced
 * @param askedAt when the chair asked whether anybody objects to an open round; none if nobody was asked
 * @param objections how many objected
 * @param isObjected whether they were enough to make the round secret
 * @param explained what came of it, in sentences; empty before the result is announced
 */
public record RoundSummary(
        RoundId id,
        int number,
        RoundKind kind,
        RoundState state,
        RoundWay way,
        @Nullable Instant askedAt,
        int objections,
        boolean isObjected,
        int seats,
        int attempt,
        int entitled,
        int handedOut,
        List<CandidateId> candidates,
        List<PersonId> countedBy,
        boolean countsDiffer,
        @Nullable CountSheet sheet,
        List<Sentence> explained,
        @Nullable Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable String cancelledFor) {

    public RoundSummary {
        candidates = List.copyOf(candidates);
        countedBy = List.copyOf(countedBy);
        explained = List.copyOf(explained);
    }

    public boolean isRunning() {
        return state == RoundState.OPEN || state == RoundState.COUNTING;
    }

    /** It runs openly, by hands that are raised. */
    public boolean isByHands() {
        return isRunning() && way == RoundWay.HANDS;
    }
}
