package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import org.jspecify.annotations.Nullable;

/**
 * How persons are elected (R10): by more than a share of the votes, otherwise in a run-off.
 *
 * @param needed share of the votes that must be exceeded
 * @param ofValidVotes whether the share is one of the valid votes; otherwise of those present and entitled to vote
 * @param openIfNobodyObjects whether an election may be open; otherwise it is always secret
 * @param objection how many of those present and entitled to vote have to object to make an open election secret
 * @param secretLists where it says that elections by lists are secret even if nobody objects; none where it says no such thing
 * @param runOffCandidates how many go on to the run-off
 * @param equalsTakePart whether all who have as many votes as the last of them go on too; otherwise the lot decides who of them
 * @param lotOnTie whether a tie in the run-off is decided by lot
 * @param seatMethod how the seats of committees, and those elected by lists, are shared out
 * @param source paragraph
 */
public record ElectionRule(
        Fraction needed,
        boolean ofValidVotes,
        boolean openIfNobodyObjects,
        Backing objection,
        @Nullable LegalSource secretLists,
        int runOffCandidates,
        boolean equalsTakePart,
        boolean lotOnTie,
        SeatMethod seatMethod,
        LegalSource source) {

    public ElectionRule {
        if (!objection.needsSome()) {
            throw new IllegalArgumentException("nobody needs to object");
        }
    }

    /**
     * Where it says that an election is secret whoever objects; none if it may be open.
     *
     * @param byLists whether seats are shared out by votes for lists
     */
    public @Nullable LegalSource secretBy(boolean byLists) {
        if (!openIfNobodyObjects) {
            return source;
        }
        return byLists ? secretLists : null;
    }
}
