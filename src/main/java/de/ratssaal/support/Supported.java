package de.ratssaal.support;

import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.MotionKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that was moved, with those who stand behind it.
 *
 * @param motion of a motion on the procedure, what it asks for; none of anything else
 * @param title of an amendment or a paper, the words of a motion; may be empty
 * @param number of an amendment; 0 of anything else
 * @param mover who moved it, as it is read out; empty if nobody is named
 * @param movers members who moved it: they stand behind it as long as it is moved
 * @param source where the number stands that is needed
 * @param isPutToVote whether it was put to the vote, or is being: who stood behind it then stays
 * @param isPublic whether the public may know of it, if it may of the item
 */
public record Supported(
        Subject subject,
        @Nullable MotionKind motion,
        String title,
        int number,
        String mover,
        Set<PersonId> movers,
        SupportCount count,
        LegalSource source,
        boolean isPutToVote,
        boolean isPublic) {

    public Supported {
        movers = Set.copyOf(movers);
    }

    /** Whether it was found that too few stand behind it: it is not put to the vote. */
    public boolean isMissed() {
        return isPutToVote && !count.isReached();
    }

    public boolean isMovedBy(@Nullable PersonId person) {
        return person != null && movers.contains(person);
    }

    public boolean isSupportedBy(@Nullable PersonId person) {
        return person != null && count.supporters().contains(person);
    }

    /** Whether it is obtained by as many as ask for it, not by a majority of votes (R9). */
    public boolean isDemand() {
        return motion != null && motion.isDemand();
    }
}
