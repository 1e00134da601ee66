package de.ratssaal.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.Refusal;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.Elections;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R4 to R6: A doubt about the quorum")
class DoubtingQuorumTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DoubtingQuorum doubting;

    @Autowired
    CallsInMinutes inMinutes;

    @Autowired
    ElectionPreparing preparing;

    @Autowired
    ElectionConduct electing;

    @Autowired
    Elections elections;

    @Autowired
    CallStore store;

    @Autowired
    JdbcClient database;

    private void chair(TestMeeting meeting, Runnable act) {
        Acting.as(meeting.chair(), act);
    }

    private void answer(TestMeeting meeting, int member, boolean isHere) {
        chair(meeting, () -> doubting.answer(meeting.id(), meeting.member(member), isHere));
    }

    private static void isRefused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }

    @Test
    @DisplayName("has the members called out; who does not answer is not present, and nothing is voted on meanwhile")
    void calledOut() {
        var meeting = TestMeeting.open(5, 4, context);
        Acting.as(meeting.member(2), () -> doubting.doubt(meeting.id()));
        Acting.as(meeting.member(3), () -> doubting.doubt(meeting.id()));
        assertThat(store.of(meeting.id()).all()).hasSize(1);
        isRefused("conduct.quorum.in-doubt", () -> meeting.openPoll(meeting.item()));

        answer(meeting, 0, true);
        answer(meeting, 1, false);
        answer(meeting, 2, true);
        answer(meeting, 3, false);
        isRefused("conduct.quorum.not-all-called", () -> chair(meeting, () -> doubting.end(meeting.id())));
        answer(meeting, 4, false);
        chair(meeting, () -> doubting.end(meeting.id()));
        chair(meeting, () -> doubting.end(meeting.id()));

        assertThat(Acting.as(meeting.chair(), () -> meeting.attendance().present(meeting.id())))
                .extracting(Presence::person)
                .containsExactlyInAnyOrder(meeting.member(0), meeting.member(2));
        assertThat(Acting.as(meeting.chair(), () -> inMinutes.of(meeting.id(), true))
                        .get(meeting.item()))
                .singleElement()
                .asString()
                .contains("bezweifelt Kim Test-")
                .contains("2 stimmberechtigte Anwesende; nötig sind 3. Die Beschlussfähigkeit ist nicht gegeben");
    }

    @Test
    @DisplayName("holds back elections as it holds back votes: no ballots are handed out before everybody was called")
    void noElectionMeanwhile() {
        var meeting = TestMeeting.open(5, 5, context);
        var round = Acting.as(meeting.chair(), () -> {
            var election = preparing.prepare(meeting.id(), meeting.item(), ElectionKind.PERSONS, "Vorsitz", 1);
            preparing.nominate(election, "Erika Gast", null, "Fraktion A", true, List.of());
            preparing.nameTellers(election, List.of(meeting.member(3), meeting.member(4)));
            preparing.closeList(election);
            return elections.election(election).currentRound().orElseThrow().id();
        });
        Acting.as(meeting.member(2), () -> doubting.doubt(meeting.id()));

        isRefused("conduct.quorum.in-doubt", () -> chair(meeting, () -> electing.openRound(round)));
        for (var member = 0; member < 5; member++) {
            answer(meeting, member, true);
        }
        isRefused("conduct.quorum.in-doubt", () -> chair(meeting, () -> electing.openRound(round)));
        chair(meeting, () -> doubting.end(meeting.id()));

        chair(meeting, () -> electing.openRound(round));
    }

    @Test
    @DisplayName("finds who was there and not registered; with the majority there is a quorum again")
    void somebodyWasThere() {
        var meeting = TestMeeting.open(5, 2, context);
        chair(meeting, () -> doubting.callOut(meeting.id()));
        for (var member : List.of(0, 1, 2)) {
            answer(meeting, member, true);
        }
        answer(meeting, 3, false);
        answer(meeting, 4, false);
        chair(meeting, () -> doubting.end(meeting.id()));

        assertThat(store.of(meeting.id()).last())
                .hasValueSatisfying(it -> assertThat(it.present()).isEqualTo(3));
        assertThat(meeting.openPoll(meeting.item())).isNotNull();
    }

    @Test
    @DisplayName("is raised by who is present and votes there: no guest, no stranger, nobody absent")
    void byWhom() {
        var meeting = TestMeeting.open(5, 4, context);
        for (PersonId other : List.of(meeting.invitedGuest(), meeting.member(4), TestCouncil.person(context))) {
            isRefused("conduct.quorum.not-a-voter", () -> Acting.as(other, () -> doubting.doubt(meeting.id())));
        }
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> doubting.callOut(meeting.id())));
        Acting.as(meeting.member(2), () -> doubting.doubt(meeting.id()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(meeting.member(2), () -> doubting.answer(meeting.id(), meeting.member(3), false)));
        isRefused(
                "conduct.quorum.no-vote",
                () -> chair(meeting, () -> doubting.answer(meeting.id(), TestCouncil.person(context), true)));
    }

    @Test
    @DisplayName("keeps the meeting from being closed in the middle, and what was counted stays, also in the database")
    void stays() {
        var meeting = TestMeeting.open(3, 3, context);
        chair(meeting, () -> doubting.callOut(meeting.id()));
        isRefused(
                "conduct.quorum.in-doubt",
                () -> chair(meeting, () -> meeting.conduct().close(meeting.id(), meeting.revision())));
        for (var member : List.of(0, 1, 2)) {
            answer(meeting, member, true);
        }
        chair(meeting, () -> doubting.end(meeting.id()));
        isRefused("conduct.quorum.not-called", () -> answer(meeting, 1, false));
        var call = store.of(meeting.id()).last().orElseThrow().id();
        for (var wrong : List.of(
                "update conduct_quorum_call set present = 0 where id = ?",
                "delete from conduct_quorum_answer where call_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(wrong).param(call).update());
        }
    }
}
