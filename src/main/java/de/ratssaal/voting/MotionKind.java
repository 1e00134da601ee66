package de.ratssaal.voting;

import org.jspecify.annotations.Nullable;

/** What a motion on the procedure asks for, the furthest-reaching first. In this order they are decided. */
public enum MotionKind {
    CLOSE_MEETING,
    PASS_TO_NEXT_ITEM,
    DEFER,
    REFER,
    INTERRUPT,
    EXCLUDE_PUBLIC,
    END_DEBATE,
    CLOSE_LIST,
    SECRET_VOTE,
    ROLL_CALL,
    OTHER;

    /** Whether it is obtained by as many as ask for it, not by a majority of votes (R9). */
    public boolean isDemand() {
        return this == SECRET_VOTE || this == ROLL_CALL;
    }

    /** What becomes of the item if it is adopted; nothing if the item goes on. */
    @Nullable
    Outcome settles() {
        return switch (this) {
            case DEFER -> Outcome.DEFERRED;
            case REFER -> Outcome.REFERRED;
            case PASS_TO_NEXT_ITEM -> Outcome.WITHDRAWN;
            case CLOSE_MEETING, INTERRUPT, EXCLUDE_PUBLIC, END_DEBATE, CLOSE_LIST, SECRET_VOTE, ROLL_CALL, OTHER ->
                null;
        };
    }
}
