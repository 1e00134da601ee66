package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.ProceduralMotion;
import org.jspecify.annotations.Nullable;

/** One vote on an item, or what has to be done between two of them. */
public sealed interface VoteStep {

    boolean isDone();

    /** A motion on the procedure. */
    record Motion(ProceduralMotion motion) implements VoteStep {

        @Override
        public boolean isDone() {
            return !motion.isPending();
        }
    }

    /**
     * A vote on an amendment.
     *
     * @param decision what was decided on the item; none if it is still to be voted on, or voted on again
     * @param settledBy an amendment that was adopted and changes the same; none if there is none
     * @param isAsked whether it has to be decided; those who only advise need not say something on each
     */
    record OfAmendment(
            AmendmentRow row,
            @Nullable AmendmentDecision decision,
            @Nullable AmendmentId settledBy,
            boolean isAsked) implements VoteStep {

        @Override
        public boolean isDone() {
            return decision != null || !isAsked;
        }

        public AmendmentId id() {
            return row.amendment().id();
        }
    }

    /** What was adopted is put into the text. */
    record Merging(boolean isDone) implements VoteStep {}

    /**
     * A vote on one point of the text.
     *
     * @param number counted from 1
     * @param poll that decided on it; none if it is still to be voted on
     */
    record OfPoint(
            int number, ResolutionPoint point, @Nullable PollSummary poll) implements VoteStep {

        @Override
        public boolean isDone() {
            return poll != null;
        }
    }

    /**
     * The vote on the whole.
     *
     * @param outcome what became of the item; none if nothing is resolved yet
     */
    record Whole(boolean withChanges, @Nullable Outcome outcome) implements VoteStep {

        @Override
        public boolean isDone() {
            return outcome != null;
        }
    }
}
