package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is no mail server: what would go out fails, what nobody needs any more is dropped. */
@IntegrationTest
@Import(MovableClock.class)
@DisplayName("A mail about who has a seat, after an outage of the mail server,")
class SeatMailTest {

    private static final String SENT_ON = "FAILED";

    @Autowired
    ApplicationContext context;

    @Autowired
    MailQueue queue;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private Map<Integer, String> states(MeetingId meeting, PersonId person, LetterKind kind) {
        return database
                .sql("select round, state from notification_mail where meeting_id = ? and person_id = ? and kind = ?")
                .params(meeting.value(), person.value(), kind.name())
                .query((row, number) -> Map.entry(row.getInt("round"), row.getString("state")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void stay(MeetingId meeting, PersonId person, LetterKind kind, Map<Integer, String> states) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(states(meeting, person, kind)).isEqualTo(states));
    }

    private void isUnfilled(MeetingId meeting, PersonId member, Instant since) {
        database.sql("insert into distribution_unfilled (meeting_id, member_id, since) values (?, ?, ?)")
                .params(meeting.value(), member.value(), since.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    @DisplayName("goes out once, the last word: not each time that a member came and went meanwhile")
    void onlyTheLastWord() {
        TestMeeting.open(5, 4, RulesOfProcedure.THUERINGEN, context, before -> {
            var member = before.member(2);
            var later = clock.instant().plus(Duration.ofHours(1));
            for (var round : new int[] {7, 8}) {
                queue.add(before.id(), member, LetterKind.RETURN, round, "Kim Ersatz", later);
            }
            isUnfilled(before.id(), before.member(3), later);
            queue.addUnfilled(before.id(), before.member(1), before.member(3), later);
            queue.addUnfilled(before.id(), before.member(1), before.member(3), later.plusSeconds(60));
            queue.addUnfilled(before.id(), before.member(1), before.member(3), later.plusSeconds(60));

            clock.putForwardTo(later.plusSeconds(120));

            stay(before.id(), member, LetterKind.RETURN, Map.of(7, "DROPPED", 8, SENT_ON));
            stay(before.id(), before.member(1), LetterKind.UNFILLED, Map.of(0, "DROPPED", 1, SENT_ON));
        });
    }

    @Test
    @DisplayName("tells no member that they can come who said again that they cannot")
    void awayAgain() {
        TestMeeting.open(5, 4, RulesOfProcedure.THUERINGEN, context, before -> {
            var member = before.member(4);
            before.appointSubstituteFor(member);
            before.attendance().excuse(before.id(), member, "");
            queue.add(before.id(), member, LetterKind.RETURN, 9, "Kim Ersatz", clock.instant());

            stay(before.id(), member, LetterKind.RETURN, Map.of(9, "DROPPED"));
        });
    }

    @Test
    @DisplayName("does not come late: once the meeting has begun nobody is told who was to come to it")
    void notLate() {
        var meeting = TestMeeting.open(5, 4, context);
        isUnfilled(meeting.id(), meeting.member(3), clock.instant());
        queue.add(meeting.id(), meeting.member(2), LetterKind.RETURN, 7, "Kim Ersatz", clock.instant());
        queue.addUnfilled(meeting.id(), meeting.member(1), meeting.member(3), clock.instant());

        stay(meeting.id(), meeting.member(2), LetterKind.RETURN, Map.of(7, "DROPPED"));
        stay(meeting.id(), meeting.member(1), LetterKind.UNFILLED, Map.of(0, "DROPPED"));
    }
}
