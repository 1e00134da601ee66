package de.ratssaal.urn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.attendance.Place;
import de.ratssaal.ballot.BeleniosTool;
import de.ratssaal.ballot.ElectionResult;
import de.ratssaal.ballot.Question;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.RoundKind;
import de.ratssaal.election.RoundState;
import de.ratssaal.election.RoundWay;
import de.ratssaal.election.RoundsByDevice;
import de.ratssaal.identity.Access;
import de.ratssaal.minutes.ItemCourse;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.RecusalRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.rules.WeightRule;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.voting.TestMeeting;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R10: An election by device")
class ElectionByDeviceTest {

    private static final LegalSource STATUTES = new LegalSource("Satzung", "§ 9");

    @Autowired
    ApplicationContext context;

    @Autowired
    WebApplicationContext application;

    @Autowired
    Urns urns;

    @Autowired
    UrnsInMinutes inMinutes;

    @Autowired
    UrnsOnBoard onBoard;

    @Autowired
    ElectionPreparing preparing;

    @Autowired
    ElectionConduct conduct;

    @Autowired
    RoundsByDevice rounds;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    private TestRound ofFive(int candidates) {
        return TestRound.first(5, 1, candidates, context);
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private static void isSettled(TestRound round) {
        await().untilAsserted(() -> assertThat(round.urn().state()).isEqualTo(UrnState.SETTLED));
    }

    /** By our own program with the strong proofs and the recorded hashes, and by one that others wrote where it is installed. */
    private void verifies(TestRound round, List<Long> result) {
        var reader = round.meeting.member(4);
        var archive = Acting.as(reader, () -> urns.archive(round.poll));
        var strong = Acting.as(reader, () -> urns.strongProofs(round.poll));
        var urn = round.urn();
        var heads = List.of(
                String.valueOf(urn.openingHead()), String.valueOf(urn.closingHead()), String.valueOf(urn.resultHead()));
        var report =
                RecordVerification.verify(archive, new Wanted(false, false, heads, List.of(), Optional.of(strong)));
        assertThat(report.failure()).isEmpty();
        assertThat(report.record().result()).contains(new ElectionResult(List.of(result)));
        if (BeleniosTool.program().isPresent()) {
            assertThat(BeleniosTool.in(folder).verify(archive).errors()).contains("all checks passed");
        }
    }

    private static Question asked(TestRound round) {
        return round.election().questions().getFirst();
    }

    private MockHttpServletResponse readByAnybody(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(get(address).header("Accept-Language", "de"))
                .andReturn()
                .getResponse();
    }

    @Test
    @DisplayName("elects one of three, with a member at home and one of three tellers missing; everybody can check it")
    void oneOfThree() throws Exception {
        var round = ofFive(3).opened(5);
        assertThat(asked(round))
                .isEqualTo(Question.upTo(
                        1, "Beirat, Wahlgang 1", List.of("Kandidatin 1", "Kandidatin 2", "Kandidatin 3")));
        assertThat(round.round().way()).isEqualTo(RoundWay.DEVICE);
        var page = "/secret-polls/" + round.poll;
        assertThat(readByAnybody(page).getStatus()).isEqualTo(404);
        round.votes(2, 2, 2, 1, 0);
        round.end();
        assertThat(round.tasks(1)).singleElement().extracting(TellerTask::title).isEqualTo("Beirat, Wahlgang 1");
        round.decrypt(1);
        round.decrypt(3);
        assertThat(round.urn().counts()).containsExactly(1, 1, 3, 0);
        assertThat(round.round().state()).isEqualTo(RoundState.COUNTING);
        assertThat(round.round().sheet())
                .as("no sums before the tellers confirmed them")
                .isNull();
        round.confirm(3, true);
        round.confirm(1, true);
        isSettled(round);

        assertThat(round.sums()).containsExactly(1, 3, 0);
        assertThat(round.round().sheet()).satisfies(it -> {
            assertThat(it.inUrn()).isEqualTo(5);
            assertThat(it.blank()).isEqualTo(1);
            assertThat(it.invalid()).isZero();
        });
        assertThat(round.seen().state()).isEqualTo(ElectionState.DECIDED);
        assertThat(round.elected()).containsExactly("Kandidatin 2");
        verifies(round, List.of(1L, 1L, 3L, 0L));
        assertThat(readByAnybody(page).getContentAsString())
                .contains(
                        "<rs-verify",
                        "Beirat, Wahlgang 1",
                        String.valueOf(round.urn().resultHead()))
                .doesNotContain("??");
        assertThat(readByAnybody(page + "/archive").getStatus()).isEqualTo(200);
        var said = access.asSystem("test", () -> inMinutes.of(round.meeting.id(), true))
                .get(round.meeting.item());
        assertThat(said)
                .anyMatch(it -> it.contains("Beirat, Wahlgang 1") && it.contains("5 Mitglieder"))
                .anyMatch(it -> it.contains(String.valueOf(round.urn().resultHead())));
        var courses = access.asSystem(
                "test",
                () -> context.getBeansOfType(ItemCourse.class).values().stream()
                        .flatMap(it ->
                                it.of(round.meeting.id(), true).getOrDefault(round.meeting.item(), List.of()).stream())
                        .toList());
        assertThat(courses)
                .anyMatch(it -> it.contains("Kandidatin 2 3"))
                .as("no ballot that is taken can be invalid")
                .noneMatch(it -> it.toLowerCase(Locale.GERMAN).contains("ungültig"));
        assertThat(audited(round))
                .anyMatch(it -> it.startsWith("election.RoundOpened") && it.contains("DEVICE"))
                .anyMatch(it -> it.startsWith("election.UrnClosed"))
                .anyMatch(it -> it.startsWith("urn.ResultPublished") && it.contains("blank 1, Kandidatin 1 1"))
                .anyMatch(it -> it.startsWith("election.RoundSettled"));
    }

    private List<String> audited(TestRound round) {
        return database.sql("select type || ': ' || line as said from audit_entry where subject = ? order by id")
                .param("meeting/" + round.meeting.id())
                .query((row, number) -> row.getString("said"))
                .list();
    }

    @Test
    @DisplayName("for three seats lets each ballot name up to three of ten, or nobody")
    void threeOfTen() {
        var round = TestRound.first(5, 3, 10, context).opened(5);
        assertThat(asked(round).max()).isEqualTo(3);
        assertThat(asked(round).allowsBlank()).isTrue();
        round.vote(0, round.marks(1, 2, 3));
        round.vote(1, round.marks(1, 2, 3));
        round.vote(2, round.marks(1, 2, 10));
        round.vote(3, round.marks(3));
        round.vote(4, round.marks(0));
        round.counted(2, 3);
        isSettled(round);

        assertThat(round.sums()).containsExactly(3, 3, 3, 0, 0, 0, 0, 0, 0, 1);
        assertThat(round.elected()).containsExactlyInAnyOrder("Kandidatin 1", "Kandidatin 2", "Kandidatin 3");
        verifies(round, List.of(1L, 3L, 3L, 3L, 0L, 0L, 0L, 0L, 0L, 0L, 1L));
    }

    @Test
    @DisplayName("of fifty voters for three of ten seats is decrypted by any three of five tellers, and by no two")
    void fiftyVoters() {
        var meeting = TestMeeting.open(50, 50, context);
        var tellers = TestTally.ready(meeting.council().council(), 5, 3, context);
        var round = TestRound.first(meeting, tellers, 3, 10, context).opened(50);
        for (var it = 0; it < 50; it++) {
            var marks = it % 10 == 9 ? round.marks(0) : it < 30 ? round.marks(1, 2, 3) : round.marks(2, 3, 4 + it % 7);
            round.vote(it, marks);
        }
        assertThat(round.urn().cast()).isEqualTo(50);
        round.end();
        round.decrypt(5);
        round.decrypt(2);
        assertThat(round.urn().state()).isEqualTo(UrnState.DECRYPTING);
        round.decrypt(4);
        List.of(1, 3, 5).forEach(it -> round.confirm(it, true));
        isSettled(round);

        assertThat(round.round().sheet()).satisfies(it -> assertThat(it.blank()).isEqualTo(5));
        assertThat(round.sums()).containsExactly(27, 45, 45, 2, 2, 3, 3, 2, 3, 3);
        assertThat(round.elected()).containsExactlyInAnyOrder("Kandidatin 1", "Kandidatin 2", "Kandidatin 3");
        verifies(round, List.of(5L, 27L, 45L, 45L, 2L, 2L, 3L, 3L, 2L, 3L, 3L));
    }

    @Test
    @DisplayName("of lists gives each ballot one list or none, and shares the seats out by the votes")
    void lists() {
        var round = TestRound.ofLists(TestMeeting.open(6, 6, context), 3, 3, context)
                .opened(6);
        assertThat(asked(round))
                .isEqualTo(Question.upTo(1, "Ausschuss, Wahlgang 1", List.of("Liste 1", "Liste 2", "Liste 3")));
        round.votes(1, 1, 1, 2, 2, 0);
        round.counted(1, 3);
        isSettled(round);

        assertThat(round.sums()).containsExactly(3, 2, 0);
        var election = round.seen();
        assertThat(election.state()).isEqualTo(ElectionState.DECIDED);
        assertThat(election.elected())
                .extracting(it -> election.nameOf(it.candidate()) + " " + it.seats())
                .containsExactlyInAnyOrder("Liste 1 2", "Liste 2 1");
        verifies(round, List.of(1L, 3L, 2L, 0L));
    }

    @Test
    @DisplayName("is looked at by each device alone: another election on the same item changes nothing of what it sees")
    void severalElections() {
        var round = ofFive(3);
        var other = TestRound.first(round.meeting, round.tellers, 1, 2, context);
        round.opened(5);
        round.vote(0, round.marks(2));
        var voter = round.meeting.member(1);

        assertThat(Acting.as(voter, () -> urns.stateForVoter(round.poll)))
                .isEqualTo(new VoterState(VoterState.Phase.OPEN, round.urn().uuid(), "BELENIOS-2048", true, false));
        assertThat(Acting.as(round.meeting.member(0), () -> urns.stateForVoter(round.poll))
                        .voted())
                .isTrue();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(voter, () -> urns.stateForVoter(other.poll)));
        assertThat(round.seen().candidates()).hasSize(3);
        assertThat(other.seen().candidates()).hasSize(2);
        assertThat(round.urn().cast()).isEqualTo(1);
    }

    @Test
    @DisplayName("of one candidate asks for yes, no or nothing")
    void onlyCandidate() {
        var round = TestRound.first(5, 2, 1, context).opened(5);
        assertThat(asked(round)).isEqualTo(Question.upTo(1, "Beirat, Wahlgang 1", List.of("Kandidatin 1", "Nein")));
        round.votes(1, 1, 1, 2, 0);
        round.counted(1, 2);
        isSettled(round);

        assertThat(round.sums()).containsExactly(3);
        assertThat(round.round().sheet()).satisfies(it -> {
            assertThat(it.no()).isEqualTo(1);
            assertThat(it.blank()).isEqualTo(1);
        });
        assertThat(round.elected()).containsExactly("Kandidatin 1");
    }

    @Test
    @DisplayName(
            "without a majority goes on with a run-off, which is an election of its own with credentials of its own")
    void runOff() {
        var first = ofFive(3).opened(5);
        first.votes(1, 1, 2, 2, 3);
        first.counted(1, 2);
        isSettled(first);
        assertThat(first.seen().elected()).isEmpty();

        var runOff = first.next();
        assertThat(runOff.round().kind()).isEqualTo(RoundKind.RUN_OFF);
        assertThat(runOff.poll).isNotEqualTo(first.poll);
        runOff.begin();
        assertThat(runOff.urn().uuid()).isNotEqualTo(first.urn().uuid());
        assertThat(runOff.urn().ready())
                .as("nobody is registered by the first round")
                .isEmpty();
        refused("urn.open.missing", runOff::open);
        runOff.register(4);
        runOff.open(first.meeting.member(4));
        var voter = first.meeting.member(0);
        // with the credential of the first round, and with its ballot
        refused("urn.cast.stranger", () -> runOff.cast(voter, runOff.ballot(first.secret(voter), runOff.marks(1))));
        refused("urn.cast.malformed", () -> runOff.cast(voter, first.ballot(voter, first.marks(1))));
        refused("urn.cast.not-registered", () -> {
            var other = first.meeting.member(4);
            runOff.cast(other, runOff.ballot(first.secret(other), runOff.marks(1)));
        });
        refused("urn.cast.not-open", () -> first.cast(voter, first.ballot(voter, first.marks(3))));
        runOff.votes(2, 2, 2, 1);
        runOff.counted(2, 3);
        isSettled(runOff);

        assertThat(runOff.sums()).containsExactly(1, 3);
        assertThat(runOff.elected()).containsExactly("Kandidatin 2");
        verifies(first, List.of(0L, 2L, 2L, 1L));
        verifies(runOff, List.of(0L, 1L, 3L));
        assertThat(access.asSystem("test", () -> inMinutes.of(first.meeting.id(), true))
                        .get(first.meeting.item()))
                .anyMatch(it -> it.contains("Beirat, Wahlgang 1"))
                .anyMatch(it -> it.contains("Beirat, Wahlgang 2: Stichwahl"));
    }

    @Test
    @DisplayName("that ends in a tie is decided by lot, as every other election")
    void tie() {
        var first = ofFive(2).opened(5);
        first.votes(1, 1, 2, 2, 0);
        first.counted(1, 2);
        isSettled(first);
        var runOff = first.next().opened(5);
        runOff.votes(1, 1, 2, 2, 0);
        runOff.counted(1, 2);
        isSettled(runOff);

        assertThat(runOff.seen().state()).isEqualTo(ElectionState.LOT);
        assertThat(runOff.seen().openLot())
                .hasValueSatisfying(it -> assertThat(it.among()).hasSize(2));
    }

    @Test
    @DisplayName("in which all ballots are blank has a result too")
    void allBlank() {
        var round = ofFive(3).opened(5);
        round.votes(0, 0, 0, 0, 0);
        round.counted(1, 3);
        isSettled(round);

        assertThat(round.sums()).containsExactly(0, 0, 0);
        assertThat(round.round().sheet()).satisfies(it -> {
            assertThat(it.blank()).isEqualTo(5);
            assertThat(it.validBallots()).isZero();
        });
        assertThat(round.elected()).isEmpty();
        verifies(round, List.of(5L, 0L, 0L, 0L));
    }

    @Test
    @DisplayName("in which nobody voted is not counted: the round is cancelled and held again, with new registrations")
    void nobodyVoted() {
        var round = ofFive(3).opened(5);
        assertThatExceptionOfType(Refusal.class).isThrownBy(round::end).withMessage("urn.end.too-few");
        assertThat(round.round().state()).isEqualTo(RoundState.OPEN);

        Acting.as(round.meeting.chair(), () -> conduct.cancelRound(round.poll.round(), "Niemand hat gewählt"));
        assertThat(round.urn().state()).isEqualTo(UrnState.CANCELLED);
        assertThat(round.urn().cancelledFor()).isEqualTo("Niemand hat gewählt");
        refused("urn.cast.not-open", () -> round.vote(0, round.marks(1)));
        refused("urn.begin.opened-already", round::begin);
        var again = round.next().opened(5);
        assertThat(again.urn().uuid()).isNotEqualTo(round.urn().uuid());
        again.votes(1, 1, 1);
        assertThat(again.urn().cast()).isEqualTo(3);
    }

    @Test
    @DisplayName("is refused where members have several votes, or carry those of others")
    void oneVoteEach() {
        var weighted = TestRules.with(RulesOfProcedure.THUERINGEN, new WeightRule(true, false, STATUTES));
        var ofWeights = TestRound.first(TestMeeting.weighted(5, weighted, context, 5, 3, 1, 1, 4), 1, 3, context);
        refused("election.open.by-device-weighted", ofWeights::begin);

        var delegating = TestRules.with(RulesOfProcedure.THUERINGEN, new DelegationRule(1, false, STATUTES));
        var meeting = TestMeeting.open(5, 4, delegating, context);
        var round = TestRound.first(meeting, 1, 3, context);
        round.begin();
        round.register(4);
        Acting.as(
                meeting.member(4),
                () -> context.getBean(Delegating.class)
                        .give(DelegationId.next(), meeting.id(), null, meeting.member(4), meeting.member(1)));
        refused("election.open.by-device-weighted", round::open);
        assertThat(round.round().state()).isEqualTo(RoundState.PROPOSED);
    }

    @Test
    @DisplayName("lets who is recused elect, for recusal does not apply to elections (R7), unless the rules say so")
    void recused() {
        var round = ofFive(3);
        var recused = round.meeting.member(3);
        Acting.as(recused, () -> round.meeting.attendance().recuse(round.meeting.id(), round.meeting.item(), recused));
        round.opened(5);
        round.votes(1, 1, 1, 2, 2);
        assertThat(round.urn().voters()).contains(recused);

        var strict = TestRules.with(RulesOfProcedure.THUERINGEN, new RecusalRule(true, true, STATUTES));
        var meeting = TestMeeting.open(6, 6, strict, context);
        var kept = TestRound.first(meeting, 1, 3, context);
        var out = meeting.member(3);
        Acting.as(out, () -> meeting.attendance().recuse(meeting.id(), meeting.item(), out));
        kept.begin();
        refused("voting.vote.recused", () -> kept.register(out));
        List.of(0, 1, 2, 4, 5).forEach(it -> kept.register(meeting.member(it)));
        kept.open();
        assertThat(kept.urn().voters()).hasSize(5).doesNotContain(out);
        refused("urn.cast.not-registered", () -> kept.cast(out, kept.ballot(out, kept.marks(1))));
    }

    @Test
    @DisplayName("takes nothing from who is absent or not registered, and from nobody twice or too late")
    void whoMayVote() {
        var meeting = TestMeeting.open(6, 5, context);
        var round = TestRound.first(meeting, 1, 3, context);
        round.begin();
        refused("voting.vote.absent", () -> round.register(meeting.member(5)));
        round.register(4);
        refused("urn.open.missing", round::open);
        round.open(meeting.member(4));
        var unregistered = meeting.member(4);
        refused("urn.register.late", () -> round.register(unregistered));
        refused("urn.cast.not-registered", () -> round.cast(unregistered, round.ballot(unregistered, round.marks(1))));
        var voter = meeting.member(1);
        var ballot = round.ballot(voter, round.marks(1));
        var tracker = round.cast(voter, ballot);
        assertThat(round.cast(voter, ballot)).isEqualTo(tracker);
        refused("urn.cast.twice", () -> round.cast(voter, round.ballot(voter, round.marks(2))));
        var leaving = meeting.member(2);
        var late = round.ballot(leaving, round.marks(2));
        round.vote(0, round.marks(1));
        round.vote(3, round.marks(1));
        meeting.arrive(meeting.member(5), Place.ROOM);
        Acting.as(leaving, () -> meeting.attendance().leave(meeting.id(), leaving));
        refused("voting.vote.absent", () -> round.cast(leaving, late));
        meeting.arrive(leaving, Place.ROOM);
        round.end();
        refused("urn.cast.not-open", () -> round.cast(leaving, late));
        assertThat(round.urn().cast()).isEqualTo(3);
        assertThat(round.round().handedOut()).isEqualTo(4);
        assertThat(round.round().entitled()).isEqualTo(6);
    }

    @Test
    @DisplayName("is counted, closed and announced in no other way; before the opening it can still be held on paper")
    void noOtherWay() {
        var round = ofFive(3).opened(5);
        var id = round.poll.round();
        var chair = round.meeting.chair();
        refused("election.round.not-open", () -> Acting.as(chair, () -> conduct.closeUrn(id, 5)));
        round.votes(1, 1, 1);
        round.end();
        refused("election.count.by-device", () -> Acting.as(chair, () -> conduct.recount(id, 1)));
        refused("election.count.by-device", () -> Acting.as(chair, () -> conduct.settle(id)));
        var sheet = Acting.as(chair, () -> rounds.ballot(id)).sheet(3, 0, 0, List.of(3, 0, 0));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(chair, () -> rounds.settle(id, sheet)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(round.meeting.member(2), () -> rounds.shut(id, 5)));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update urn_poll set kind = 'POLL' where poll_id = ?")
                        .param(id.value())
                        .update());

        var meeting = TestMeeting.open(5, 5, context);
        var onPaper = TestRound.first(meeting, 1, 3, context);
        onPaper.begin();
        onPaper.register(2);
        Acting.as(meeting.chair(), () -> {
            preparing.nameTellers(onPaper.election, List.of(meeting.member(3), meeting.member(4)));
            conduct.openRound(onPaper.poll.round());
        });
        assertThat(onPaper.urn().state()).isEqualTo(UrnState.CANCELLED);
        refused("urn.begin.opened-already", onPaper::begin);

        var cancelled = ofFive(3);
        cancelled.begin();
        Acting.as(cancelled.meeting.chair(), () -> preparing.cancel(cancelled.election, "Vertagt"));
        assertThat(cancelled.urn().state()).isEqualTo(UrnState.CANCELLED);
    }

    @Test
    @DisplayName("in non-public session is known only to those who may see the item")
    void notPublic() throws Exception {
        var meeting = TestMeeting.open(5, 5, context);
        meeting.call(meeting.nonPublic());
        var onNonPublic =
                new TestMeeting(meeting.council(), meeting.id(), meeting.nonPublic(), meeting.nonPublic(), context);
        var round = TestRound.first(onNonPublic, 1, 2, context).opened(5);
        round.votes(1, 1, 1, 2, 2);
        round.counted(1, 2);
        isSettled(round);

        assertThat(readByAnybody("/secret-polls/" + round.poll).getStatus()).isEqualTo(404);
        assertThat(readByAnybody("/secret-polls/" + round.poll + "/archive").getStatus())
                .isEqualTo(404);
        var guest = meeting.invitedGuest();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(guest, () -> urns.archive(round.poll)));
        verifies(round, List.of(0L, 3L, 2L));
        var whole = new UrnsOfMeeting(List.of(round.urn()), null);
        assertThat(onBoard.without(whole, it -> false).urns()).isEmpty();
        assertThat(onBoard.withoutRecused(whole, meeting.nonPublic()).urns())
                .as("who is recused elects, and so sees it")
                .hasSize(1);
        assertThat(access.asSystem("test", () -> inMinutes.of(meeting.id(), true)))
                .isEmpty();
    }
}
