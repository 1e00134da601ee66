package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where it is kept who left their vote to whom. One that ended stays on record; the database guards what matters. */
@Component
class Delegations {

    private final JdbcClient database;

    Delegations(JdbcClient database) {
        this.database = database;
    }

    /** @param most how many votes of others the holder may carry by the rules */
    void add(MeetingId meeting, Delegation given, int most) {
        database.sql("""
                        insert into attendance_delegation
                            (id, meeting_id, item_id, member_id, holder_id, most, entered_for, given_at)
                        values (:id, :meeting, :item, :member, :holder, :most, :enteredFor, :givenAt)
                        """)
                .param("id", given.id().value())
                .param("meeting", meeting.value())
                .param("item", given.item() == null ? null : given.item().value(), Types.OTHER)
                .param("member", given.member().value())
                .param("holder", given.holder().value())
                .param("most", most)
                .param("enteredFor", given.enteredFor())
                .param("givenAt", given.givenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(DelegationId id, DelegationEnd end, Instant at) {
        database.sql("""
                        update attendance_delegation set ended_at = greatest(given_at, ?), ended_by = ?
                        where id = ? and ended_at is null
                        """)
                .params(at.atOffset(ZoneOffset.UTC), end.name(), id.value())
                .update();
    }

    /** In the order in which they were given. */
    List<Delegation> of(MeetingId meeting) {
        return database.sql("select * from attendance_delegation where meeting_id = ? order by given_at, id")
                .param(meeting.value())
                .query((row, number) -> delegation(row))
                .list();
    }

    Optional<Found> find(DelegationId id) {
        return database.sql("select * from attendance_delegation where id = ?")
                .param(id.value())
                .query((row, number) ->
                        new Found(new MeetingId(row.getObject("meeting_id", UUID.class)), delegation(row)))
                .optional();
    }

    /** One with the meeting it belongs to. */
    record Found(MeetingId meeting, Delegation delegation) {}

    private static Delegation delegation(ResultSet row) throws SQLException {
        var item = row.getObject("item_id", UUID.class);
        var end = row.getString("ended_by");
        return new Delegation(
                new DelegationId(row.getObject("id", UUID.class)),
                item == null ? null : new AgendaItemId(item),
                new PersonId(row.getObject("member_id", UUID.class)),
                new PersonId(row.getObject("holder_id", UUID.class)),
                row.getBoolean("entered_for"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                end == null ? null : DelegationEnd.valueOf(end));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
