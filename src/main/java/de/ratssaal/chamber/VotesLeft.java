package de.ratssaal.chamber;

import de.ratssaal.attendance.Delegation;
import de.ratssaal.identity.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Votes that absent members have left to others in a meeting, and what they change.
 *
 * @param most how many votes of others one may carry; 0 where votes are not left to others
 * @param isByHands whether hands can be counted now: each present member has one vote, their own
 * @param left in force, in the order in which they were given
 */
public record VotesLeft(int most, boolean isByHands, List<Left> left) {

    static final VotesLeft NONE = new VotesLeft(0, true, List.of());

    public VotesLeft {
        left = List.copyOf(left);
    }

    /** A vote that is left to somebody, with the names of both. */
    public record Left(Delegation delegation, String member, String holder) {}

    public boolean isAllowed() {
        return most > 0;
    }

    /** What somebody has left to others. */
    public List<Left> of(@Nullable PersonId member) {
        return left.stream()
                .filter(it -> it.delegation().member().equals(member))
                .toList();
    }

    /** What somebody carries. */
    public List<Left> carriedBy(@Nullable PersonId holder) {
        return left.stream()
                .filter(it -> it.delegation().holder().equals(holder))
                .toList();
    }
}
