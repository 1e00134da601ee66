package de.ratssaal.amendment;

import static de.ratssaal.amendment.TestAmendments.BENCHES;
import static de.ratssaal.amendment.TestAmendments.FOUNTAIN;
import static de.ratssaal.amendment.TestAmendments.TREES;
import static de.ratssaal.amendment.TestOperations.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.TestMeeting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("Amendments")
class AmendmentsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Amendments amendments;

    @Autowired
    AmendmentWriting writing;

    @Autowired
    AmendmentDecisions decisions;

    @Autowired
    AmendmentOrder order;

    @Autowired
    AmendmentMerging merging;

    @Autowired
    ProposalChanging changing;

    @Autowired
    PollConduct polls;

    @Autowired
    PollVoting voting;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    Councils councils;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    TestAmendments test;

    @BeforeEach
    void aPaperBeforeTheMeeting() {
        test = TestAmendments.before(context);
    }

    private PersonId chair() {
        return test.meeting.chair();
    }

    private PersonId member(int number) {
        return test.meeting.member(number);
    }

    private static final PersonId STRANGER = new PersonId(UUID.randomUUID());

    private List<AmendmentId> seenBy(PersonId who) {
        return Acting.as(who, () -> amendments.of(test.paper)).stream()
                .map(it -> it.amendment().id())
                .toList();
    }

    @Nested
    @DisplayName("are written")
    class Written {

        @Test
        @DisplayName("as drafts that nobody sees but their mover")
        void drafts() {
            var draft = test.draft(1, proposal(FOUNTAIN, TREES));

            assertThat(seenBy(member(1))).containsExactly(draft);
            for (var other : List.of(member(2), chair(), STRANGER)) {
                assertThat(seenBy(other)).isEmpty();
                notThere(() -> Acting.as(other, () -> amendments.amendment(draft)));
                notThere(() -> Acting.as(other, () -> writing.submit(draft)));
                notThere(() -> Acting.as(other, () -> writing.discard(draft)));
            }

            Acting.as(member(1), () -> writing.submit(draft));

            assertThat(seenBy(member(2))).containsExactly(draft);
            assertThat(seenBy(STRANGER)).as("the paper is public").containsExactly(draft);
        }

        @Test
        @DisplayName("to a non-public paper for those only who may read it")
        void nonPublic() {
            test = TestAmendments.before(context, false);
            var submitted = test.submitted(1, FOUNTAIN, TREES);

            assertThat(seenBy(member(2))).containsExactly(submitted);
            assertThat(seenBy(STRANGER)).isEmpty();
            notThere(() -> Acting.as(STRANGER, () -> amendments.amendment(submitted)));
            assertThat(Acting.as(STRANGER, () -> amendments.on(test.item))).isEmpty();
            assertThat(Acting.as(STRANGER, () -> amendments.decisions(test.item)))
                    .isEmpty();
            assertThat(Acting.as(STRANGER, () -> merging.preview(test.item))).isEmpty();
            assertThat(Acting.as(STRANGER, () -> amendments.movers(test.paper))).isEmpty();
        }

        @Test
        @DisplayName("by members for themselves, not for others, and by nobody from outside")
        void whoMoves() {
            denied(() -> Acting.as(STRANGER, () -> writing.draft(test.paper, content(member(1)))));
            denied(() -> Acting.as(member(2), () -> writing.draft(test.paper, content(member(1)))));
            denied(() -> Acting.as(
                    member(1),
                    () -> writing.draft(
                            test.paper,
                            new AmendmentContent(
                                    "x",
                                    Mover.organization(test.meeting.council().council(), "Stadtrat"),
                                    1,
                                    proposal(FOUNTAIN),
                                    ""))));
            var guest = test.meeting.invitedGuest();
            denied(() -> Acting.as(guest, () -> writing.draft(test.paper, content(guest))));
        }

        @Test
        @DisplayName("for a political group, whose members all see the draft")
        void group() {
            var group = test.meeting.council().organization(Classification.POLITICAL_GROUP, 2, context);
            test.asSystem(() -> {
                TestCouncil.join(group, member(2), MembershipRole.MEMBER, context);
                TestCouncil.join(group, member(3), MembershipRole.MEMBER, context);
            });
            var mover = Mover.group(group, councils.organization(group).name());
            var content = new AmendmentContent("x", mover, 1, proposal(FOUNTAIN, TREES), "");
            denied(() -> Acting.as(member(4), () -> writing.draft(test.paper, content)));

            var draft = Acting.as(member(2), () -> writing.draft(test.paper, content));

            assertThat(seenBy(member(3))).containsExactly(draft);
            assertThat(seenBy(member(4))).isEmpty();
            assertThat(seenBy(chair())).isEmpty();
            Acting.as(member(3), () -> writing.submit(draft));
            assertThat(seenBy(member(4))).containsExactly(draft);
        }

        private AmendmentContent content(PersonId mover) {
            return new AmendmentContent("x", Mover.member(mover, councils.nameOf(mover)), 1, proposal(FOUNTAIN), "");
        }

        @Test
        @DisplayName("and then stay as they were handed in")
        void handedIn() {
            var id = test.submitted(1, FOUNTAIN, TREES);

            refused(
                    "amendment.write.handed-in",
                    () -> Acting.as(member(1), () -> writing.edit(id, content(member(1)))));
            refused("amendment.write.handed-in", () -> Acting.as(member(1), () -> writing.discard(id)));
            denied(() -> Acting.as(member(2), () -> writing.withdraw(id)));
            stays("delete from amendment_amendment where id = '%s'".formatted(id));
            stays("update amendment_amendment set number = 7 where id = '%s'".formatted(id));
            stays("update amendment_wording set title = 'x' where amendment_id = '%s'".formatted(id));
        }

        @Test
        @DisplayName("to change something")
        void nothing() {
            var draft = test.draft(1, proposal(FOUNTAIN, BENCHES, TREES));

            refused("amendment.submit.nothing", () -> Acting.as(member(1), () -> writing.submit(draft)));
        }
    }

    @Test
    @DisplayName("are counted within their paper without a gap, whatever is thrown away")
    void numbers() {
        test.submitted(1, FOUNTAIN, TREES);
        var draft = test.draft(2, proposal(FOUNTAIN));
        new TransactionTemplate(transactions).executeWithoutResult(it -> {
            Acting.as(member(2), () -> writing.submit(draft));
            it.setRollbackOnly();
        });
        Acting.as(member(2), () -> writing.discard(draft));
        test.submitted(2, FOUNTAIN, BENCHES);

        assertThat(Acting.as(chair(), () -> amendments.of(test.paper)))
                .extracting(it -> it.amendment().number())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Nested
    @DisplayName("follow their paper")
    class Follow {

        @Test
        @DisplayName("to a new version in which their points are unchanged")
        void carriedOver() {
            var id = test.submitted(1, FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES);

            test.release(proposal("Eine Mauer wird gebaut.", FOUNTAIN, BENCHES, TREES));

            var page = Acting.as(member(1), () -> amendments.amendment(id));
            assertThat(page.amendment().toCheck()).isFalse();
            assertThat(page.amendment().version()).isEqualTo(2);
            assertThat(page.amendment().operations())
                    .containsExactly(new Operation.ReplaceText(3, BENCHES.replace("10.000", "5.000")));
            assertThat(page.wordings()).extracting(KeptWording::cause).containsExactly("SUBMITTED", "CARRIED_OVER");
            assertThat(page.wordings().getFirst().operations())
                    .containsExactly(new Operation.ReplaceText(2, BENCHES.replace("10.000", "5.000")));
        }

        @Test
        @DisplayName("or have to be looked at, and are not adopted before their mover wrote them anew")
        void toCheck() {
            var id = test.submitted(1, FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES);

            test.release(proposal(FOUNTAIN, BENCHES.replace("10.000", "20.000"), TREES));

            assertThat(Acting.as(member(1), () -> amendments.amendment(id))
                            .amendment()
                            .toCheck())
                    .isTrue();
            refused(
                    "amendment.to-check",
                    () -> Acting.as(chair(), () -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED)));

            Acting.as(
                    member(1),
                    () -> writing.edit(
                            id,
                            new AmendmentContent(
                                    "Billiger",
                                    test.mover(member(1)),
                                    2,
                                    proposal(FOUNTAIN, BENCHES.replace("10.000", "8.000"), TREES),
                                    "")));
            Acting.as(chair(), () -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED));

            var page = Acting.as(member(1), () -> amendments.amendment(id));
            assertThat(page.wordings())
                    .extracting(KeptWording::cause, KeptWording::version)
                    .containsExactly(tuple("SUBMITTED", 1), tuple("TO_CHECK", 1), tuple("REVISED", 2));
            assertThat(page.amendment().state()).isEqualTo(AmendmentState.ADOPTED);
        }

        @Test
        @DisplayName("even once adopted; written anew they are open again")
        void adoptedAndChanged() {
            var id = test.submitted(1, FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES);
            Acting.as(chair(), () -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED));
            merge();

            test.release(proposal(FOUNTAIN, BENCHES.replace("10.000", "20.000"), TREES));

            refused("amendment.vote.not-merged", AmendmentsTest.this::openPoll);
            refused(
                    "amendment.merge.to-check",
                    () -> Acting.as(
                            chair(), () -> merging.merge(test.item, proposal(FOUNTAIN, BENCHES, TREES), Set.of())));
        }
    }

    @Nested
    @DisplayName("are decided")
    class Decided {

        @Test
        @DisplayName("by whoever conducts the meeting, and by nobody else")
        void whoDecides() {
            var id = test.submitted(1, FOUNTAIN, TREES);

            for (var other : List.of(member(2), member(3), STRANGER)) {
                denied(() -> Acting.as(other, () -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED)));
                denied(() -> Acting.as(other, () -> decisions.takeOver(id)));
                denied(() -> Acting.as(other, () -> order.arrange(test.paper, List.of(id), "x")));
            }
        }

        @Test
        @DisplayName("with votes that fit the result")
        void counts() {
            var id = test.submitted(1, FOUNTAIN, TREES);

            refused(
                    "amendment.decide.count-contradicts",
                    () -> Acting.as(
                            chair(),
                            () -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED, new Count(1, 2, 0))));
            refused(
                    "amendment.decide.count-contradicts",
                    () -> Acting.as(
                            chair(),
                            () -> decisions.decide(id, test.item, AmendmentOutcome.ADOPTED, new Count(2, 2, 0))));
            Acting.as(chair(), () -> decisions.decide(id, test.item, AmendmentOutcome.REJECTED, new Count(1, 2, 2)));

            assertThat(Acting.as(chair(), () -> amendments.decisions(test.item)).get(id))
                    .satisfies(it -> assertThat(it.count()).isEqualTo(new Count(1, 2, 2)));
        }

        @Test
        @DisplayName("a tie adopts nothing, in the database as well, unless it says that the chair broke it")
        void aTieInTheDatabase() {
            var id = test.submitted(1, FOUNTAIN, TREES);
            var tie = """
                    insert into amendment_decision (amendment_id, item_id, meeting_id, outcome, is_final, yes, no,
                        abstentions, casting_vote, decided_at, decided_by)
                    values ('%s', '%s', '%s', 'ADOPTED', true, %d, %d, 0, %s, now(), 'Test')
                    """;
            for (var refused : List.of(
                    tie.formatted(id, test.item, test.meeting.id(), 2, 2, "false"),
                    tie.formatted(id, test.item, test.meeting.id(), 1, 2, "true"),
                    tie.formatted(id, test.item, test.meeting.id(), 3, 2, "true"))) {
                assertThatExceptionOfType(DataAccessException.class)
                        .as(refused)
                        .isThrownBy(() -> database.sql(refused).update())
                        .withMessageContaining("amendment_decision_");
            }
            assertThat(database.sql(tie.formatted(id, test.item, test.meeting.id(), 2, 2, "true"))
                            .update())
                    .isEqualTo(1);
        }

        @Test
        @DisplayName("at a tie as the chair says, if the rules give the chair a casting vote")
        void tie() {
            var tie = new Count(2, 2, 0);

            tie.require(AmendmentOutcome.ADOPTED, true);
            tie.require(AmendmentOutcome.REJECTED, true);
            tie.require(AmendmentOutcome.REJECTED, false);
            refused("amendment.decide.count-contradicts", () -> tie.require(AmendmentOutcome.ADOPTED, false));
        }

        @Test
        @DisplayName("as settled only where another one to the same point was adopted")
        void settled() {
            var delete = test.submitted(1, FOUNTAIN, TREES);
            var cheaper = test.submitted(2, FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES);
            refused(
                    "amendment.decide.nothing-settles",
                    () -> Acting.as(chair(), () -> decisions.decide(cheaper, test.item, AmendmentOutcome.SETTLED)));

            Acting.as(chair(), () -> decisions.decide(delete, test.item, AmendmentOutcome.ADOPTED));
            Acting.as(chair(), () -> decisions.decide(cheaper, test.item, AmendmentOutcome.SETTLED));

            assertThat(Acting.as(chair(), () -> amendments.of(test.paper)))
                    .extracting(it -> it.amendment().state())
                    .containsExactly(AmendmentState.ADOPTED, AmendmentState.SETTLED);
        }

        @Test
        @DisplayName("in the order that the system proposes, or that the chair gave with a reason")
        void order() {
            var cheaper = test.submitted(1, FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES);
            var delete = test.submitted(2, FOUNTAIN, TREES);
            assertThat(seenBy(member(3))).containsExactly(delete, cheaper);

            refused(
                    "amendment.order.reason-missing",
                    () -> Acting.as(chair(), () -> order.arrange(test.paper, List.of(cheaper, delete), " ")));
            Acting.as(chair(), () -> order.arrange(test.paper, List.of(cheaper, delete), "So vereinbart"));

            assertThat(seenBy(member(3))).containsExactly(cheaper, delete);
            assertThat(Acting.as(member(3), () -> amendments.reasonOfOrder(test.paper)))
                    .hasValueSatisfying(it -> assertThat(it).startsWith("So vereinbart"));
            refused(
                    "amendment.order.overtaken",
                    () -> Acting.as(chair(), () -> order.arrange(test.paper, List.of(delete), "x")));
        }
    }

    @Test
    @DisplayName("are only recommended by those who advise on the paper, and stay open for those who decide")
    void advice() {
        var committee = test.meeting.council().organization(Classification.COMMITTEE, 3, context);
        var id = test.submitted(1, FOUNTAIN, TREES);
        var advising = test.asSystem(() -> {
            var planning = context.getBean(MeetingPlanning.class);
            var starts = context.getBean(Clock.class).instant().plus(Duration.ofDays(30));
            var meeting = planning.plan(
                    committee, new MeetingPlan("Ausschuss", MeetingMode.IN_PERSON, starts, null, "Rathaus", ""));
            var item = planning.addItem(meeting, null, true, "Park");
            context.getBean(PaperRouting.class).putOnAgenda(test.paper, item, ConsultationRole.ADVICE);
            return item;
        });

        test.asSystem(() -> decisions.decide(id, advising, AmendmentOutcome.ADOPTED));

        assertThat(test.asSystem(() -> merging.preview(advising)).orElseThrow().amendments())
                .extracting(AmendmentSummary::id)
                .containsExactly(id);
        assertThat(preview().amendments()).isEmpty();
        assertThat(Acting.as(chair(), () -> amendments.amendment(id))
                        .amendment()
                        .state())
                .isEqualTo(AmendmentState.SUBMITTED);
        refused("amendment.vote.undecided", this::openPoll);
    }

    @Test
    @DisplayName("show nothing of what was decided on a non-public item to those who may not see it")
    void decidedBehindClosedDoors() {
        var id = test.submitted(1, FOUNTAIN, TREES);
        var behindDoors = test.meeting.nonPublic();
        test.asSystem(() ->
                context.getBean(PaperRouting.class).putOnAgenda(test.paper, behindDoors, ConsultationRole.DECISION));

        Acting.as(chair(), () -> decisions.decide(id, behindDoors, AmendmentOutcome.REJECTED));

        assertThat(Acting.as(member(2), () -> amendments.amendment(id)))
                .satisfies(it -> assertThat(it.amendment().state()).isEqualTo(AmendmentState.REJECTED))
                .satisfies(it -> assertThat(it.decisions()).hasSize(1));
        assertThat(Acting.as(STRANGER, () -> amendments.amendment(id)))
                .satisfies(it -> assertThat(it.amendment().state()).isEqualTo(AmendmentState.SUBMITTED))
                .satisfies(it -> assertThat(it.decisions()).isEmpty());
        assertThat(Acting.as(STRANGER, () -> amendments.of(test.paper)))
                .extracting(it -> it.amendment().state())
                .containsExactly(AmendmentState.SUBMITTED);
    }

    @Nested
    @DisplayName("are merged")
    class Merging {

        @Test
        @DisplayName("into the text that is put to the vote, and that very text is resolved")
        void resolvedAsVotedOn() {
            var delete = test.submitted(1, FOUNTAIN, TREES);
            var lamp = test.submitted(2, FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");
            refused("amendment.vote.undecided", AmendmentsTest.this::openPoll);
            Acting.as(chair(), () -> decisions.decide(delete, test.item, AmendmentOutcome.REJECTED));
            Acting.as(chair(), () -> decisions.decide(lamp, test.item, AmendmentOutcome.ADOPTED));
            refused("amendment.vote.not-merged", AmendmentsTest.this::openPoll);
            merge();
            var expected = proposal(FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");

            var poll = openPoll();
            refused("voting.item.poll-is-open", () -> Acting.as(chair(), () -> changing.revoke(test.item)));
            refused(
                    "voting.item.poll-is-open",
                    () -> Acting.as(chair(), () -> changing.change(test.item, expected, proposal(FOUNTAIN))));
            refused(
                    "voting.item.poll-is-open",
                    () -> Acting.as(chair(), () -> decisions.decide(delete, test.item, AmendmentOutcome.ADOPTED)));
            for (var text : List.of("question", "wording", "proposal", "fingerprint", "proposal_fingerprint")) {
                assertThatExceptionOfType(DataAccessException.class)
                        .as(text)
                        .isThrownBy(() -> database.sql(
                                        "update voting_poll set %s = repeat('a', 64) where id = ?".formatted(text))
                                .param(poll.value())
                                .update());
            }
            Acting.as(member(1), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
            Acting.as(chair(), () -> polls.close(poll));

            var resolution = resolution();
            assertThat(ResolutionProposal.parse(Objects.requireNonNull(resolution.proposal())))
                    .isEqualTo(expected);
            assertThat(database.sql("select proposal_fingerprint from voting_resolution where id = ?")
                            .param(resolution.id())
                            .query(String.class)
                            .single())
                    .isEqualTo(expected.fingerprint());
            refused("voting.record.settled", () -> Acting.as(chair(), () -> changing.revoke(test.item)));
        }

        @Test
        @DisplayName("and past the application nothing else can be resolved than was voted on")
        void nothingElseIsResolved() {
            var poll = openPoll();
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql("""
                        insert into voting_resolution (id, meeting_id, item_id, poll_id, outcome, question,
                            wording, proposal, fingerprint, proposal_fingerprint, is_public, decided_at)
                        select gen_random_uuid(), meeting_id, item_id, id, 'ADOPTED', question,
                            'Etwas anderes', proposal, fingerprint, proposal_fingerprint, true, now()
                        from voting_poll where id = ?
                        """).param(poll.value()).update())
                    .withMessageContaining("says what its poll put to the vote");
        }

        @Test
        @DisplayName("once it is chosen what holds where two contradict each other")
        void conflicts() {
            var later = test.submitted(1, FOUNTAIN.replace("2028", "2030"), BENCHES, TREES);
            var sooner = test.submitted(2, FOUNTAIN.replace("2028", "2027"), BENCHES, TREES);
            Acting.as(chair(), () -> decisions.decide(later, test.item, AmendmentOutcome.ADOPTED));
            Acting.as(chair(), () -> decisions.decide(sooner, test.item, AmendmentOutcome.ADOPTED));
            refused(
                    "amendment.merge.conflicts",
                    () -> Acting.as(
                            chair(), () -> merging.merge(test.item, proposal(FOUNTAIN, BENCHES, TREES), Set.of())));
            var conflict = preview().conflicts().getFirst();
            denied(() -> Acting.as(member(3), () -> merging.choose(test.item, conflict.place(), later)));

            Acting.as(chair(), () -> merging.choose(test.item, conflict.place(), sooner));

            assertThat(preview().isComplete()).isTrue();
            assertThat(preview().result().points().getFirst().text()).contains("2027");
        }

        @Test
        @DisplayName("with references that somebody agreed to")
        void references() {
            var delete = test.submitted(1, FOUNTAIN, "Eine Mauer wird gebaut.", BENCHES, TREES);
            Acting.as(chair(), () -> decisions.decide(delete, test.item, AmendmentOutcome.ADOPTED));
            assertThat(preview().references()).containsOnlyKeys(4);

            Acting.as(chair(), () -> merging.merge(test.item, preview().result(), Set.of(4)));

            assertThat(preview().wording().current().points().get(3).text()).contains("BP 03");
            assertThat(preview().isMerged()).isTrue();
        }

        @Test
        @DisplayName("with those that the paper’s mover took over, until the wording is the paper’s again")
        void takenOver() {
            var lamp = test.submitted(2, FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");
            test.asSystem(() -> decisions.takeOver(lamp));
            refused(
                    "amendment.decide.not-open",
                    () -> Acting.as(chair(), () -> decisions.decide(lamp, test.item, AmendmentOutcome.REJECTED)));
            merge();
            assertThat(preview().isMerged()).isTrue();

            Acting.as(chair(), () -> changing.revoke(test.item));

            assertThat(preview().isMerged()).isFalse();
            refused("amendment.vote.not-merged", AmendmentsTest.this::openPoll);
        }

        @Test
        @DisplayName("and taken out again if the decision is corrected")
        void corrected() {
            var lamp = test.submitted(2, FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");
            Acting.as(chair(), () -> decisions.decide(lamp, test.item, AmendmentOutcome.ADOPTED));
            merge();

            Acting.as(chair(), () -> decisions.decide(lamp, test.item, AmendmentOutcome.REJECTED));

            refused("amendment.vote.not-merged", AmendmentsTest.this::openPoll);
            merge();
            assertThat(preview().wording().withChanges()).isFalse();
            openPoll();
            assertThat(Acting.as(chair(), () -> amendments.amendment(lamp)).decisions())
                    .extracting(AmendmentDecision::outcome)
                    .containsExactly(AmendmentOutcome.ADOPTED, AmendmentOutcome.REJECTED);
        }
    }

    @Nested
    @DisplayName("hold")
    class Hold {

        @Test
        @DisplayName("on a later item too, if the vote on the paper is put off after they were adopted")
        void putOff() {
            var lamp = test.submitted(1, FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");
            Acting.as(chair(), () -> decisions.decide(lamp, test.item, AmendmentOutcome.ADOPTED));
            Acting.as(chair(), () -> resolutions.record(test.meeting.id(), test.item, Outcome.DEFERRED));
            var later = onLaterItem();

            refused("amendment.vote.not-merged", () -> openPoll(later));
            assertThat(preview(later).amendments())
                    .extracting(AmendmentSummary::id)
                    .containsExactly(lamp);
            merge(later);
            assertThat(preview(later).wording().current())
                    .isEqualTo(proposal(FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts."));
            openPoll(later);
        }

        @Test
        @DisplayName("there until something else is noted")
        void notedAnew() {
            var delete = test.submitted(1, FOUNTAIN, TREES);
            var cheaper = test.submitted(2, FOUNTAIN, BENCHES.replace("10.000", "5.000"), TREES);
            Acting.as(chair(), () -> decisions.decide(delete, test.item, AmendmentOutcome.ADOPTED));
            var later = onLaterItem();
            Acting.as(chair(), () -> decisions.decide(cheaper, later, AmendmentOutcome.SETTLED));

            Acting.as(chair(), () -> decisions.decide(delete, later, AmendmentOutcome.REJECTED));

            assertThat(preview(later).amendments()).isEmpty();
            openPoll(later);
        }

        @Test
        @DisplayName("when the paper is taken off the item and put on it again: the merged text is not there any more")
        void putOnAgain() {
            var lamp = test.submitted(1, FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");
            Acting.as(chair(), () -> decisions.decide(lamp, test.item, AmendmentOutcome.ADOPTED));
            merge();

            takeOff();
            test.asSystem(() ->
                    context.getBean(PaperRouting.class).putOnAgenda(test.paper, test.item, ConsultationRole.DECISION));

            assertThat(preview().isMerged()).isFalse();
            refused("amendment.vote.not-merged", AmendmentsTest.this::openPoll);
        }

        @Test
        @DisplayName("and nobody takes the paper off while it is voted on, or gives an amendment to it or away from it")
        void whileVotedOn() {
            var lamp = test.submitted(1, FOUNTAIN, BENCHES, TREES, "Lampen leuchten nachts.");
            var delete = test.submitted(2, FOUNTAIN, TREES);
            test.asSystem(() -> decisions.takeOver(lamp));
            Acting.as(chair(), () -> decisions.decide(delete, test.item, AmendmentOutcome.REJECTED));
            merge();
            var poll = openPoll();

            refused("voting.item.poll-is-open", this::takeOff);
            refused("voting.item.poll-is-open", () -> test.asSystem(() -> decisions.giveBack(lamp)));
            refused("voting.item.poll-is-open", () -> test.asSystem(() -> decisions.takeOver(delete)));

            Acting.as(member(1), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
            Acting.as(chair(), () -> polls.close(poll));
            refused("voting.record.settled", this::takeOff);
            refused("voting.record.settled", () -> test.asSystem(() -> decisions.giveBack(lamp)));

            Acting.as(
                    chair(),
                    () -> test.meeting.conduct().finishItem(test.meeting.id(), test.item, test.meeting.revision()));
            refused("paper.agenda.item-settled", () -> test.asSystem(() -> decisions.giveBack(lamp)));
        }

        @Test
        @DisplayName("nor is anything put to the vote that somebody changed after it was read")
        void overtaken() {
            var read = question(test.item);
            var prepared = Acting.as(chair(), () -> polls.prepare(test.meeting.id(), test.item, read, null));
            Acting.as(
                    chair(), () -> changing.change(test.item, proposal(FOUNTAIN, BENCHES, TREES), proposal(FOUNTAIN)));

            refused("paper.change.overtaken", () -> Acting.as(chair(), () -> polls.open(prepared)));
            refused(
                    "paper.change.overtaken",
                    () -> Acting.as(chair(), () -> polls.putToVote(test.meeting.id(), test.item, read, null)));
            openPoll();
        }

        private void takeOff() {
            test.asSystem(() -> context.getBean(PaperRouting.class).takeOffAgenda(test.paper, test.item));
        }

        private AgendaItemId onLaterItem() {
            var later = test.meeting.nonPublic();
            test.asSystem(() ->
                    context.getBean(PaperRouting.class).putOnAgenda(test.paper, later, ConsultationRole.DECISION));
            test.meeting.call(later);
            return later;
        }
    }

    private MergePreview preview() {
        return preview(test.item);
    }

    private MergePreview preview(AgendaItemId item) {
        return Acting.as(chair(), () -> merging.preview(item)).orElseThrow();
    }

    private void merge() {
        merge(test.item);
    }

    private void merge(AgendaItemId item) {
        var preview = preview(item);
        Acting.as(chair(), () -> merging.merge(item, preview.result(), Set.of()));
    }

    private PollId openPoll() {
        return openPoll(test.item);
    }

    private PollId openPoll(AgendaItemId item) {
        var question = question(item);
        return Acting.as(chair(), () -> polls.putToVote(test.meeting.id(), item, question, null));
    }

    private PollQuestion question(AgendaItemId item) {
        var wording = preview(item).wording();
        return new PollQuestion(
                "Park", wording.current().wording(), wording.current().serialise(), wording.withChanges());
    }

    private Resolution resolution() {
        return Acting.as(chair(), () -> resolutions.of(test.meeting.id())).stream()
                .filter(it -> it.item().equals(test.item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("are asked about before any vote: words of the desk's own are refused once a paper is on the item")
    void noVoteOnOtherWords() {
        test.submitted(1, FOUNTAIN, TREES);
        var own = new PollQuestion("Park", "Frei formuliert", null, false);

        refused(
                "paper.change.overtaken",
                () -> Acting.as(chair(), () -> polls.putToVote(test.meeting.id(), test.item, own, null)));
        refused("amendment.vote.undecided", this::openPoll);
    }

    @Test
    @DisplayName("and no paper comes onto an item on which a vote runs")
    void noPaperDuringAVote() {
        var meeting = TestMeeting.open(5, 5, context);
        var other = meeting.item();
        meeting.openPoll(other);
        var paper = test.asSystem(() -> {
            var drafting = context.getBean(PaperDrafting.class);
            var id = drafting.draft(
                    meeting.council().council(), TestPapers.content("Wiese", true, "Die Wiese wird gemäht."));
            drafting.release(id, 1);
            return id;
        });

        refused(
                "voting.item.poll-is-open",
                () -> test.asSystem(() ->
                        context.getBean(PaperRouting.class).putOnAgenda(paper, other, ConsultationRole.DECISION)));
    }

    private void stays(String change) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(change)
                .isThrownBy(() -> database.sql(change).update())
                .withMessageContaining("stays on record");
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(step)
                .satisfies(it -> assertThat(it.key()).isEqualTo(key));
    }

    private static void denied(ThrowingCallable step) {
        assertThatException().isThrownBy(step).isInstanceOf(AccessDeniedException.class);
    }

    private static void notThere(ThrowingCallable step) {
        assertThatException().isThrownBy(step).isInstanceOf(NoSuchElementException.class);
    }
}
