package de.ratssaal.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Boards;
import de.ratssaal.election.CandidateId;
import de.ratssaal.election.CountSheet;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionId;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.Elections;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.reader.MeetingReading;
import de.ratssaal.rules.Backing;
import de.ratssaal.rules.DisturbanceRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SupportNeeded;
import de.ratssaal.rules.SupportRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.support.Subject;
import de.ratssaal.support.SupportKind;
import de.ratssaal.support.Supporting;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
@DisplayName("R16: A member's report of a disturbance")
class DisturbancesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ReportingDisturbances reporting;

    @Autowired
    SettlingDisturbances settling;

    @Autowired
    DisturbancesInMinutes inMinutes;

    @Autowired
    Meetings meetings;

    @Autowired
    Boards boards;

    @Autowired
    PollConduct polls;

    @Autowired
    Polls reading;

    @Autowired
    PollVoting voting;

    @Autowired
    ProceduralMotions motions;

    @Autowired
    ResolutionBook resolutions;

    @Autowired
    MeetingReading documents;

    @Autowired
    ElectionPreparing preparing;

    @Autowired
    ElectionConduct electing;

    @Autowired
    Elections elections;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private TestMeeting meeting() {
        return TestMeeting.open(5, 5, context);
    }

    private DisturbanceId report(TestMeeting meeting, PersonId by) {
        return Acting.as(by, () -> reporting.report(meeting.id()));
    }

    private MeetingState state(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> meetings.meeting(meeting.id()).state());
    }

    private void resume(TestMeeting meeting) {
        Acting.as(meeting.chair(), () -> meeting.conduct().resume(meeting.id(), meeting.revision()));
    }

    private void chair(TestMeeting meeting, Runnable act) {
        Acting.as(meeting.chair(), act);
    }

    private Disturbances onBoard(TestMeeting meeting, PersonId person) {
        return Acting.as(person, () -> boards.now(meeting.id()))
                .board()
                .part(Disturbances.class)
                .orElseThrow();
    }

    private PollId vote(TestMeeting meeting) {
        var poll = meeting.openPoll(meeting.item());
        for (var member = 0; member < 5; member++) {
            Acting.as(meeting.member(member), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
        }
        chair(meeting, () -> polls.close(poll));
        return poll;
    }

    private void pass(Duration time) {
        clock.putForwardTo(clock.instant().plus(time));
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("interrupts the meeting at once; pressed twice, and by two at the same moment, it is what it was")
    void interruptsAtOnce() {
        var meeting = meeting();
        var first = report(meeting, meeting.member(2));

        assertThat(state(meeting)).isEqualTo(MeetingState.INTERRUPTED);
        assertThat(report(meeting, meeting.member(2))).isEqualTo(first);
        Stream.of(meeting.member(3), meeting.member(4))
                .map(it -> CompletableFuture.runAsync(() -> report(meeting, it)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(onBoard(meeting, meeting.chair()).pending()).hasSize(3);
        assertThat(state(meeting)).isEqualTo(MeetingState.INTERRUPTED);
    }

    @Test
    @DisplayName("keeps the meeting from going on until each is settled, and names the paragraph")
    void doesNotGoOn() {
        var meeting = meeting();
        var first = report(meeting, meeting.member(2));
        var second = report(meeting, meeting.member(3));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> resume(meeting))
                .withMessage("disturbance.not-settled")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 36a"));

        chair(meeting, () -> settling.resolve(first, ""));
        isRefused("disturbance.not-settled", () -> resume(meeting));
        chair(meeting, () -> settling.findIrrelevant(second, Ground.OWN_SPHERE, "Akku leer"));
        resume(meeting);

        assertThat(state(meeting)).isEqualTo(MeetingState.OPEN);
    }

    @Test
    @DisplayName("is entered by the secretariat or the chair for a member who calls, and by nobody else")
    void byTelephone() {
        var meeting = meeting();
        chair(meeting, () -> reporting.enter(meeting.id(), meeting.member(4), DisturbanceKind.NO_CONNECTION, 0));
        assertThat(onBoard(meeting, meeting.chair()).pending()).singleElement().satisfies(it -> {
            assertThat(it.enteredFor()).isTrue();
            assertThat(it.person()).isEqualTo(meeting.member(4));
        });
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        meeting.member(2),
                        () -> reporting.enter(meeting.id(), meeting.member(3), DisturbanceKind.OTHER, 0)));
    }

    @Test
    @DisplayName("is a member's: not that of a guest, of a stranger, or of a substitute whose member is there")
    void onlyMembers() {
        var meeting = meeting();
        var outsiders = List.of(
                meeting.invitedGuest(), TestCouncil.person(context), meeting.appointSubstituteFor(meeting.member(2)));
        for (var outsider : outsiders) {
            isRefused("disturbance.report.not-a-member", () -> report(meeting, outsider));
        }
        assertThat(state(meeting)).isEqualTo(MeetingState.OPEN);
    }

    @Nested
    @DisplayName("is irrelevant")
    class Irrelevant {

        @Test
        @DisplayName("only with a reason, said by those who conduct")
        void withReason() {
            var meeting = meeting();
            var reported = report(meeting, meeting.member(2));
            isRefused(
                    "disturbance.settle.reason-missing",
                    () -> chair(meeting, () -> settling.findIrrelevant(reported, Ground.OWN_SPHERE, " ")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(
                            meeting.member(3), () -> settling.findIrrelevant(reported, Ground.OWN_SPHERE, "Unsinn")));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(meeting.member(2), () -> settling.resolve(reported, "")));
        }

        @Test
        @DisplayName("as too late only after the minutes of the rules of procedure")
        void tooLate() {
            var t = RulesOfProcedure.THUERINGEN;
            var rules = TestRules.with(t, new DisturbanceRule(5, new LegalSource("GeschO", "§ 20")));
            var meeting = TestMeeting.open(5, 5, rules, context);
            pass(Duration.ofMinutes(30));
            var reported = report(meeting, meeting.member(2));
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(
                            () -> chair(meeting, () -> settling.findIrrelevant(reported, Ground.TOO_LATE, "zu spät")))
                    .satisfies(it -> assertThat(it.source()).hasToString("GeschO § 20"));

            Acting.as(meeting.member(2), () -> reporting.describe(reported, DisturbanceKind.NO_SOUND, "", 20));
            chair(meeting, () -> settling.findIrrelevant(reported, Ground.TOO_LATE, "nach 20 Minuten"));
            resume(meeting);
        }

        @Test
        @DisplayName("when the member takes part again and objects to nothing; nobody says that for them")
        void takesPartAgain() {
            var meeting = meeting();
            var reported = report(meeting, meeting.member(2));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(meeting.member(3), () -> reporting.backAgain(reported, false)));
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> chair(meeting, () -> reporting.backAgain(reported, false)));

            Acting.as(meeting.member(2), () -> reporting.backAgain(reported, false));

            assertThat(onBoard(meeting, meeting.chair()).all())
                    .singleElement()
                    .satisfies(it -> assertThat(it.ground()).isEqualTo(Ground.TAKES_PART));
            resume(meeting);
        }

        @Test
        @DisplayName("but not when they take part again and object: then the desk decides")
        void objects() {
            var meeting = meeting();
            var reported = report(meeting, meeting.member(2));
            Acting.as(meeting.member(2), () -> reporting.backAgain(reported, true));
            isRefused("disturbance.not-settled", () -> resume(meeting));
        }

        @Test
        @DisplayName("and then nothing has to be taken again")
        void nothingToTakeAgain() {
            var meeting = meeting();
            vote(meeting);
            var reported = report(meeting, meeting.member(2));
            Acting.as(meeting.member(2), () -> reporting.describe(reported, DisturbanceKind.NO_SOUND, "", 5));
            chair(meeting, () -> settling.findIrrelevant(reported, Ground.OWN_SPHERE, "Stecker gezogen"));
            assertThat(onBoard(meeting, meeting.chair()).countUndecided()).isZero();
        }
    }

    @Nested
    @DisplayName("marks what was decided since it began")
    class Marks {

        @Test
        @DisplayName("not what was counted before; a vote is taken again, with what was counted on record")
        void aVote() {
            var meeting = meeting();
            var poll = vote(meeting);
            pass(Duration.ofMinutes(3));
            var reported = report(meeting, meeting.member(2));
            assertThat(onBoard(meeting, meeting.chair()).all().getFirst().steps())
                    .isEmpty();
            Acting.as(meeting.member(2), () -> reporting.describe(reported, DisturbanceKind.CANNOT_VOTE, "Rot", 5));
            chair(meeting, () -> settling.resolve(reported, "neu gestartet"));
            assertThat(onBoard(meeting, meeting.chair()).countUndecided()).isOne();
            isRefused(
                    "voting.open.meeting-not-open",
                    () -> chair(meeting, () -> settling.repeat(meeting.id(), poll.value(), "Störung")));
            resume(meeting);
            isRefused(
                    "disturbance.steps-undecided",
                    () -> chair(meeting, () -> meeting.conduct().close(meeting.id(), meeting.revision())));

            chair(meeting, () -> settling.repeat(meeting.id(), poll.value(), "Störung"));
            chair(meeting, () -> settling.repeat(meeting.id(), poll.value(), "noch einmal gedrückt"));

            assertThat(Acting.as(meeting.chair(), () -> reading.poll(poll)).annulledFor())
                    .isEqualTo("Störung");
            assertThat(Acting.as(meeting.chair(), () -> resolutions.of(meeting.id())))
                    .isEmpty();
            vote(meeting);
            chair(meeting, () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        }

        @Test
        @DisplayName("or it stays, with a reason that the minutes have, once the report is settled")
        void kept() {
            var meeting = meeting();
            var poll = vote(meeting);
            var reported = report(meeting, meeting.member(2));
            Acting.as(meeting.member(2), () -> reporting.describe(reported, DisturbanceKind.NO_PICTURE, "", 5));
            isRefused(
                    "disturbance.step.not-resolved",
                    () -> chair(meeting, () -> settling.keep(meeting.id(), poll.value(), "einstimmig")));
            chair(meeting, () -> settling.resolve(reported, ""));
            isRefused(
                    "disturbance.settle.reason-missing",
                    () -> chair(meeting, () -> settling.keep(meeting.id(), poll.value(), "")));
            chair(meeting, () -> settling.keep(meeting.id(), poll.value(), "einstimmig"));

            var whole = minutes(meeting, false);
            assertThat(whole)
                    .anyMatch(it -> it.contains("meldet Kim Test-") && it.contains("Kein Bild"))
                    .anyMatch(it -> it.contains("bleibt bestehen: Annehmen?. Begründung: einstimmig"));
            assertThat(minutes(meeting, true))
                    .hasSize(2)
                    .noneMatch(it -> it.contains("Kim") || it.contains("einstimmig"));
        }

        @Test
        @DisplayName("an open vote too; cancelled at the desk it is taken again without another word")
        void anOpenVote() {
            var meeting = meeting();
            var poll = meeting.openPoll(meeting.item());
            var reported = report(meeting, meeting.member(2));
            assertThat(onBoard(meeting, meeting.chair()).all().getFirst().steps())
                    .singleElement()
                    .satisfies(it -> assertThat(it.ref()).isEqualTo(poll.value()));
            chair(meeting, () -> polls.cancel(poll, "Gerät gestört"));
            chair(meeting, () -> settling.resolve(reported, ""));

            assertThat(onBoard(meeting, meeting.chair()).countUndecided()).isZero();
            assertThat(Acting.as(meeting.chair(), () -> reading.poll(poll)).state())
                    .isEqualTo(PollState.CANCELLED);
        }

        @Test
        @DisplayName(
                "a vote on a motion that runs: it comes to no result before it is decided whether it is taken again")
        void aVoteThatRuns() {
            var meeting = meeting();
            var motion = MotionId.next();
            Acting.as(
                    meeting.member(3),
                    () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.END_DEBATE, ""));
            var poll = Acting.as(meeting.chair(), () -> polls.putToVote(motion, "Schluss der Aussprache?"));
            var reported = report(meeting, meeting.member(2));
            chair(meeting, () -> settling.resolve(reported, ""));
            resume(meeting);

            isRefused("disturbance.step.decide-first", () -> chair(meeting, () -> polls.close(poll)));
            chair(meeting, () -> settling.repeat(meeting.id(), poll.value(), "Ein Mitglied war ohne Ton"));

            assertThat(Acting.as(meeting.chair(), () -> reading.poll(poll)).state())
                    .isEqualTo(PollState.CANCELLED);
            assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id())))
                    .singleElement()
                    .satisfies(it -> assertThat(it.isPending()).isTrue());
            var again = Acting.as(meeting.chair(), () -> polls.putToVote(motion, "Schluss der Aussprache?"));
            chair(meeting, () -> polls.close(again));
        }

        @Test
        @DisplayName("a vote that runs and goes on: it is closed as any other")
        void aVoteThatGoesOn() {
            var meeting = meeting();
            var poll = meeting.openPoll(meeting.item());
            var reported = report(meeting, meeting.member(2));
            chair(meeting, () -> settling.resolve(reported, ""));
            resume(meeting);
            chair(meeting, () -> settling.keep(meeting.id(), poll.value(), "Noch hatte niemand abgestimmt"));
            chair(meeting, () -> polls.close(poll));
            assertThat(onBoard(meeting, meeting.chair()).countUndecided()).isZero();
        }

        @Test
        @DisplayName("an election: the round is not announced before; between two rounds all of it begins anew")
        void anElection() {
            var meeting = TestMeeting.open(9, 9, context);
            var id = Acting.as(meeting.chair(), () -> {
                var election = preparing.prepare(meeting.id(), meeting.item(), ElectionKind.PERSONS, "Vorsitz", 1);
                for (var member : List.of(2, 3, 4)) {
                    preparing.nominate(
                            election, "Mitglied " + member, meeting.member(member), "Fraktion", true, List.of());
                }
                preparing.nameTellers(election, List.of(meeting.member(7), meeting.member(8)));
                preparing.closeList(election);
                return election;
            });
            count(meeting, id);
            var reported = report(meeting, meeting.member(5));
            chair(meeting, () -> settling.resolve(reported, ""));
            resume(meeting);
            isRefused("disturbance.step.decide-first", () -> announce(meeting, id));
            chair(meeting, () -> settling.keep(meeting.id(), id.value(), "Der Zettel war schon in der Urne"));
            announce(meeting, id); // nobody has the majority: a run-off follows
            var later = report(meeting, meeting.member(6));
            Acting.as(meeting.member(6), () -> reporting.describe(later, DisturbanceKind.NO_SOUND, "", 1));
            chair(meeting, () -> settling.resolve(later, ""));
            resume(meeting);
            isRefused(
                    "disturbance.step.decide-first",
                    () -> chair(
                            meeting,
                            () -> electing.openRound(current(meeting, id).id())));

            chair(meeting, () -> settling.repeat(meeting.id(), id.value(), "Ein Mitglied war ohne Ton"));

            var all = Acting.as(meeting.chair(), () -> elections.of(meeting.id()));
            assertThat(all)
                    .extracting(ElectionSummary::state)
                    .containsExactlyInAnyOrder(ElectionState.REPEATED, ElectionState.NOMINATING);
            assertThat(all)
                    .filteredOn(it -> id.equals(it.repeats()))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.candidates()).hasSize(3);
                        assertThat(it.seats()).isOne();
                    });
            assertThat(onBoard(meeting, meeting.chair()).countUndecided()).isZero();
        }

        private RoundSummary current(TestMeeting meeting, ElectionId id) {
            return Acting.as(
                    meeting.chair(), () -> elections.election(id).currentRound().orElseThrow());
        }

        private void count(TestMeeting meeting, ElectionId id) {
            var round = current(meeting, id);
            chair(meeting, () -> electing.openRound(round.id()));
            chair(meeting, () -> electing.closeUrn(round.id(), 9));
            var votes = new LinkedHashMap<CandidateId, Integer>();
            var each = List.of(4, 3, 2).iterator();
            round.candidates().forEach(it -> votes.put(it, each.next()));
            for (var teller : List.of(7, 8)) {
                Acting.as(
                        meeting.member(teller),
                        () -> electing.enterCount(
                                round.id(), meeting.member(teller), new CountSheet(9, 0, 0, 0, votes)));
            }
        }

        private void announce(TestMeeting meeting, ElectionId id) {
            var round = current(meeting, id).id();
            chair(meeting, () -> electing.settle(round));
        }

        @Test
        @DisplayName("a motion on the procedure: taken again, it is before the meeting anew")
        void aMotion() {
            var meeting = meeting();
            var motion = MotionId.next();
            Acting.as(
                    meeting.member(3),
                    () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.CLOSE_LIST, ""));
            chair(meeting, () -> motions.count(motion, new Tally(3, 2, 0)));
            var reported = report(meeting, meeting.member(2));
            Acting.as(meeting.member(2), () -> reporting.describe(reported, DisturbanceKind.NO_SOUND, "", 1));
            chair(meeting, () -> settling.resolve(reported, ""));
            resume(meeting);
            chair(meeting, () -> settling.repeat(meeting.id(), motion.value(), "nicht gehört"));

            assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id())))
                    .filteredOn(it -> it.isPending())
                    .singleElement()
                    .satisfies(it -> assertThat(it.movedBy()).isEqualTo(meeting.member(3)));
        }

        @Test
        @DisplayName("that too few supported a motion: somebody who was not heard may have wanted to")
        void aMotionWithoutSupport() {
            var three = new SupportNeeded(Backing.of(3), false, true, new LegalSource("GeschO", "§ 8"));
            var none = new SupportNeeded(Backing.NONE, false, true, new LegalSource("GeschO", "§ 9"));
            var meeting = TestMeeting.open(
                    5,
                    5,
                    TestRules.with(RulesOfProcedure.THUERINGEN, new SupportRule(three, none, none, none)),
                    context);
            var motion = MotionId.next();
            Acting.as(
                    meeting.member(3), () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.DEFER, ""));
            chair(
                    meeting,
                    () -> context.getBean(Supporting.class)
                            .establishMissing(
                                    meeting.id(), meeting.item(), new Subject(SupportKind.PROCEDURE, motion.value())));
            var reported = report(meeting, meeting.member(2));
            Acting.as(meeting.member(2), () -> reporting.describe(reported, DisturbanceKind.NO_SOUND, "", 1));

            assertThat(onBoard(meeting, meeting.chair()).all().getFirst().steps())
                    .singleElement()
                    .satisfies(it -> assertThat(it.ref()).isEqualTo(motion.value()));
            chair(meeting, () -> settling.resolve(reported, ""));
            resume(meeting);
            chair(meeting, () -> settling.repeat(meeting.id(), motion.value(), "nicht gehört"));
            assertThat(Acting.as(meeting.chair(), () -> motions.of(meeting.id())))
                    .filteredOn(it -> it.isPending())
                    .singleElement()
                    .satisfies(it -> assertThat(it.movedBy()).isEqualTo(meeting.member(3)));
        }
    }

    private List<String> minutes(TestMeeting meeting, boolean publicOnly) {
        return Acting.as(meeting.chair(), () -> inMinutes.of(meeting.id(), publicOnly))
                .getOrDefault(meeting.item(), List.of());
    }

    @Test
    @DisplayName("tells the public that somebody is disturbed, not what they said, and nothing of a non-public item")
    void nothingNonPublic() {
        var meeting = meeting();
        meeting.call(meeting.nonPublic());
        meeting.openPoll(meeting.nonPublic());
        var reported = report(meeting, meeting.member(2));
        Acting.as(
                meeting.member(2),
                () -> reporting.describe(reported, DisturbanceKind.NO_SOUND, "beim Kaufpreis weg", 0));

        var seen = onBoard(meeting, TestCouncil.person(context));

        assertThat(seen.pending()).singleElement().satisfies(it -> {
            assertThat(it.words()).isEmpty();
            assertThat(it.item()).isNull();
            assertThat(it.steps()).isEmpty();
        });
        assertThat(onBoard(meeting, meeting.chair()).pending().getFirst().words())
                .isEqualTo("beim Kaufpreis weg");
    }

    @Test
    @DisplayName("can be made in another way, that every member is told of; guests of the desk do not change it")
    void secondWay() {
        var meeting = meeting();
        assertThat(onBoard(meeting, meeting.member(2)).way().isEntered()).isFalse();
        isRefused("disturbance.way.missing", () -> chair(meeting, () -> settling.tellSecondWay(meeting.id(), " ", "")));
        isRefused(
                "disturbance.way.phone-wrong",
                () -> chair(meeting, () -> settling.tellSecondWay(meeting.id(), "javascript:alert(1)", "")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> Acting.as(meeting.member(2), () -> settling.tellSecondWay(meeting.id(), "0900 123", "")));
        chair(meeting, () -> settling.tellSecondWay(meeting.id(), "0361 655-0", "rat@stadt.example"));

        assertThat(onBoard(meeting, meeting.member(2)).way().phone()).isEqualTo("0361 655-0");
    }

    @Test
    @DisplayName("can be made in that way without network, too: for who may report, until the meeting is over")
    void takenAlong() {
        var meeting = meeting();
        chair(meeting, () -> settling.tellSecondWay(meeting.id(), "0361 655-0", ""));

        var way = Acting.as(meeting.member(2), () -> documents.meeting(meeting.id()))
                .report();
        assertThat(way).isNotNull();
        assertThat(way.phone()).isEqualTo("0361 655-0");
        assertThat(Acting.as(TestCouncil.person(context), () -> documents.meeting(meeting.id()))
                        .report())
                .isNull();
        chair(meeting, () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        assertThat(Acting.as(meeting.member(2), () -> documents.meeting(meeting.id()))
                        .report())
                .isNull();
    }

    @Test
    @DisplayName("is possible while the meeting runs, and the meeting can end when nothing helped")
    void whileItRuns() {
        var meeting = meeting();
        var reported = report(meeting, meeting.member(2));
        chair(meeting, () -> meeting.conduct().close(meeting.id(), meeting.revision()));

        assertThat(minutes(meeting, false))
                .singleElement()
                .asString()
                .endsWith("Sie wurde bis zum Ende der Sitzung nicht behoben.");
        isRefused("disturbance.report.not-running", () -> report(meeting, meeting.member(3)));
        assertThat(reported).isNotNull();
    }

    @Test
    @DisplayName("stays as it was settled, also in the database")
    void inTheDatabase() {
        var meeting = meeting();
        var reported = report(meeting, meeting.member(2));
        chair(meeting, () -> settling.resolve(reported, ""));
        isRefused(
                "disturbance.settled-already",
                () -> chair(meeting, () -> settling.findIrrelevant(reported, Ground.OWN_SPHERE, "doch nicht")));
        for (var wrong : List.of(
                "update disturbance_disturbance set state = 'PENDING', settled_at = null where id = ?",
                "delete from disturbance_disturbance where id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(
                            () -> database.sql(wrong).param(reported.value()).update());
        }
    }

    @Test
    @DisplayName("of somebody at home comes from their device as from any other")
    void fromHome() {
        var meeting = TestMeeting.open(5, 4, context);
        meeting.arrive(meeting.member(4), Place.REMOTE);
        report(meeting, meeting.member(4));
        assertThat(Acting.as(meeting.chair(), () -> boards.now(meeting.id())).board())
                .extracting(Board::meeting)
                .satisfies(it -> assertThat(it.state()).isEqualTo(MeetingState.INTERRUPTED));
    }
}
