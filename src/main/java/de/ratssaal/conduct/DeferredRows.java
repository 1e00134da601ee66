package de.ratssaal.conduct;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of items that were deferred. */
@Component
class DeferredRows {

    /** @param toMeeting that takes it up, with the item there; none as long as none does */
    record Row(
            AgendaItemId item,
            MeetingId meeting,
            OrganizationId organization,
            Instant deferredAt,
            @Nullable MeetingId toMeeting,
            @Nullable AgendaItemId toItem) {}

    private final JdbcClient database;

    DeferredRows(JdbcClient database) {
        this.database = database;
    }

    void add(AgendaItemId item, MeetingId meeting, OrganizationId organization, Instant at) {
        database.sql("""
                        insert into conduct_deferred (item_id, meeting_id, organization_id, deferred_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(item.value(), meeting.value(), organization.value(), utc(at))
                .update();
    }

    void remove(AgendaItemId item) {
        database.sql("delete from conduct_deferred where item_id = ?")
                .param(item.value())
                .update();
    }

    void takeUp(AgendaItemId item, MeetingId meeting, AgendaItemId as, Instant at) {
        database.sql("update conduct_deferred set to_meeting_id = ?, to_item_id = ?, taken_up_at = ? where item_id = ?")
                .params(meeting.value(), as.value(), utc(at), item.value())
                .update();
    }

    /** Nobody else takes it up or back before the transaction is over. */
    Optional<Row> hold(AgendaItemId item) {
        return database.sql("select * from conduct_deferred where item_id = ? for update")
                .param(item.value())
                .query((row, number) -> row(row))
                .optional();
    }

    List<Row> of(OrganizationId organization) {
        return database.sql("select * from conduct_deferred where organization_id = ? order by deferred_at, item_id")
                .param(organization.value())
                .query((row, number) -> row(row))
                .list();
    }

    /** Deferred in a meeting, or taken up by it. */
    List<Row> of(MeetingId meeting) {
        return database.sql("""
                        select * from conduct_deferred where meeting_id = :meeting or to_meeting_id = :meeting
                        order by deferred_at, item_id
                        """)
                .param("meeting", meeting.value())
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        var toMeeting = row.getObject("to_meeting_id", UUID.class);
        var toItem = row.getObject("to_item_id", UUID.class);
        return new Row(
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getObject("deferred_at", OffsetDateTime.class).toInstant(),
                toMeeting == null ? null : new MeetingId(toMeeting),
                toItem == null ? null : new AgendaItemId(toItem));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
