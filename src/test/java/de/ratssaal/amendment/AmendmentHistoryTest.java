package de.ratssaal.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ReleasedVersion;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.ResolutionBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestContextManager;

/**
 * Whatever is edited, released, moved, decided and merged in whichever order, on the real rules and the real database:
 * numbers have no gap, nothing of the history is lost, and what is resolved is what was voted on.
 */
class AmendmentHistoryTest {

    private static final int STEPS = 14;

    @IntegrationTest
    @Import(MovableClock.class)
    static class Application {}

    private static ApplicationContext context() {
        return new TestContextManager(Application.class).getTestContext().getApplicationContext();
    }

    /** What somebody tries. Which of the amendments is meant is counted round. */
    private record Step(Act act, int which, ResolutionProposal proposal) {}

    private enum Act {
        RELEASE,
        DRAFT,
        SUBMIT,
        REVISE,
        WITHDRAW,
        TAKE_OVER,
        GIVE_BACK,
        ADOPT,
        REJECT,
        SETTLE,
        ARRANGE,
        CHOOSE,
        MERGE,
        CHANGE_BY_HAND,
        REVOKE
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var proposals = TestOperations.proposals().filter(it -> !it.points().isEmpty());
        return Combinators.combine(
                        // an amendment has to be handed in before anything comes of it
                        Arbitraries.frequency(
                                Tuple.of(6, Act.DRAFT),
                                Tuple.of(6, Act.SUBMIT),
                                Tuple.of(4, Act.ADOPT),
                                Tuple.of(3, Act.MERGE),
                                Tuple.of(2, Act.RELEASE),
                                Tuple.of(2, Act.CHOOSE),
                                Tuple.of(1, Act.REVISE),
                                Tuple.of(1, Act.WITHDRAW),
                                Tuple.of(1, Act.TAKE_OVER),
                                Tuple.of(1, Act.GIVE_BACK),
                                Tuple.of(1, Act.REJECT),
                                Tuple.of(1, Act.SETTLE),
                                Tuple.of(1, Act.ARRANGE),
                                Tuple.of(1, Act.CHANGE_BY_HAND),
                                Tuple.of(1, Act.REVOKE)),
                        Arbitraries.integers().between(0, 3),
                        proposals)
                .as(Step::new)
                .list()
                .ofSize(STEPS);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    @Label("Numbers have no gap, history is complete, and what is resolved is what was voted on")
    void anyHistory(@ForAll("histories") List<Step> history) {
        var run = new Run(TestAmendments.before(context()), context());
        for (var step : history) {
            run.take(step);
            run.requireNoGap();
            run.requireCompleteHistory();
        }
        run.voteAndRequireThatVeryText();
    }

    /** One history, with what was seen on its way. */
    private static final class Run {

        private final TestAmendments test;
        private final Amendments amendments;
        private final AmendmentWriting writing;
        private final AmendmentDecisions decisions;
        private final AmendmentMerging merging;
        private final AmendmentOrder order;
        private final ProposalChanging changing;
        private final PaperShelf shelf;
        private final PaperWordings wordings;
        private final ApplicationContext context;
        private final List<AmendmentId> made = new ArrayList<>();
        private final List<ReleasedVersion> released = new ArrayList<>();
        private final Map<AmendmentId, List<KeptWording>> kept = new HashMap<>();
        private final Map<AmendmentId, Integer> numbers = new HashMap<>();

        Run(TestAmendments test, ApplicationContext context) {
            this.test = test;
            this.context = context;
            amendments = context.getBean(Amendments.class);
            writing = context.getBean(AmendmentWriting.class);
            decisions = context.getBean(AmendmentDecisions.class);
            merging = context.getBean(AmendmentMerging.class);
            order = context.getBean(AmendmentOrder.class);
            changing = context.getBean(ProposalChanging.class);
            shelf = context.getBean(PaperShelf.class);
            wordings = context.getBean(PaperWordings.class);
        }

        /** What is refused changes nothing; that it did not is seen afterwards. */
        void take(Step step) {
            try {
                test.asSystem(() -> carryOut(step));
            } catch (Refusal refusal) {
                assertThat(refusal.key()).isNotBlank();
            }
        }

        private void carryOut(Step step) {
            if (step.act() == Act.RELEASE) {
                test.release(step.proposal());
            } else if (step.act() == Act.DRAFT) {
                made.add(test.draft(1 + step.which(), step.proposal()));
            } else if (step.act() == Act.MERGE) {
                merge();
            } else if (step.act() == Act.REVOKE) {
                changing.revoke(test.item);
            } else if (step.act() == Act.CHANGE_BY_HAND) {
                changing.change(test.item, current(), step.proposal());
            } else if (step.act() == Act.ARRANGE) {
                order.arrange(test.paper, submitted().reversed(), "anders");
            } else if (step.act() == Act.CHOOSE) {
                choose(step.which());
            } else if (!made.isEmpty()) {
                with(made.get(step.which() % made.size()), step);
            }
        }

        private void with(AmendmentId id, Step step) {
            switch (step.act()) {
                case SUBMIT -> writing.submit(id);
                case REVISE -> {
                    var page = amendments.amendment(id);
                    writing.edit(
                            id,
                            new AmendmentContent("Neu", page.amendment().mover(), test.version(), step.proposal(), ""));
                }
                case WITHDRAW -> writing.withdraw(id);
                case TAKE_OVER -> decisions.takeOver(id);
                case GIVE_BACK -> decisions.giveBack(id);
                case ADOPT -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED);
                case REJECT -> decisions.decide(id, test.item, AmendmentOutcome.REJECTED);
                case SETTLE -> decisions.decide(id, test.item, AmendmentOutcome.SETTLED);
                default -> throw new IllegalArgumentException(step.act().name());
            }
        }

        private void choose(int which) {
            var conflicts = merging.preview(test.item).orElseThrow().conflicts();
            if (!conflicts.isEmpty()) {
                var conflict = conflicts.get(which % conflicts.size());
                var between = conflict.between().stream().toList();
                merging.choose(test.item, conflict.place(), between.get(which % between.size()));
            }
        }

        private void merge() {
            var preview = merging.preview(test.item).orElseThrow();
            merging.merge(test.item, preview.result(), preview.references().keySet());
        }

        private ResolutionProposal current() {
            return wordings.on(test.item).orElseThrow().current();
        }

        private List<AmendmentId> submitted() {
            return amendments.of(test.paper).stream()
                    .map(AmendmentRow::amendment)
                    .filter(it -> it.number() > 0)
                    .map(AmendmentSummary::id)
                    .toList();
        }

        void requireNoGap() {
            test.asSystem(() -> {
                requireNumbered(current());
                shelf.versions(test.paper).forEach(it -> requireNumbered(it.proposal()));
                merging.preview(test.item).ifPresent(it -> requireNumbered(it.result()));
                var numbered = amendments.of(test.paper).stream()
                        .map(AmendmentRow::amendment)
                        .filter(it -> it.number() > 0)
                        .toList();
                assertThat(numbered)
                        .extracting(AmendmentSummary::number)
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, numbered.size())
                                .boxed()
                                .toList());
                numbered.forEach(it -> assertThat(numbers.computeIfAbsent(it.id(), id -> it.number()))
                        .isEqualTo(it.number()));
            });
        }

        private static void requireNumbered(ResolutionProposal proposal) {
            var count = proposal.points().size();
            assertThat(proposal.points())
                    .extracting(ResolutionPoint::label)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, count)
                            .mapToObj(it -> count == 1 ? "" : "%02d".formatted(it))
                            .toList());
        }

        /** Each version and each wording that ever was there is there still, with its fingerprint. */
        void requireCompleteHistory() {
            test.asSystem(() -> {
                var now = shelf.versions(test.paper).reversed();
                assertThat(now.subList(0, released.size())).isEqualTo(released);
                released.clear();
                released.addAll(now);
                assertThat(released)
                        .allSatisfy(it -> assertThat(it.fingerprint())
                                .isEqualTo(it.proposal().fingerprint()));
                for (var id : submitted()) {
                    var page = amendments.amendment(id);
                    var before = kept.getOrDefault(id, List.of());
                    assertThat(page.wordings().subList(0, before.size())).isEqualTo(before);
                    kept.put(id, page.wordings());
                    assertThat(page.wordings())
                            .isNotEmpty()
                            .allSatisfy(it -> assertThat(it.fingerprint())
                                    .isEqualTo(released.get(it.version() - 1).fingerprint()));
                    assertThat(page.wordings().getLast().operations())
                            .as("the last kept wording is what it says now")
                            .isEqualTo(page.amendment().operations());
                }
            });
        }

        void voteAndRequireThatVeryText() {
            test.asSystem(() -> submitted().stream()
                    .filter(it -> amendments.amendment(it).amendment().state() == AmendmentState.SUBMITTED)
                    .forEach(it -> decisions.decide(it, test.item, AmendmentOutcome.REJECTED)));
            take(new Step(Act.MERGE, 0, ResolutionProposal.EMPTY));
            var voted = test.asSystem(this::current);
            var meeting = test.meeting;
            try {
                Acting.as(meeting.chair(), () -> {
                    var question = new PollQuestion("Park", voted.wording(), voted.serialise(), false);
                    var polls = context.getBean(PollConduct.class);
                    var poll = polls.putToVote(meeting.id(), test.item, question, null);
                    take(new Step(Act.REVOKE, 0, voted));
                    take(new Step(Act.CHANGE_BY_HAND, 0, TestOperations.proposal("Ganz anders.")));
                    take(new Step(Act.MERGE, 0, voted));
                    context.getBean(PollVoting.class).cast(poll, Choice.YES, UUID.randomUUID());
                    polls.close(poll);
                    return true;
                });
            } catch (Refusal refusal) {
                // a contradiction that nobody resolved, or an adopted amendment that does not fit: nothing is voted on
                assertThat(refusal.key()).isEqualTo("amendment.vote.not-merged");
                var open = test.asSystem(() -> merging.preview(test.item)).orElseThrow();
                assertThat(open.isMerged()).isFalse();
                return;
            }
            assertThat(test.asSystem(this::current)).isEqualTo(voted);
            var adopted = test.asSystem(() -> merging.preview(test.item)).orElseThrow();
            assertThat(adopted.isMerged()).isTrue();
            assertThat(Acting.as(
                            meeting.chair(),
                            () -> context.getBean(ResolutionBook.class).of(meeting.id())))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.wording()).isEqualTo(voted.wording());
                        assertThat(ResolutionProposal.parse(Objects.requireNonNull(it.proposal()))
                                        .fingerprint())
                                .isEqualTo(voted.fingerprint());
                    });
            requireCompleteHistory();
            requireNoGap();
        }
    }
}
