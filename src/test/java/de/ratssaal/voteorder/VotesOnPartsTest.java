package de.ratssaal.voteorder;

import static de.ratssaal.amendment.TestAmendments.BENCHES;
import static de.ratssaal.amendment.TestAmendments.FOUNTAIN;
import static de.ratssaal.amendment.TestAmendments.TREES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentMerging;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.AmendmentWriting;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.Count;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.voting.CastVote;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R8, R15: Before the whole is voted on,")
class VotesOnPartsTest {

    private static final String LATER = FOUNTAIN.replace("2028", "2031");
    private static final String SOONER = FOUNTAIN.replace("2028", "2027");

    @Autowired
    ApplicationContext context;

    @Autowired
    VotesOnParts parts;

    @Autowired
    VotesInOrder order;

    @Autowired
    VotesInMinutes minutes;

    @Autowired
    PollSheets sheets;

    @Autowired
    PollConduct conduct;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls polls;

    @Autowired
    Amendments amendments;

    @Autowired
    AmendmentDecisions decisions;

    @Autowired
    AmendmentMerging merging;

    @Autowired
    AmendmentWriting writing;

    @Autowired
    PaperShelf shelf;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private PollId putToVote(TestAmendments on, AmendmentId amendment) {
        return Acting.as(on.meeting.chair(), () -> parts.putToVote(on.item, amendment));
    }

    private PollId putPointToVote(TestAmendments on, int point) {
        return Acting.as(on.meeting.chair(), () -> parts.putPointToVote(on.item, point));
    }

    private CastVote cast(TestAmendments on, PollId poll, int member, Choice choice) {
        return Acting.as(on.meeting.member(member), () -> voting.cast(poll, choice, UUID.randomUUID()));
    }

    private void vote(TestAmendments on, PollId poll, int yes, int no) {
        for (var member = 0; member < yes + no; member++) {
            cast(on, poll, member, member < yes ? Choice.YES : Choice.NO);
        }
        Acting.as(on.meeting.chair(), () -> conduct.close(poll));
    }

    private VoteOrder order(TestAmendments on) {
        return access.asSystem("test", () -> order.of(on.meeting.id(), on.item));
    }

    private PollId voteOnWhole(TestAmendments on) {
        return Acting.as(on.meeting.chair(), () -> {
            var seen = shelf.proposalFor(on.item).orElseThrow();
            return conduct.putToVote(
                    on.meeting.id(),
                    on.item,
                    new PollQuestion(seen.question(), seen.wording(), seen.proposalJson(), seen.withChanges()),
                    null);
        });
    }

    private List<Resolution> resolved(TestAmendments on) {
        return Acting.as(on.meeting.chair(), () -> resolutions.of(on.meeting.id()));
    }

    private void merge(TestAmendments on) {
        Acting.as(on.meeting.chair(), () -> {
            var preview = merging.preview(on.item).orElseThrow();
            merging.merge(on.item, preview.result(), Set.of());
        });
    }

    @Nested
    @DisplayName("amendments are voted on by device,")
    class OnAmendments {

        @Test
        @DisplayName("with their text before the members' eyes, and the result decides them")
        void decides() {
            var on = TestAmendments.before(context);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);

            var poll = putToVote(on, amendment);
            assertThat(putToVote(on, amendment)).as("a double click").isEqualTo(poll);
            var asked = Acting.as(on.meeting.member(3), () -> polls.poll(poll)).question();
            assertThat(asked.question()).startsWith("Änderungsantrag 1");
            assertThat(asked.wording()).contains("Punkt 01 lautet:").contains(LATER);
            vote(on, poll, 3, 2);

            var decision = Acting.as(
                    on.meeting.chair(), () -> amendments.decisions(on.item).get(amendment));
            assertThat(decision.outcome()).isEqualTo(AmendmentOutcome.ADOPTED);
            assertThat(decision.count()).isEqualTo(new Count(3, 2, 0));
            assertThat(resolved(on)).as("the item stays open").isEmpty();
            assertThat(order(on).next()).contains(new VoteStep.Merging(false));
            refused("amendment.vote.not-merged", () -> voteOnWhole(on));

            merge(on);
            assertThat(order(on).next()).get().isInstanceOf(VoteStep.Whole.class);
            vote(on, voteOnWhole(on), 5, 0);
            assertThat(resolved(on)).singleElement().satisfies(it -> {
                assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
                assertThat(it.wording()).contains(LATER);
            });
        }

        @Test
        @DisplayName("a tie rejects")
        void tie() {
            var on = TestAmendments.before(context);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);

            vote(on, putToVote(on, amendment), 2, 2);

            assertThat(Acting.as(
                            on.meeting.chair(),
                            () -> amendments.decisions(on.item).get(amendment).outcome()))
                    .isEqualTo(AmendmentOutcome.REJECTED);
        }

        @Test
        @DisplayName("the furthest-reaching first; another order needs a reason")
        void inOrder() {
            var on = TestAmendments.before(context);
            var nearer = on.submitted(2, LATER, BENCHES, TREES);
            var further = on.submitted(3, BENCHES, TREES);

            assertThat(order(on).openAmendments())
                    .extracting(VoteStep.OfAmendment::id)
                    .containsExactly(further, nearer);
            refused("voteorder.amendment.not-next", () -> putToVote(on, nearer));
            refused(
                    "amendment.order.reason-missing",
                    () -> Acting.as(on.meeting.chair(), () -> parts.rearrange(on.item, List.of(nearer, further), " ")));
            refused(
                    "amendment.order.overtaken",
                    () -> Acting.as(
                            on.meeting.chair(), () -> parts.rearrange(on.item, List.of(nearer, nearer), "Darum")));

            Acting.as(
                    on.meeting.chair(),
                    () -> parts.rearrange(on.item, List.of(nearer, further), "Beide Fraktionen wünschen es"));

            assertThat(order(on).reasonOfOrder()).contains("Beide Fraktionen wünschen es");
            vote(on, putToVote(on, nearer), 0, 5);
            vote(on, putToVote(on, further), 5, 0);
            refused("voteorder.amendment.not-open", () -> putToVote(on, nearer));
        }

        @Test
        @DisplayName(
                "by nobody who is recused, absent or no member; and nobody is recused any more once one is decided")
        void unentitled() {
            var on = TestAmendments.before(context);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);
            Acting.as(
                    on.meeting.chair(),
                    () -> on.meeting.attendance().recuse(on.meeting.id(), on.item, on.meeting.member(3)));
            Acting.as(on.meeting.chair(), () -> on.meeting.attendance().leave(on.meeting.id(), on.meeting.member(4)));

            var poll = putToVote(on, amendment);

            refused("voting.vote.recused", () -> cast(on, poll, 3, Choice.YES));
            refused("voting.vote.absent", () -> cast(on, poll, 4, Choice.YES));
            vote(on, poll, 2, 1);
            refused(
                    "voting.recusal.has-been-voted",
                    () -> Acting.as(
                            on.meeting.chair(),
                            () -> on.meeting.attendance().recuse(on.meeting.id(), on.item, on.meeting.member(1))));
        }

        @Test
        @DisplayName("and not withdrawn while their vote runs, nor put to the vote by a member")
        void guarded() {
            var on = TestAmendments.before(context);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(on.meeting.member(2), () -> parts.putToVote(on.item, amendment)));

            putToVote(on, amendment);

            refused(
                    "voting.item.poll-is-open",
                    () -> Acting.as(on.meeting.member(2), () -> writing.withdraw(amendment)));
            refused(
                    "voting.item.poll-is-open",
                    () -> Acting.as(
                            on.meeting.chair(), () -> decisions.decide(amendment, on.item, AmendmentOutcome.ADOPTED)));
        }

        @Test
        @DisplayName("again, with the reason, before the text is put to the vote")
        void again() {
            var on = TestAmendments.before(context);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);
            var first = putToVote(on, amendment);
            vote(on, first, 0, 5);

            Acting.as(on.meeting.chair(), () -> conduct.annul(first, "Die Frage war unklar"));

            assertThat(order(on).next()).get().isInstanceOf(VoteStep.OfAmendment.class);
            refused("voteorder.again-first", () -> voteOnWhole(on));
            vote(on, putToVote(on, amendment), 0, 5);
            assertThat(order(on).next()).get().isInstanceOf(VoteStep.Whole.class);
            vote(on, voteOnWhole(on), 5, 0);
            assertThatExceptionOfType(Refusal.class)
                    .as("first the vote on the whole is taken back")
                    .isThrownBy(() -> Acting.as(on.meeting.chair(), () -> conduct.annul(lastOf(on), "zu spät")));
        }

        private PollId lastOf(TestAmendments on) {
            return polls.of(on.meeting.id()).stream()
                    .filter(it -> it.purpose() == PollPurpose.AMENDMENT && it.holds())
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        @Test
        @DisplayName("with each name in the minutes and on the result sheet")
        void onRecord() throws Exception {
            var on = TestAmendments.before(context);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);
            var poll = putToVote(on, amendment);
            vote(on, poll, 3, 2);

            assertThat(access.asSystem("test", () -> minutes.of(on.meeting.id(), false))
                            .get(on.item))
                    .anyMatch(it -> it.contains("Änderungsantrag 1") && it.contains("angenommen. Ja: 3, Nein: 2"))
                    .anyMatch(it -> it.contains("Mit Nein stimmten: ")
                            && it.contains(on.meeting.member(4).toString()));
            var pdf = Acting.as(on.meeting.member(1), () -> sheets.of(poll, Locale.GERMAN));
            try (var document = Loader.loadPDF(pdf)) {
                var text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
                assertThat(text)
                        .contains("ErgebnisderAbstimmung")
                        .contains(on.meeting.member(4).toString())
                        .contains("Nichtabgestimmt0");
            }
        }

        @Test
        @DisplayName("on a non-public item for nobody else: neither order nor sheet nor public minutes say anything")
        void nonPublic() {
            var on = TestAmendments.before(context, false);
            on.meeting.call(on.item);
            var amendment = on.submitted(2, LATER, BENCHES, TREES);
            var poll = putToVote(on, amendment);
            vote(on, poll, 3, 2);

            assertThat(access.asSystem("test", () -> minutes.of(on.meeting.id(), true)))
                    .isEmpty();
            var stranger = PersonId.next();
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> Acting.as(stranger, () -> sheets.of(poll, Locale.GERMAN)));
        }
    }

    @Nested
    @DisplayName("single points are voted on by themselves,")
    class OnPoints {

        private TestAmendments separated() {
            var on = TestAmendments.before(context);
            Acting.as(on.meeting.chair(), () -> parts.separate(on.item));
            Acting.as(on.meeting.chair(), () -> parts.separate(on.item));
            return on;
        }

        @Test
        @DisplayName("and the resolution holds those that were carried, after the vote on the whole")
        void carried() {
            var on = separated();
            refused("voteorder.points-first", () -> voteOnWhole(on));
            vote(on, putPointToVote(on, 1), 5, 0);
            vote(on, putPointToVote(on, 2), 1, 4);
            refused("voteorder.point.not-open", () -> putPointToVote(on, 2));
            refused("voteorder.separate.begun", () -> Acting.as(on.meeting.chair(), () -> parts.joinAgain(on.item)));
            vote(on, putPointToVote(on, 3), 3, 2);

            assertThat(order(on).next()).get().isInstanceOf(VoteStep.Whole.class);
            vote(on, voteOnWhole(on), 4, 1);

            assertThat(resolved(on)).singleElement().satisfies(it -> {
                assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
                assertThat(it.wording()).contains(FOUNTAIN).contains(TREES).doesNotContain(BENCHES);
            });
        }

        @Test
        @DisplayName("and the whole is rejected with the last of them if none was carried")
        void noneCarried() {
            var on = separated();
            for (var point = 1; point <= 3; point++) {
                vote(on, putPointToVote(on, point), 1, 4);
            }

            assertThat(resolved(on)).singleElement().satisfies(it -> {
                assertThat(it.outcome()).isEqualTo(Outcome.REJECTED);
                assertThat(it.poll()).isNull();
                assertThat(it.wording()).contains(FOUNTAIN).contains(BENCHES).contains(TREES);
            });
            assertThat(order(on).next()).isEmpty();
        }

        @Test
        @DisplayName("and a vote on one that is taken again brings all of them back until it is decided")
        void again() {
            var on = separated();
            vote(on, putPointToVote(on, 1), 0, 5);
            vote(on, putPointToVote(on, 2), 0, 5);
            var third = putPointToVote(on, 3);
            vote(on, third, 0, 5);
            assertThat(resolved(on)).hasSize(1);

            Acting.as(on.meeting.chair(), () -> conduct.annul(third, "Ein Gerät war gestört"));
            assertThat(resolved(on)).isEmpty();
            vote(on, putPointToVote(on, 3), 5, 0);

            vote(on, voteOnWhole(on), 5, 0);
            assertThat(resolved(on))
                    .singleElement()
                    .satisfies(it -> assertThat(it.wording()).contains(TREES).doesNotContain(FOUNTAIN));
        }

        @Test
        @DisplayName("only if there are several, everything else is decided, and those who conduct choose it")
        void guarded() {
            var on = TestAmendments.before(context);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(on.meeting.member(2), () -> parts.separate(on.item)));
            refused("voteorder.point.not-open", () -> putPointToVote(on, 1));
            on.submitted(2, LATER, BENCHES, TREES);
            refused(
                    "voteorder.separate.impossible",
                    () -> Acting.as(on.meeting.chair(), () -> parts.separate(on.item)));
        }

        @Test
        @DisplayName("unless the chair joins them again before the first is decided")
        void joined() {
            var on = separated();
            Acting.as(on.meeting.chair(), () -> parts.joinAgain(on.item));
            vote(on, voteOnWhole(on), 5, 0);
            assertThat(resolved(on))
                    .singleElement()
                    .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED));
        }
    }

    @Test
    @DisplayName("what a poll was about cannot be changed in the database")
    void staysOnRecord() {
        var on = TestAmendments.before(context);
        var poll = putToVote(on, on.submitted(2, SOONER, BENCHES, TREES));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update voteorder_part set amendment_id = ? where poll_id = ?")
                        .params(UUID.randomUUID(), poll.value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from voteorder_part where poll_id = ?")
                        .param(poll.value())
                        .update());
    }
}
