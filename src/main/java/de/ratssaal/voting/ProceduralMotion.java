package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A motion on the procedure.
 *
 * @param words what exactly is moved; may be empty if the kind says it all
 * @param enteredFor whether chair or secretariat entered it for who moved it
 * @param poll in which it was, or is being, voted on; none if hands were counted
 * @param asking how many asked for it, of a {@linkplain MotionKind#isDemand demand}
 * @param votes of those present; none before it is decided, and of a demand
 */
public record ProceduralMotion(
        MotionId id,
        AgendaItemId item,
        MotionKind kind,
        String words,
        PersonId movedBy,
        boolean enteredFor,
        Instant movedAt,
        MotionState state,
        @Nullable Instant decidedAt,
        @Nullable PollId poll,
        @Nullable Integer asking,
        @Nullable Tally votes) {

    /** The furthest-reaching first, of the same kind the earlier one: the order in which they are decided. */
    public static final Comparator<ProceduralMotion> IN_ORDER =
            Comparator.comparing(ProceduralMotion::kind).thenComparing(ProceduralMotion::movedAt);

    /** Not what would tell why the public is to be excluded (R11). Whether its item is public is another question. */
    public boolean isPublic() {
        return kind != MotionKind.EXCLUDE_PUBLIC;
    }

    public boolean isAdopted() {
        return state == MotionState.ADOPTED;
    }

    public boolean isPending() {
        return state == MotionState.PENDING;
    }
}
