package de.ratssaal.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Standing;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.UUID;
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
@DisplayName("R7: If it is in dispute whether a member is recused")
class DecidingRecusalTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DecidingRecusal deciding;

    @Autowired
    RecusalsInMinutes minutes;

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("the meeting decides by more yes than no, and the member then neither deliberates nor votes")
    void decides() {
        var meeting = TestMeeting.open(6, 6, context);
        decide(meeting, meeting.member(3), 3, 2, 0);
        assertThat(standing(meeting, 3)).isEqualTo(Standing.RECUSED);
        assertThat(minutes.of(meeting.id(), false).get(meeting.item()))
                .singleElement()
                .asString()
                .contains("befangen ist (Ja: 3, Nein: 2, Enthaltungen: 0");

        decide(meeting, meeting.member(3), 2, 3, 0);
        assertThat(standing(meeting, 3)).as("decided anew").isEqualTo(Standing.ENTITLED);
        decide(meeting, meeting.member(4), 2, 2, 1);
        assertThat(standing(meeting, 4)).as("a tie recuses nobody").isEqualTo(Standing.ENTITLED);
    }

    @Test
    @DisplayName("the member concerned neither votes on it nor conducts it, and nobody else decides it but the meeting")
    void withoutTheMember() {
        var meeting = TestMeeting.open(6, 6, context);
        refused("conduct.recusal.too-many", () -> decide(meeting, meeting.member(3), 4, 2, 0));
        refused("conduct.recusal.no-votes", () -> decide(meeting, meeting.member(3), 0, 0, 0));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> decide(meeting, meeting.chair(), 0, 5, 0))
                .withMessage("conduct.recusal.own")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 38"));
        refused("conduct.recusal.no-member", () -> decide(meeting, meeting.invitedGuest(), 3, 0, 0));
        for (var other : List.of(meeting.member(3), meeting.member(4))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(
                            other,
                            () -> deciding.decide(
                                    UUID.randomUUID(),
                                    meeting.id(),
                                    meeting.item(),
                                    meeting.member(3),
                                    new Tally(1, 0, 0))));
        }
        refused(
                "conduct.recusal.not-at-hand",
                () -> Acting.as(
                        meeting.chair(),
                        () -> deciding.decide(
                                UUID.randomUUID(),
                                meeting.id(),
                                meeting.nonPublic(),
                                meeting.member(3),
                                new Tally(1, 0, 0))));
        assertThat(standing(meeting, 3)).isEqualTo(Standing.ENTITLED);
    }

    @Test
    @DisplayName("it is decided before the vote on the item, not while it runs")
    void beforeTheVote() {
        var meeting = TestMeeting.open(6, 6, context);
        meeting.openPoll(meeting.item());
        refused("conduct.recusal.too-late", () -> decide(meeting, meeting.member(3), 2, 3, 0));
    }

    @Test
    @DisplayName("R4: there has to be a quorum without them")
    void quorum() {
        var meeting = TestMeeting.open(6, 4, context);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> decide(meeting, meeting.member(3), 3, 0, 0))
                .withMessage("attendance.quorum.not-met");
        decide(meeting, meeting.member(5), 4, 0, 0);
        assertThat(standing(meeting, 5)).as("absent, and recused if they come").isNotEqualTo(Standing.ENTITLED);
    }

    @Test
    @DisplayName("what was decided is decided once and stays on record")
    void onRecord() {
        var meeting = TestMeeting.open(6, 6, context);
        var id = UUID.randomUUID();
        for (var time = 0; time < 2; time++) {
            Acting.as(
                    meeting.chair(),
                    () -> deciding.decide(id, meeting.id(), meeting.item(), meeting.member(3), new Tally(3, 2, 0)));
        }
        assertThat(database.sql(
                                "select count(*) from audit_entry where subject = ? and type = 'conduct.RecusalDecided'")
                        .param("meeting/" + meeting.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        for (var sql : List.of(
                "update conduct_recusal set is_recused = false where id = ?",
                "delete from conduct_recusal where id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(sql).param(id).update());
        }
    }

    private void decide(TestMeeting meeting, PersonId person, int yes, int no, int abstentions) {
        Acting.as(
                meeting.chair(),
                () -> deciding.decide(
                        UUID.randomUUID(), meeting.id(), meeting.item(), person, new Tally(yes, no, abstentions)));
    }

    private Standing standing(TestMeeting meeting, int member) {
        return Acting.as(
                meeting.chair(),
                () -> meeting.attendance().standing(meeting.id(), meeting.item(), meeting.member(member)));
    }

    private static void refused(String key, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).withMessage(key);
    }
}
