package de.ratssaal.voteorder;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Mover;
import de.ratssaal.amendment.Reach;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.MotionState;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.ProceduralMotion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The votes on an item are taken in this order:")
class VoteOrderTest {

    private static final Instant NOON = Instant.parse("2026-11-27T11:00:00Z");

    private final AgendaItemId item = AgendaItemId.next();
    private final VoteStep.Whole open = new VoteStep.Whole(false, null);

    private ProceduralMotion motion(MotionState state) {
        return new ProceduralMotion(
                new MotionId(UUID.randomUUID()),
                item,
                MotionKind.END_DEBATE,
                "",
                PersonId.next(),
                false,
                NOON,
                state,
                state == MotionState.PENDING ? null : NOON,
                null,
                null,
                null);
    }

    private static AmendmentRow amendment(int number, AmendmentState state, AmendmentId... competitors) {
        var summary = new AmendmentSummary(
                AmendmentId.next(),
                new PaperId(UUID.randomUUID()),
                number,
                "Anders",
                Mover.member(PersonId.next(), "Kim"),
                "",
                state,
                false,
                1,
                List.of(),
                NOON,
                NOON);
        return new AmendmentRow(summary, new Reach(Reach.Step.WORDING, 10), List.of(competitors));
    }

    private AmendmentDecision decision(AmendmentRow on, AmendmentOutcome outcome) {
        return new AmendmentDecision(on.amendment().id(), item, outcome, true, null, NOON, "Kim");
    }

    private static Optional<VoteStep> next(List<VoteStep> steps) {
        return steps.stream().filter(it -> !it.isDone()).findFirst();
    }

    private List<VoteStep> steps(
            List<ProceduralMotion> motions,
            List<AmendmentRow> amendments,
            Map<AmendmentId, AmendmentDecision> decisions,
            boolean isMerged) {
        return VoteOrder.steps(motions, amendments, decisions, Set.of(), true, isMerged, List.of(), open);
    }

    @Test
    @DisplayName("motions on the procedure before everything else")
    void procedureFirst() {
        var steps = steps(
                List.of(motion(MotionState.PENDING)), List.of(amendment(1, AmendmentState.SUBMITTED)), Map.of(), true);

        assertThat(next(steps)).get().isInstanceOf(VoteStep.Motion.class);
    }

    @Test
    @DisplayName("amendments before the whole, in their order")
    void amendmentsBeforeTheWhole() {
        var first = amendment(2, AmendmentState.SUBMITTED);
        var second = amendment(1, AmendmentState.SUBMITTED);

        assertThat(next(steps(List.of(), List.of(first, second), Map.of(), true)))
                .get()
                .isInstanceOfSatisfying(
                        VoteStep.OfAmendment.class, it -> assertThat(it.row()).isEqualTo(first));
        assertThat(next(steps(
                        List.of(),
                        List.of(first, second),
                        Map.of(first.amendment().id(), decision(first, AmendmentOutcome.REJECTED)),
                        true)))
                .get()
                .isInstanceOfSatisfying(
                        VoteStep.OfAmendment.class, it -> assertThat(it.row()).isEqualTo(second));
    }

    @Test
    @DisplayName("what was adopted is put into the text before the vote on it")
    void mergedBeforeTheWhole() {
        var adopted = amendment(1, AmendmentState.ADOPTED);
        var decisions = Map.of(adopted.amendment().id(), decision(adopted, AmendmentOutcome.ADOPTED));

        assertThat(next(steps(List.of(), List.of(adopted), decisions, false))).contains(new VoteStep.Merging(false));
        assertThat(next(steps(List.of(), List.of(adopted), decisions, true))).contains(open);
    }

    @Test
    @DisplayName("nobody votes on what was withdrawn, or was taken over by the paper's mover")
    void notVotedOn() {
        var steps = steps(
                List.of(),
                List.of(amendment(1, AmendmentState.WITHDRAWN), amendment(2, AmendmentState.TAKEN_OVER)),
                Map.of(),
                true);

        assertThat(steps).noneMatch(VoteStep.OfAmendment.class::isInstance);
        assertThat(next(steps)).contains(open);
    }

    @Test
    @DisplayName("an amendment that changes the same as an adopted one is shown as perhaps settled by it")
    void settled() {
        var adopted = amendment(1, AmendmentState.ADOPTED);
        var rival = amendment(2, AmendmentState.SUBMITTED, adopted.amendment().id());

        var steps = steps(
                List.of(),
                List.of(adopted, rival),
                Map.of(adopted.amendment().id(), decision(adopted, AmendmentOutcome.ADOPTED)),
                true);

        assertThat(next(steps))
                .get()
                .isInstanceOfSatisfying(
                        VoteStep.OfAmendment.class,
                        it -> assertThat(it.settledBy())
                                .isEqualTo(adopted.amendment().id()));
    }

    @Test
    @DisplayName("an amendment of which the vote is taken again comes before the whole again")
    void again() {
        var reopened = amendment(1, AmendmentState.REJECTED);

        var steps = VoteOrder.steps(
                List.of(),
                List.of(reopened),
                Map.of(),
                Set.of(reopened.amendment().id()),
                true,
                true,
                List.of(),
                open);

        assertThat(next(steps)).get().isInstanceOf(VoteStep.OfAmendment.class);
    }

    @Test
    @DisplayName("those who only advise need not vote on every amendment")
    void adviceNeedsNone() {
        var steps = VoteOrder.steps(
                List.of(),
                List.of(amendment(1, AmendmentState.SUBMITTED)),
                Map.of(),
                Set.of(),
                false,
                true,
                List.of(),
                open);

        assertThat(next(steps)).contains(open);
    }

    @Test
    @DisplayName("nothing comes next once the item is settled")
    void settledItem() {
        var steps = VoteOrder.steps(
                List.of(),
                List.of(amendment(1, AmendmentState.SUBMITTED)),
                Map.of(),
                Set.of(),
                true,
                false,
                List.of(),
                new VoteStep.Whole(false, Outcome.DEFERRED));

        assertThat(next(steps)).isEmpty();
    }
}
