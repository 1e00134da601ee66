package de.ratssaal.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.minutes.RecordedMeeting;
import java.time.Duration;
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
@DisplayName("The name of a resident who spoke in question time")
class GuestNamesTest {

    private static final String NAME = "Uwe Unbekannt-Zacharias";

    @Autowired
    ApplicationContext context;

    @Autowired
    FloorConduct conduct;

    @Autowired
    ErasingGuestNames erasing;

    @Autowired
    EraseGuestNames job;

    @Autowired
    Speeches speeches;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    /** A meeting that is over, in which a resident spoke. */
    private RecordedMeeting over() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.call(meeting.item());
        Acting.as(meeting.chair(), () -> {
            conduct.letResidentsAsk(meeting.id(), meeting.item(), true);
            var resident = conduct.enterGuest(meeting.id(), meeting.item(), NAME, GuestKind.RESIDENT, false);
            conduct.call(meeting.id(), resident, null);
            clock.putForwardTo(clock.instant().plusSeconds(90));
            conduct.end(meeting.id(), resident);
        });
        meeting.close();
        return meeting;
    }

    private List<String> names(RecordedMeeting meeting) {
        return Acting.as(meeting.chair(), () -> speeches.of(meeting.id())).stream()
                .map(it -> it.speaker().name())
                .toList();
    }

    @Test
    @DisplayName("is kept while the minutes are written, and erased by itself thirty days after they were released")
    void afterTheMinutes() {
        var meeting = over();
        clock.putForwardTo(clock.instant().plus(Duration.ofDays(400)));
        job.eraseAllDue();
        assertThat(names(meeting)).as("no minutes yet").containsExactly(NAME);

        meeting.begin();
        meeting.release();
        clock.putForwardTo(clock.instant().plus(Duration.ofDays(30)).minusSeconds(60));
        job.eraseAllDue();
        assertThat(names(meeting)).as("a minute before").containsExactly(NAME);

        clock.putForwardTo(clock.instant().plusSeconds(61));
        job.eraseAllDue();
        job.eraseAllDue();

        assertThat(names(meeting)).as("that somebody spoke stays").containsExactly("");
        assertThat(Acting.as(meeting.chair(), () -> speeches.of(meeting.id())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.spoken()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
                    assertThat(it.speaker().guest()).isEqualTo(GuestKind.RESIDENT);
                });
        assertThat(database.sql("select line from audit_entry where subject = ?")
                        .param("meeting/" + meeting.id())
                        .query(String.class)
                        .list())
                .contains("1 names of guests erased")
                .noneMatch(it -> it.contains(NAME));
    }

    @Test
    @DisplayName(
            "is erased by the secretariat when somebody asks for it, and by nobody else; not while the meeting runs")
    void onRequest() {
        var meeting = over();
        for (var other : List.of(meeting.chair(), meeting.member(2))) {
            assertThat(Acting.as(other, () -> erasing.erasable(meeting.id()))).isZero();
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> Acting.as(other, () -> erasing.erase(meeting.id())));
        }
        assertThat(meeting.<Integer>asSecretary(() -> erasing.erasable(meeting.id())))
                .isOne();
        meeting.asSecretary(() -> {
            erasing.erase(meeting.id());
            erasing.erase(meeting.id());
            return true;
        });
        assertThat(names(meeting)).containsExactly("");
        assertThat(meeting.<Integer>asSecretary(() -> erasing.erasable(meeting.id())))
                .isZero();

        var running = RecordedMeeting.open(5, 4, context);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> running.asSecretary(() -> {
                    erasing.erase(running.id());
                    return true;
                }))
                .withMessage("floor.erase.not-over");
    }

    @Test
    @DisplayName("can be taken away, and nothing else of a speech can be changed or made up, also in the database")
    void nothingElse() {
        var meeting = over();
        for (var wrong : List.of(
                "update floor_request set guest_name = 'Jemand anderes' where meeting_id = ?",
                "update floor_request set guest_name = null where meeting_id = ?",
                "update floor_request set guest_name = null, name_erased_at = now(), requested_at = now() where meeting_id = ?",
                "update floor_request set name_erased_at = now() where meeting_id = ?",
                "delete from floor_request where meeting_id = ?")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(wrong)
                    .isThrownBy(() ->
                            database.sql(wrong).param(meeting.id().value()).update());
        }
        assertThat(names(meeting)).containsExactly(NAME);
    }
}
