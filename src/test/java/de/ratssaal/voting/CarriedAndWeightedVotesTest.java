package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.Delegation;
import de.ratssaal.attendance.DelegationEnd;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.challenge.ChallengeId;
import de.ratssaal.challenge.ChallengingVotes;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesDrafting;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.rules.WeightRule;
import de.ratssaal.voteorder.PollSheets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
@DisplayName("BGB §§ 35, 38, 40: Votes left to others, and several votes of one member")
class CarriedAndWeightedVotesTest {

    private static final LegalSource STATUTES = new LegalSource("Satzung", "§ 9");

    /** Rules by which one may carry two votes of others. */
    private static final RulesOfProcedure CARRIED = rules(2, false, false);

    /** Rules by which members have several votes as well. */
    private static final RulesOfProcedure BOTH = rules(2, false, true);

    @Autowired
    ApplicationContext context;

    @Autowired
    Delegating delegating;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    PollVoting voting;

    @Autowired
    VoteCorrecting correcting;

    @Autowired
    PollConduct conduct;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    Polls polls;

    @Autowired
    JdbcClient database;

    private static RulesOfProcedure rules(int most, boolean countsAsPresent, boolean weighted) {
        return TestRules.with(
                OpenVoteRules.of(true, false),
                new DelegationRule(most, countsAsPresent, STATUTES),
                new WeightRule(weighted, false, STATUTES));
    }

    private DelegationId leaves(TestMeeting meeting, int member, int holder) {
        return leaves(meeting, member, holder, null);
    }

    private DelegationId leaves(TestMeeting meeting, int member, int holder, AgendaItemId item) {
        var id = DelegationId.next();
        var who = meeting.member(member);
        Acting.as(who, () -> delegating.give(id, meeting.id(), item, who, meeting.member(holder)));
        return id;
    }

    private void cast(TestMeeting meeting, PollId poll, int caster, int voter, Choice choice) {
        Acting.as(meeting.member(caster), () -> voting.castFor(poll, meeting.member(voter), choice, UUID.randomUUID()));
    }

    private PollSummary close(TestMeeting meeting, PollId poll) {
        return Acting.as(meeting.chair(), () -> conduct.close(poll));
    }

    private List<Vote> votes(TestMeeting meeting, PollId poll) {
        return Acting.as(meeting.chair(), () -> polls.votes(poll));
    }

    private List<Delegation> delegations(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> attendance.delegations(meeting.id()));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private static void violates(String key, String source, ThrowingCallable step) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(step)
                .withMessage(key)
                .satisfies(it -> assertThat(it.source()).hasToString(source));
    }

    private static void unstorable(String state, ThrowingCallable step) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(step)
                .satisfies(it -> assertThat(((SQLException) it.getMostSpecificCause()).getSQLState())
                        .isEqualTo(state));
    }

    @Nested
    @DisplayName("A vote that is left to another member")
    class Carried {

        @Test
        @DisplayName("is the member's vote, cast by who carries it, who may vote otherwise themself")
        void inTheMembersName() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            var poll = meeting.openPoll(meeting.item());

            cast(meeting, poll, 1, 1, Choice.NO);
            cast(meeting, poll, 1, 3, Choice.YES);
            cast(meeting, poll, 2, 2, Choice.YES);
            var closed = close(meeting, poll);

            assertThat(closed.tally()).isEqualTo(new Tally(2, 1, 0));
            assertThat(closed.entitled()).isEqualTo(4);
            assertThat(votes(meeting, poll))
                    .extracting(Vote::person, Vote::choice, Vote::castBy)
                    .containsExactlyInAnyOrder(
                            tuple(meeting.member(1), Choice.NO, null),
                            tuple(meeting.member(3), Choice.YES, meeting.member(1)),
                            tuple(meeting.member(2), Choice.YES, null));
            assertThat(database.sql("select count(*) from audit_entry where line like ?")
                            .param("poll " + poll + ": " + meeting.member(3) + " voted, sealed % cast by "
                                    + meeting.member(1))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        @DisplayName(
                "is not left where the rules do not let it: in a council the mandate is free (GO NRW § 43, ThürKO § 24)")
        void notInACouncil() {
            var meeting = TestMeeting.open(5, 3, context);

            violates("attendance.delegation.not-allowed", "ThürKO § 24 Abs. 1", () -> leaves(meeting, 3, 1));
        }

        @Test
        @DisplayName("is not left by who is present, to oneself, to who has no vote, or twice for the same item")
        void whoMayLeaveIt() {
            var meeting = TestMeeting.open(6, 3, CARRIED, context);
            var guest = meeting.invitedGuest();

            violates("attendance.delegation.is-present", "Satzung § 9", () -> leaves(meeting, 2, 1));
            refused("attendance.delegation.to-oneself", () -> leaves(meeting, 3, 3));
            refused(
                    "attendance.delegation.members-only",
                    () -> Acting.as(
                            meeting.member(3),
                            () -> delegating.give(DelegationId.next(), meeting.id(), null, meeting.member(3), guest)));
            refused(
                    "attendance.delegation.members-only",
                    () -> Acting.as(
                            guest,
                            () -> delegating.give(DelegationId.next(), meeting.id(), null, guest, meeting.member(3))));
            leaves(meeting, 3, 1, meeting.item());
            refused("attendance.delegation.given-already", () -> leaves(meeting, 3, 2));
            leaves(meeting, 3, 2, meeting.nonPublic());
        }

        @Test
        @DisplayName("is left by the member, or entered at the desk from what they wrote; by nobody else")
        void byWhom() {
            var meeting = TestMeeting.open(6, 3, CARRIED, context);
            var id = DelegationId.next();

            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(
                            meeting.member(2),
                            () -> delegating.give(id, meeting.id(), null, meeting.member(3), meeting.member(2))));
            Acting.as(
                    meeting.chair(),
                    () -> delegating.give(id, meeting.id(), null, meeting.member(3), meeting.member(2)));
            Acting.as(
                    meeting.chair(),
                    () -> delegating.give(id, meeting.id(), null, meeting.member(3), meeting.member(2)));

            assertThat(delegations(meeting))
                    .singleElement()
                    .satisfies(it -> assertThat(it.enteredFor()).isTrue());
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(meeting.member(4), () -> delegating.end(id)));
        }

        @Test
        @DisplayName("is one of no more than the rules let one carry")
        void most() {
            var meeting = TestMeeting.open(7, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            leaves(meeting, 4, 1, meeting.item());

            violates("attendance.delegation.too-many", "Satzung § 9", () -> leaves(meeting, 5, 1));
            violates("attendance.delegation.too-many", "Satzung § 9", () -> leaves(meeting, 5, 1, meeting.item()));
            leaves(meeting, 5, 1, meeting.nonPublic());
            leaves(meeting, 6, 2);
        }

        @Test
        @DisplayName("for one item only is cast on no other")
        void oneItem() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1, meeting.nonPublic());
            var poll = meeting.openPoll(meeting.item());

            violates("voting.vote.not-delegated", "Satzung § 9", () -> cast(meeting, poll, 1, 3, Choice.YES));
            assertThat(close(meeting, poll).entitled()).isEqualTo(3);
        }

        @Test
        @DisplayName("is the member's again when they come, and they vote themself")
        void arrival() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            var poll = meeting.openPoll(meeting.item());
            meeting.arrive(meeting.member(3), Place.ROOM);

            violates("voting.vote.not-delegated", "Satzung § 9", () -> cast(meeting, poll, 1, 3, Choice.YES));
            cast(meeting, poll, 3, 3, Choice.NO);

            assertThat(delegations(meeting))
                    .singleElement()
                    .satisfies(it -> assertThat(it.end()).isEqualTo(DelegationEnd.ARRIVED));
            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(0, 1, 0));
        }

        @Test
        @DisplayName("that was cast stays cast when the member comes or takes it back, and is not cast again")
        void used() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            var other = leaves(meeting, 4, 1);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 1, 3, Choice.YES);
            cast(meeting, poll, 1, 4, Choice.YES);
            meeting.arrive(meeting.member(3), Place.ROOM);
            Acting.as(meeting.member(4), () -> delegating.end(other));

            refused("voting.vote.cast-by-another", () -> cast(meeting, poll, 3, 3, Choice.NO));
            refused("voting.vote.cast-by-another", () -> cast(meeting, poll, 4, 4, Choice.NO));
            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(2, 0, 0));
        }

        @Test
        @DisplayName("is not cast any more once it is taken back or given back")
        void ended() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            var revoked = leaves(meeting, 3, 1);
            var returned = leaves(meeting, 4, 1);
            var poll = meeting.openPoll(meeting.item());
            Acting.as(meeting.member(3), () -> delegating.end(revoked));
            Acting.as(meeting.member(3), () -> delegating.end(revoked));
            Acting.as(meeting.member(1), () -> delegating.end(returned));

            violates("voting.vote.not-delegated", "Satzung § 9", () -> cast(meeting, poll, 1, 3, Choice.YES));
            violates("voting.vote.not-delegated", "Satzung § 9", () -> cast(meeting, poll, 1, 4, Choice.YES));
            assertThat(delegations(meeting))
                    .extracting(Delegation::end)
                    .containsExactly(DelegationEnd.REVOKED, DelegationEnd.RETURNED);
        }

        @Test
        @DisplayName("is cast by who carries it, and by nobody else, not even the member from afar")
        void nobodyElse() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            var poll = meeting.openPoll(meeting.item());

            violates("voting.vote.not-delegated", "Satzung § 9", () -> cast(meeting, poll, 2, 3, Choice.YES));
            violates("voting.vote.not-delegated", "Satzung § 9", () -> cast(meeting, poll, 1, 4, Choice.YES));
            violates("voting.vote.absent", "ThürKO § 36", () -> cast(meeting, poll, 3, 3, Choice.YES));
            assertThat(Acting.as(meeting.chair(), () -> polls.voted(poll))).isEmpty();
        }

        @Test
        @DisplayName("rests when the member is recused on the item, or who carries it is (BGB § 34)")
        void recused() {
            var meeting = TestMeeting.open(7, 5, CARRIED, context);
            leaves(meeting, 6, 1);
            leaves(meeting, 5, 2);
            Acting.as(meeting.member(6), () -> attendance.recuse(meeting.id(), meeting.item(), meeting.member(6)));
            Acting.as(meeting.member(2), () -> attendance.recuse(meeting.id(), meeting.item(), meeting.member(2)));
            var poll = meeting.openPoll(meeting.item());

            violates("voting.vote.member-recused", "ThürKO § 38", () -> cast(meeting, poll, 1, 6, Choice.YES));
            violates("voting.vote.recused", "ThürKO § 38", () -> cast(meeting, poll, 2, 5, Choice.YES));
            assertThat(close(meeting, poll).entitled()).isEqualTo(4);
        }

        @Test
        @DisplayName("keeps who cast it from being recused in the running vote")
        void votedThenRecused() {
            var meeting = TestMeeting.open(6, 4, CARRIED, context);
            leaves(meeting, 4, 1);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 1, 4, Choice.YES);

            violates(
                    "voting.recusal.has-voted",
                    "ThürKO § 38",
                    () -> Acting.as(
                            meeting.member(1),
                            () -> attendance.recuse(meeting.id(), meeting.item(), meeting.member(1))));
        }

        @Test
        @DisplayName("goes when who carries it goes")
        void holderLeaves() {
            var meeting = TestMeeting.open(7, 4, CARRIED, context);
            leaves(meeting, 4, 1);
            var poll = meeting.openPoll(meeting.item());
            Acting.as(meeting.member(1), () -> attendance.leave(meeting.id(), meeting.member(1)));

            violates("voting.vote.absent", "ThürKO § 36", () -> cast(meeting, poll, 1, 4, Choice.YES));
            assertThat(Acting.as(meeting.chair(), () -> polls.roll(poll))).hasSize(3);
        }

        @Test
        @DisplayName("that comes into force while a vote runs is cast in it")
        void whileTheVoteRuns() {
            var meeting = TestMeeting.open(5, 4, CARRIED, context);
            var poll = meeting.openPoll(meeting.item());
            Acting.as(meeting.member(3), () -> attendance.leave(meeting.id(), meeting.member(3)));
            leaves(meeting, 3, 1);

            cast(meeting, poll, 1, 3, Choice.YES);

            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(1, 0, 0));
        }

        @Test
        @DisplayName("of who voted and then left counts once")
        void votedAndLeft() {
            var meeting = TestMeeting.open(5, 4, CARRIED, context);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 3, 3, Choice.NO);
            Acting.as(meeting.member(3), () -> attendance.leave(meeting.id(), meeting.member(3)));
            leaves(meeting, 3, 1);

            refused("voting.vote.cast-by-another", () -> cast(meeting, poll, 1, 3, Choice.YES));
            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(0, 1, 0));
        }

        @Test
        @DisplayName("is changed by who cast it, and not by the member who came since")
        void changed() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            var poll = meeting.openPoll(meeting.item());
            var first = UUID.randomUUID();
            var second = UUID.randomUUID();
            Acting.as(meeting.member(1), () -> voting.castFor(poll, meeting.member(3), Choice.YES, first));
            Acting.as(
                    meeting.member(1), () -> correcting.correctFor(poll, meeting.member(3), Choice.NO, second, first));
            meeting.arrive(meeting.member(3), Place.ROOM);

            refused(
                    "voting.vote.cast-by-another",
                    () -> Acting.as(
                            meeting.member(3), () -> correcting.correct(poll, Choice.YES, UUID.randomUUID(), second)));
            violates(
                    "voting.vote.not-delegated",
                    "Satzung § 9",
                    () -> Acting.as(
                            meeting.member(1),
                            () -> correcting.correctFor(
                                    poll, meeting.member(3), Choice.YES, UUID.randomUUID(), second)));
            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(0, 1, 0));
        }

        @Test
        @DisplayName("is entered at the desk for who carries it in the room, not for who carries it from afar")
        void enteredByTheDesk() {
            var meeting = TestMeeting.open(6, 3, CARRIED, context);
            meeting.arrive(meeting.member(3), Place.REMOTE);
            leaves(meeting, 4, 1);
            leaves(meeting, 5, 3);
            var poll = meeting.openPoll(meeting.item());

            Acting.as(meeting.chair(), () -> conduct.enterVote(poll, meeting.member(4), Choice.YES, UUID.randomUUID()));
            refused(
                    "voting.enter.remote",
                    () -> Acting.as(
                            meeting.chair(),
                            () -> conduct.enterVote(poll, meeting.member(5), Choice.YES, UUID.randomUUID())));

            close(meeting, poll);
            assertThat(votes(meeting, poll)).singleElement().satisfies(it -> {
                assertThat(it.enteredFor()).isTrue();
                assertThat(it.castBy()).isEqualTo(meeting.member(1));
            });
        }

        @Test
        @DisplayName("makes no member present for the quorum, unless the rules say so")
        void quorum() {
            for (var counts : List.of(false, true)) {
                var meeting = TestMeeting.open(5, 3, rules(2, counts, false), context);
                leaves(meeting, 3, 1);
                leaves(meeting, 4, 1);

                var quorum = Acting.as(meeting.chair(), () -> attendance.quorum(meeting.id(), meeting.item()));
                assertThat(quorum.present()).isEqualTo(counts ? 5 : 3);

                Acting.as(meeting.member(2), () -> attendance.leave(meeting.id(), meeting.member(2)));
                if (counts) {
                    meeting.openPoll(meeting.item());
                } else {
                    violates("attendance.quorum.not-met", "ThürKO § 36", () -> meeting.openPoll(meeting.item()));
                }
            }
        }

        @Test
        @DisplayName("is not left to somebody while ballots of a secret vote are handed out")
        void secretVote() {
            var meeting = TestMeeting.open(5, 4, CARRIED, context);
            Acting.as(meeting.member(3), () -> attendance.leave(meeting.id(), meeting.member(3)));
            leaves(meeting, 4, 1);
            secret(meeting);
            var poll = meeting.openPoll(meeting.item());

            refused("voting.delegation.secret-runs", () -> leaves(meeting, 3, 1));
            refused(
                    "voting.count.too-many",
                    () -> Acting.as(meeting.chair(), () -> conduct.enterBallots(poll, new Tally(5, 0, 0), 0)));
            Acting.as(meeting.chair(), () -> conduct.enterBallots(poll, new Tally(3, 1, 0), 0));

            assertThat(close(meeting, poll).entitled()).isEqualTo(4);
        }

        @Test
        @DisplayName("stands in the minutes with who carried it, from when to when")
        void inTheMinutes() {
            var meeting = TestMeeting.open(5, 3, CARRIED, context);
            leaves(meeting, 3, 1);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 1, 3, Choice.YES);
            close(meeting, poll);
            var councils = context.getBean(Councils.class);
            var written = context.getBean(Access.class).asSystem("test", () -> {
                context.getBean(MinutesDrafting.class).begin(meeting.id());
                return context.getBean(MinutesBook.class)
                        .written(meeting.id())
                        .parts()
                        .toString();
            });

            assertThat(written)
                    .contains("Übertragene Stimmen")
                    .contains("(abgegeben von %s)".formatted(councils.nameOf(meeting.member(1))));
        }
    }

    @Test
    @DisplayName("stand in the portal and on the printed result with their number and who cast them (R15)")
    void onPaperAndInThePortal() throws Exception {
        var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1, 4);
        leaves(meeting, 3, 1);
        var poll = meeting.openPoll(meeting.item());
        cast(meeting, poll, 1, 3, Choice.YES);
        close(meeting, poll);
        var holder = context.getBean(Councils.class).nameOf(meeting.member(1));

        var sheet = Acting.as(
                meeting.chair(), () -> context.getBean(PollSheets.class).of(poll, Locale.GERMAN));
        try (var document = Loader.loadPDF(sheet)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", ""))
                    .contains("(4Stimmen,abgegebenvon" + holder.replace(" ", "") + ")")
                    .contains("13Stimmenkonntenabgegebenwerden");
        }
        var register = context.getBean(PublicRegister.class);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var results = register.meeting(meeting.id())
                    .orElseThrow()
                    .items()
                    .getFirst()
                    .results();
            var decision = register.decision(results.getFirst().decision()).orElseThrow();
            assertThat(decision.count(Choice.YES)).isEqualTo(4);
            assertThat(decision.votes(Choice.YES)).singleElement().satisfies(it -> {
                assertThat(it.weight()).isEqualTo(4);
                assertThat(it.castBy()).isEqualTo(holder);
            });
        });
    }

    private void secret(TestMeeting meeting) {
        var motion = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(meeting.chair(), () -> motions.countAsking(motion, 3));
    }

    @Nested
    @DisplayName("Several votes of one member")
    class Weighted {

        @Test
        @DisplayName("count together, and yes, no, abstentions and votes not cast are all votes of the entitled")
        void count() {
            var meeting = TestMeeting.weighted(4, BOTH, context, 5, 3, 1, 1, 4);
            leaves(meeting, 4, 2);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 0, 0, Choice.NO);
            cast(meeting, poll, 1, 1, Choice.YES);
            cast(meeting, poll, 2, 2, Choice.ABSTENTION);
            cast(meeting, poll, 2, 4, Choice.YES);

            var closed = close(meeting, poll);

            assertThat(closed.tally()).isEqualTo(new Tally(7, 5, 1));
            assertThat(closed.entitled()).isEqualTo(14);
            assertThat(closed.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
            assertThat(Acting.as(meeting.chair(), () -> polls.byGroup(poll)))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.tally()).isEqualTo(new Tally(7, 5, 1));
                        assertThat(it.notVoted()).isEqualTo(1);
                    });
        }

        @Test
        @DisplayName("are one each where the rules know no others, whatever stands in the register")
        void oneEachByTheRules() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1);
            context.getBean(Access.class)
                    .asSystem(
                            "test",
                            () -> context.getBean(OrganizationAdministration.class)
                                    .adoptRules(
                                            meeting.council().council(),
                                            CARRIED,
                                            LocalDate.ofInstant(
                                                    context.getBean(Clock.class).instant(), TestCouncil.ZONE)));
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 0, 0, Choice.YES);

            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(1, 0, 0));
        }

        @Test
        @DisplayName("make the majority of the legal strength one of votes, and two thirds of those present as well")
        void majorities() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 6, 2, 2, 1);

            assertThat(adopted(meeting, Majority.OF_MEMBERS, 0)).isTrue();
            assertThat(adopted(meeting, Majority.OF_MEMBERS, 1, 2)).isFalse();
            assertThat(adopted(meeting, Majority.TWO_THIRDS_OF_PRESENT, 0)).isFalse();
            assertThat(adopted(meeting, Majority.TWO_THIRDS_OF_PRESENT, 0, 1)).isTrue();
        }

        private boolean adopted(TestMeeting meeting, Majority majority, int... yes) {
            var poll = Acting.as(
                    meeting.chair(),
                    () -> conduct.putPartToVote(
                            meeting.id(),
                            meeting.item(),
                            new PollQuestion("Punkt?", "", null, false),
                            PollPurpose.POINT,
                            majority));
            for (var member : yes) {
                cast(meeting, poll, member, member, Choice.YES);
            }
            var outcome = close(meeting, poll).outcome();
            return outcome != null && outcome.isAdopted();
        }

        @Test
        @DisplayName("are the quorum, where the statutes count votes for it; otherwise members are")
        void quorum() {
            for (var ofVotes : List.of(true, false)) {
                var rules = TestRules.with(BOTH, new WeightRule(true, ofVotes, STATUTES));
                var few = TestMeeting.weighted(2, rules, context, 6, 2, 1, 1, 1);
                assertThat(Acting.as(few.chair(), () -> attendance.quorum(few.id(), few.item()))
                                .isMet())
                        .as("two of five members with 8 of 11 votes")
                        .isEqualTo(ofVotes);
                var many = TestMeeting.weighted(4, rules, context, 1, 1, 1, 1, 6);
                assertThat(Acting.as(many.chair(), () -> attendance.quorum(many.id(), many.item()))
                                .isMet())
                        .as("four of five members with 4 of 10 votes")
                        .isEqualTo(!ofVotes);
                if (ofVotes) {
                    few.openPoll(few.item());
                    violates("attendance.quorum.not-met-votes", "ThürKO § 36", () -> many.openPoll(many.item()));
                }
            }
        }

        @Test
        @DisplayName(
                "of absent members are part of that quorum only if the statutes count whom another carries as present")
        void quorumWithCarried() {
            for (var counts : List.of(true, false)) {
                var rules = TestRules.with(
                        BOTH, new DelegationRule(2, counts, STATUTES), new WeightRule(true, true, STATUTES));
                var meeting = TestMeeting.weighted(2, rules, context, 1, 1, 1, 1, 6);
                leaves(meeting, 4, 1);
                var quorum = Acting.as(meeting.chair(), () -> attendance.quorum(meeting.id(), meeting.item()));
                assertThat(quorum.counted()).isEqualTo(counts ? 8 : 2);
                assertThat(quorum.needed()).isEqualTo(6);

                Acting.as(meeting.member(1), () -> attendance.recuse(meeting.id(), meeting.item(), meeting.member(1)));
                var without = Acting.as(meeting.chair(), () -> attendance.quorum(meeting.id(), meeting.item()));
                assertThat(without.counted()).as("who carries it is recused").isOne();
            }
        }

        @Test
        @DisplayName("are not counted by raised hands, which do not say how many votes they are")
        void noHands() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1);
            var poll = meeting.openPoll(meeting.item());

            violates(
                    "voting.count.weighted",
                    "Satzung § 9",
                    () -> Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(2, 0, 0))));
            violates(
                    "voting.count.weighted",
                    "Satzung § 9",
                    () -> Acting.as(
                            meeting.chair(),
                            () -> conduct.enterCounts(poll, List.of(new GroupCount(null, new Tally(2, 0, 0))))));
            Acting.as(meeting.chair(), () -> conduct.enterCount(poll, Tally.EMPTY));
        }

        @Test
        @DisplayName("nor are hands that were counted before somebody left their vote to another")
        void handsBeforeADelegation() {
            var meeting = TestMeeting.open(5, 4, CARRIED, context);
            var poll = meeting.openPoll(meeting.item());
            Acting.as(meeting.chair(), () -> conduct.enterCount(poll, new Tally(3, 0, 0)));
            leaves(meeting, 4, 1);

            violates("voting.count.weighted", "Satzung § 9", () -> close(meeting, poll));
            Acting.as(meeting.chair(), () -> conduct.enterCount(poll, Tally.EMPTY));
            close(meeting, poll);
        }

        @Test
        @DisplayName("nor in a motion on the procedure, which is put to the vote by device")
        void motion() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1);
            var motion = MotionId.next();
            Acting.as(
                    meeting.member(1),
                    () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.END_DEBATE, ""));

            violates(
                    "voting.count.weighted",
                    "Satzung § 9",
                    () -> Acting.as(meeting.chair(), () -> motions.count(motion, new Tally(2, 1, 0))));
            var poll = Acting.as(meeting.chair(), () -> conduct.putToVote(motion, "Schluss der Debatte?"));
            cast(meeting, poll, 0, 0, Choice.YES);

            assertThat(close(meeting, poll).tally()).isEqualTo(new Tally(5, 0, 0));
        }

        @Test
        @DisplayName("are as many ballots in a secret vote")
        void ballots() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1);
            secret(meeting);
            var poll = meeting.openPoll(meeting.item());

            refused(
                    "voting.count.too-many",
                    () -> Acting.as(meeting.chair(), () -> conduct.enterBallots(poll, new Tally(9, 1, 0), 0)));
            Acting.as(meeting.chair(), () -> conduct.enterBallots(poll, new Tally(6, 2, 0), 1));

            assertThat(close(meeting, poll).entitled()).isEqualTo(9);
        }

        @Test
        @DisplayName("are as many when it is decided whether a vote is taken again")
        void challenge() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1);
            var poll = meeting.openPoll(meeting.item());
            cast(meeting, poll, 0, 0, Choice.YES);
            close(meeting, poll);
            var challenging = context.getBean(ChallengingVotes.class);
            var challenge = ChallengeId.next();
            Acting.as(meeting.member(1), () -> challenging.raise(challenge, poll, "Falsche Frage."));

            refused(
                    "voting.count.too-many",
                    () -> Acting.as(
                            meeting.chair(),
                            () -> challenging.decideByVote(challenge, new Tally(9, 1, 0), "Zu Recht.")));
            Acting.as(meeting.chair(), () -> challenging.decideByVote(challenge, new Tally(4, 5, 0), "Zu Unrecht."));
        }

        @Test
        @DisplayName("stay what they were when the vote began")
        void fixedForAPoll() {
            var meeting = TestMeeting.weighted(3, BOTH, context, 5, 3, 1);
            var poll = meeting.openPoll(meeting.item());

            unstorable(
                    "RS003",
                    () -> database.sql("update voting_entitled set weight = 9 where poll_id = ?")
                            .param(poll.value())
                            .update());
        }
    }

    @Nested
    @DisplayName("The database itself refuses")
    class Unstorable {

        private void insert(PollId poll, PersonId voter, PersonId caster, DelegationId delegation) {
            database.sql("""
                            insert into voting_entitled (poll_id, person_id, seat, cast_by, delegation)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(poll.value(), voter.value(), voter.value(), caster.value(), delegation.value())
                    .update();
        }

        @Test
        @DisplayName("a vote cast by somebody to whom it is not left, not left any more, or not for this item")
        void casters() {
            var meeting = TestMeeting.open(7, 4, CARRIED, context);
            var other = leaves(meeting, 6, 1, meeting.nonPublic());
            var ended = leaves(meeting, 4, 1);
            Acting.as(meeting.member(4), () -> delegating.end(ended));
            var poll = meeting.openPoll(meeting.item());

            unstorable("RS007", () -> insert(poll, meeting.member(6), meeting.member(1), other));
            unstorable("RS007", () -> insert(poll, meeting.member(4), meeting.member(1), ended));
            unstorable("RS007", () -> insert(poll, meeting.member(5), meeting.member(1), DelegationId.next()));
            unstorable(
                    "23503",
                    () -> database.sql("""
                            insert into voting_vote (poll_id, person_id, cast_by, choice, cast_at, receipt, entered_for)
                            values (?, ?, ?, 'YES', now(), ?, false)
                            """)
                            .params(
                                    poll.value(),
                                    meeting.member(2).value(),
                                    meeting.member(1).value(),
                                    UUID.randomUUID())
                            .update());
        }

        @Test
        @DisplayName("a seat with less than one vote")
        void weight() {
            var meeting = TestMeeting.open(4, 3, CARRIED, context);
            var poll = meeting.openPoll(meeting.item());

            unstorable(
                    "23514",
                    () -> database.sql(
                                    "insert into voting_entitled (poll_id, person_id, seat, weight) values (?, ?, ?, 0)")
                            .params(
                                    poll.value(),
                                    meeting.member(3).value(),
                                    meeting.member(3).value())
                            .update());
        }

        @Test
        @DisplayName("a result that is not that of the votes")
        void result() {
            var meeting = TestMeeting.open(4, 3, CARRIED, context);
            var poll = meeting.openPoll(meeting.item());

            unstorable("RS008", () -> database.sql("""
                            update voting_poll set state = 'CLOSED', closed_at = now(), outcome = 'ADOPTED', yes = 3,
                                no = 0, abstentions = 0, recused = 0, entitled = 3 where id = ?
                            """).param(poll.value()).update());
        }

        private void give(TestMeeting meeting, int member, int holder, int most) {
            database.sql("""
                            insert into attendance_delegation
                                (id, meeting_id, member_id, holder_id, most, entered_for, given_at)
                            values (?, ?, ?, ?, ?, false, now())
                            """)
                    .params(
                            UUID.randomUUID(),
                            meeting.id().value(),
                            meeting.member(member).value(),
                            meeting.member(holder).value(),
                            most)
                    .update();
        }

        @Test
        @DisplayName(
                "the vote of who is present, more votes than one may carry, one vote left to two, and what ended in force again")
        void delegations() {
            var meeting = TestMeeting.open(7, 3, CARRIED, context);
            var id = leaves(meeting, 3, 1);

            unstorable("RS085", () -> give(meeting, 2, 1, 2));
            unstorable("RS086", () -> give(meeting, 3, 2, 2));
            give(meeting, 4, 1, 2);
            unstorable("RS087", () -> give(meeting, 5, 1, 2));
            unstorable("23514", () -> give(meeting, 5, 5, 2));
            unstorable(
                    "RS085",
                    () -> database.sql("""
                            insert into attendance_interval (id, meeting_id, person_id, place, since)
                            values (?, ?, ?, 'ROOM', now())
                            """)
                            .params(
                                    UUID.randomUUID(),
                                    meeting.id().value(),
                                    meeting.member(3).value())
                            .update());
            Acting.as(meeting.member(3), () -> delegating.end(id));
            unstorable(
                    "RS088",
                    () -> database.sql("update attendance_delegation set ended_at = null, ended_by = null where id = ?")
                            .param(id.value())
                            .update());
            unstorable(
                    "RS088",
                    () -> database.sql("delete from attendance_delegation where id = ?")
                            .param(id.value())
                            .update());
        }
    }
}
