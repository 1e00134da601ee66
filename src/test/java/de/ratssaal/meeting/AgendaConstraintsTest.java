package de.ratssaal.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("The database, whoever writes into it, refuses")
class AgendaConstraintsTest {

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Meetings meetings;

    @Autowired
    JdbcClient database;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    MeetingId meeting;
    AgendaItemId above;
    AgendaItemId below;
    AgendaItemId ofAnother;

    @BeforeEach
    void twoMeetings() {
        var council = TestCouncil.of(3, context);
        meeting = plan(council);
        above = add(meeting, null, true);
        below = add(meeting, above, true);
        ofAnother = add(plan(council), null, true);
    }

    @Test
    @DisplayName("a public item below a non-public one")
    void publicBelowNonPublic() {
        refuses("update meeting_agenda_item set is_public = false where id = ?", above.value());
        refuses("update meeting_agenda_item set is_public = not is_public where id = ?", below.value());
        var secret = add(meeting, null, false);
        refuses("update meeting_agenda_item set parent_id = ? where id = ?", secret.value(), below.value());
        refuses("""
                insert into meeting_agenda_item (id, meeting_id, parent_id, position, is_public, title, state)
                values (?, ?, ?, 0, true, 'Grundstück', 'PENDING')
                """, UUID.randomUUID(), meeting.value(), secret.value());
    }

    @Test
    @DisplayName("an item below one of another meeting")
    void belowAnotherMeetings() {
        refuses("update meeting_agenda_item set parent_id = ? where id = ?", ofAnother.value(), below.value());
        refuses(
                "update meeting_agenda_item set meeting_id = (select meeting_id from meeting_agenda_item where id = ?) where id = ?",
                ofAnother.value(),
                below.value());
    }

    @Test
    @DisplayName("to call an item of another meeting")
    void anotherMeetingsItemIsNotCalled() {
        var open = """
                update meeting_meeting set state = 'OPEN', convened_at = now(), opened_at = now(),
                    conducted_by = gen_random_uuid(), current_item_id = ?
                where id = ?
                """;
        refuses(open, ofAnother.value(), meeting.value());

        assertThat(database.sql(open).params(below.value(), meeting.value()).update())
                .isEqualTo(1);
        refuses("update meeting_meeting set current_item_id = ? where id = ?", UUID.randomUUID(), meeting.value());
    }

    @Test
    @DisplayName("nothing of what the secretariat does: an item moves with everything below it, and goes with it")
    void theApplicationMovesWhatBelongsTogether() {
        var deepest = add(meeting, below, true);
        asSystem(() -> planning.moveItem(meeting, above, null, false, 0));
        assertThat(asSystem(() -> meetings.agenda(meeting))).hasSize(3).noneMatch(AgendaItemSummary::isPublic);

        asSystem(() -> planning.moveItem(meeting, below, null, true, 0));
        assertThat(asSystem(() -> meetings.agenda(meeting)))
                .filteredOn(AgendaItemSummary::isPublic)
                .extracting(AgendaItemSummary::id)
                .containsExactly(below, deepest);

        asSystem(() -> planning.removeItem(meeting, below));
        assertThat(asSystem(() -> meetings.agenda(meeting)))
                .extracting(AgendaItemSummary::id)
                .containsExactly(above);
    }

    private MeetingId plan(TestCouncil council) {
        return access.asSystem(
                "test",
                () -> planning.plan(
                        council.council(),
                        new MeetingPlan(
                                "Sitzung",
                                MeetingMode.IN_PERSON,
                                clock.instant().plus(Duration.ofDays(10)),
                                null,
                                "Rathaus",
                                "")));
    }

    private AgendaItemId add(MeetingId to, AgendaItemId parent, boolean isPublic) {
        return access.asSystem("test", () -> planning.addItem(to, parent, isPublic, "Haushalt"));
    }

    private void asSystem(Runnable work) {
        access.asSystem("test", work);
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }

    private void refuses(String sql, Object... parameters) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .as(sql)
                .isThrownBy(() -> database.sql(sql).params(parameters).update());
    }
}
