package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
@DisplayName("R8, R15: Hands counted group by group")
class GroupCountsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PollConduct conduct;

    @Autowired
    PollVoting voting;

    @Autowired
    Polls polls;

    @Autowired
    JdbcClient database;

    /** A meeting with the chair without a group, three members of one, and two of another. */
    private record Council(TestMeeting meeting, OrganizationId green, OrganizationId red, PollId poll) {}

    private Council council() {
        var meeting = TestMeeting.open(6, 6, context);
        var green = meeting.council().organization(Classification.POLITICAL_GROUP, 10, context);
        var red = meeting.council().organization(Classification.POLITICAL_GROUP, 10, context);
        for (var member = 1; member < 6; member++) {
            TestCouncil.join(member < 4 ? green : red, meeting.member(member), MembershipRole.MEMBER, context);
        }
        return new Council(meeting, green, red, meeting.openPoll(meeting.item()));
    }

    private void count(Council of, GroupCount... counts) {
        Acting.as(of.meeting().chair(), () -> conduct.enterCounts(of.poll(), List.of(counts)));
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    @Test
    @DisplayName("add up to the result, and are kept with it; the last count replaces the one before")
    void addUp() {
        var council = council();
        count(council, new GroupCount(council.green(), new Tally(3, 0, 0)));
        count(
                council,
                new GroupCount(council.green(), new Tally(2, 0, 1)),
                new GroupCount(council.red(), new Tally(0, 2, 0)),
                new GroupCount(null, Tally.EMPTY));

        var closed = Acting.as(council.meeting().chair(), () -> conduct.close(council.poll()));

        assertThat(closed.tally()).isEqualTo(new Tally(2, 2, 1));
        assertThat(Acting.as(council.meeting().member(5), () -> polls.byGroup(council.poll())))
                .extracting(GroupResult::group, GroupResult::tally, GroupResult::notVoted)
                .containsExactly(
                        tuple(council.green(), new Tally(2, 0, 1), 0),
                        tuple(council.red(), new Tally(0, 2, 0), 0),
                        tuple(null, Tally.EMPTY, 1));
    }

    @Test
    @DisplayName("stand beside votes by name of the same group")
    void besideNames() {
        var council = council();
        Acting.as(council.meeting().member(1), () -> voting.cast(council.poll(), Choice.NO, UUID.randomUUID()));
        refused(
                "voting.count.group-too-many",
                () -> count(council, new GroupCount(council.green(), new Tally(3, 0, 0))));
        count(council, new GroupCount(council.green(), new Tally(2, 0, 0)));

        Acting.as(council.meeting().chair(), () -> conduct.close(council.poll()));

        assertThat(Acting.as(council.meeting().chair(), () -> polls.byGroup(council.poll())))
                .first()
                .satisfies(it -> assertThat(it.tally()).isEqualTo(new Tally(2, 1, 0)));
    }

    @Test
    @DisplayName(
            "are not more than the group has in the room, also if one of them votes by device or leaves afterwards")
    void notMoreThanPresent() {
        var council = council();
        refused("voting.count.group-too-many", () -> count(council, new GroupCount(council.red(), new Tally(0, 3, 0))));
        refused(
                "voting.count.group-too-many",
                () -> count(council, new GroupCount(OrganizationId.next(), new Tally(1, 0, 0))));
        count(council, new GroupCount(council.red(), new Tally(0, 2, 0)));
        Acting.as(council.meeting().member(5), () -> voting.cast(council.poll(), Choice.YES, UUID.randomUUID()));

        refused(
                "voting.count.group-too-many",
                () -> Acting.as(council.meeting().chair(), () -> conduct.close(council.poll())));
    }

    @Test
    @DisplayName(
            "say nothing of groups once somebody counted all hands together, and nothing before the vote is closed")
    void countedTogether() {
        var council = council();
        count(council, new GroupCount(council.green(), new Tally(3, 0, 0)));
        assertThat(Acting.as(council.meeting().member(5), () -> polls.byGroup(council.poll())))
                .isEmpty();
        Acting.as(council.meeting().chair(), () -> conduct.enterCount(council.poll(), new Tally(4, 1, 0)));

        Acting.as(council.meeting().chair(), () -> conduct.close(council.poll()));

        assertThat(Acting.as(council.meeting().chair(), () -> polls.byGroup(council.poll())))
                .isEmpty();
    }

    @Test
    @DisplayName("are entered by those who conduct, and read by nobody else while the vote runs")
    void guarded() {
        var council = council();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        Acting.as(council.meeting().member(3), () -> conduct.enterCounts(council.poll(), List.of())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(council.meeting().member(3), () -> polls.handsByGroup(council.poll())));
    }

    @Test
    @DisplayName(
            "cannot be changed in the database once the vote is closed, nor can their sum be another than the count")
    void inTheDatabase() {
        var council = council();
        count(council, new GroupCount(council.green(), new Tally(3, 0, 0)));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> database.sql("""
                                update voting_poll set state = 'CLOSED', counted_yes = 2, outcome = 'REJECTED', closed_at = now(),
                                    yes = 2, no = 0, abstentions = 0, recused = 0, entitled = 6 where id = ?
                                """).param(council.poll().value()).update())
                .withMessageContaining("do not add up");
        Acting.as(council.meeting().chair(), () -> conduct.close(council.poll()));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update voting_group_count set yes = 1 where poll_id = ?")
                        .param(council.poll().value())
                        .update());
    }
}
