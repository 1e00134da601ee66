package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.Mover;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.voting.GroupCount;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.ProceduralMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The votes on the item before the meeting in their order: motions on the procedure, amendments, what was adopted put into the
 * text, single points where they are voted on by themselves, and the whole at last.
 *
 * @param item none while no item is before the meeting
 * @param paper whose text is voted on; none for an item without
 * @param steps in order, also those that are done
 * @param reasonOfOrder why the chair gave the amendments another order; none if nobody did
 * @param separation whether single points are voted on by themselves, or could be
 * @param votes polls on the item that have a result, in order
 * @param hands counted by group in the poll that is open
 * @param bloc items that are put to the vote together with the one before the meeting; none if there are none
 */
public record VoteOrder(
        @Nullable AgendaItemId item,
        @Nullable PaperId paper,
        List<VoteStep> steps,
        @Nullable String reasonOfOrder,
        Separation separation,
        List<TakenVote> votes,
        List<GroupCount> hands,
        @Nullable Bloc bloc) {

    static final VoteOrder NONE =
            new VoteOrder(null, null, List.of(), null, Separation.IMPOSSIBLE, List.of(), List.of(), null);

    /** Whether single points are voted on by themselves. */
    public enum Separation {
        /** There are no points, or they cannot be separated now. */
        IMPOSSIBLE,
        POSSIBLE,
        /** Chosen, and no point is decided yet. */
        CHOSEN,
        /** Votes on points were taken. */
        BEGUN
    }

    public VoteOrder {
        steps = List.copyOf(steps);
        votes = List.copyOf(votes);
        hands = List.copyOf(hands);
    }

    /** What comes next; nothing once the item is settled. */
    public Optional<VoteStep> next() {
        var isSettled = steps.stream().anyMatch(it -> it instanceof VoteStep.Whole && it.isDone());
        return steps.stream().filter(it -> !isSettled && !it.isDone()).findFirst();
    }

    /** Amendments that are still to be voted on, in order. */
    public List<VoteStep.OfAmendment> openAmendments() {
        return steps.stream()
                .filter(VoteStep.OfAmendment.class::isInstance)
                .map(VoteStep.OfAmendment.class::cast)
                .filter(it -> it.decision() == null)
                .toList();
    }

    public Optional<TakenVote> vote(@Nullable PollId poll) {
        return votes.stream().filter(it -> it.poll().id().equals(poll)).findFirst();
    }

    /**
     * The rule of the order.
     *
     * @param motions on the item, in the order in which they are to be decided
     * @param amendments handed in to the text, in the order of voting
     * @param decisions on amendments on the item that hold
     * @param reopened amendments of which the vote is taken again
     * @param decides whether those who meet decide on the paper; others need not say something on every amendment
     * @param isMerged whether the text holds what was adopted, and nothing else
     * @param points votes on single points, in order; empty if none are separated
     * @param whole the vote on the whole
     */
    static List<VoteStep> steps(
            List<ProceduralMotion> motions,
            List<AmendmentRow> amendments,
            Map<AmendmentId, AmendmentDecision> decisions,
            Set<AmendmentId> reopened,
            boolean decides,
            boolean isMerged,
            List<VoteStep.OfPoint> points,
            VoteStep.Whole whole) {
        var steps = new ArrayList<VoteStep>();
        var isSettled = whole.isDone();
        motions.stream()
                .filter(it -> it.isPending() || it.poll() != null || it.votes() != null || it.asking() != null)
                .map(VoteStep.Motion::new)
                .forEach(steps::add);
        var votable = amendments.stream().filter(VoteOrder::isVotedOn).toList();
        for (var row : votable) {
            steps.add(new VoteStep.OfAmendment(
                    row,
                    decisions.get(row.amendment().id()),
                    settledBy(row, decisions).orElse(null),
                    decides
                            && !isSettled
                            && (row.amendment().state() == AmendmentState.SUBMITTED
                                    || reopened.contains(row.amendment().id()))));
        }
        var isChanged = !isMerged
                || decisions.values().stream().anyMatch(it -> it.outcome() == AmendmentOutcome.ADOPTED)
                || amendments.stream().anyMatch(it -> it.amendment().state() == AmendmentState.TAKEN_OVER);
        if (isChanged) {
            steps.add(new VoteStep.Merging(isMerged || isSettled));
        }
        steps.addAll(points);
        steps.add(whole);
        return steps;
    }

    private static boolean isVotedOn(AmendmentRow row) {
        var state = row.amendment().state();
        return state != AmendmentState.DRAFT && state != AmendmentState.WITHDRAWN && state != AmendmentState.TAKEN_OVER;
    }

    private static Optional<AmendmentId> settledBy(AmendmentRow row, Map<AmendmentId, AmendmentDecision> decisions) {
        return row.competitors().stream()
                .filter(it -> Optional.ofNullable(decisions.get(it))
                        .filter(made -> made.outcome() == AmendmentOutcome.ADOPTED)
                        .isPresent())
                .findFirst();
    }

    /** With votes that were taken, and hands as they are counted. */
    VoteOrder with(List<TakenVote> taken, List<GroupCount> counted, @Nullable Bloc together) {
        return new VoteOrder(item, paper, steps, reasonOfOrder, separation, taken, counted, together);
    }

    /** The same for somebody who may know of public votes only. */
    VoteOrder publicPart(Predicate<AgendaItemId> mayKnow) {
        return new VoteOrder(
                item,
                paper,
                steps.stream().filter(VoteOrder::isPublic).toList(),
                reasonOfOrder,
                separation,
                votes.stream().filter(it -> it.poll().isPublic()).toList(),
                hands,
                bloc == null ? null : bloc.of(mayKnow));
    }

    /** What an organization recommends that perhaps meets in private is nobody's business before it is decided on. */
    private static boolean isPublic(VoteStep step) {
        return switch (step) {
            case VoteStep.Motion(var motion) -> motion.isPublic();
            case VoteStep.OfAmendment it ->
                it.decision() != null || it.row().amendment().mover().kind() != Mover.Kind.ORGANIZATION;
            case VoteStep.Merging it -> true;
            case VoteStep.OfPoint it -> true;
            case VoteStep.Whole it -> true;
        };
    }
}
