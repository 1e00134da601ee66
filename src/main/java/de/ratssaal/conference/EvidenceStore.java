package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
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

/** What providers told of who is in their rooms. */
@Component
class EvidenceStore {

    private static final String IS_INSIDE = "joined_at is not null and (left_at is null or left_at < joined_at)";

    private final JdbcClient database;

    EvidenceStore(JdbcClient database) {
        this.database = database;
    }

    record Found(Room room, boolean isOpen) {}

    Optional<Found> room(String provider, String name) {
        return database.sql("""
                        select id, meeting_id, name, item_id, provider, closed_at from conference_room
                        where lower(name) = lower(?) and provider = ?
                        """)
                .params(name, provider)
                .query((row, number) -> found(row))
                .optional();
    }

    /** Open rooms of which anything was told. */
    List<Room> openAndTold() {
        return database.sql("""
                        select id, meeting_id, name, item_id, provider, closed_at from conference_room r
                        where closed_at is null and exists (select from conference_occupant o where o.room_id = r.id)
                        """).query((row, number) -> found(row).room()).list();
    }

    private static Found found(ResultSet row) throws SQLException {
        var item = row.getObject("item_id", UUID.class);
        return new Found(
                new Room(
                        new RoomId(row.getObject("id", UUID.class)),
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        row.getString("name"),
                        item == null ? null : new AgendaItemId(item),
                        row.getString("provider")),
                row.getObject("closed_at") == null);
    }

    void merge(RoomId room, RoomEvidence.Occupant occupant, Instant now) {
        var person = occupant.person();
        database.sql("""
                        insert into conference_occupant as o
                            (room_id, address, person_id, name, joined_at, left_at, heard_at)
                        values (:room, :address, :person, :name, :joined, :left, :now)
                        on conflict (room_id, address) do update set
                            person_id = coalesce(excluded.person_id, o.person_id),
                            name = case when excluded.name = '' then o.name else excluded.name end,
                            heard_at = case when excluded.joined_at > o.joined_at then excluded.heard_at else o.heard_at end,
                            joined_at = greatest(o.joined_at, excluded.joined_at),
                            left_at = greatest(o.left_at, excluded.left_at)
                        """)
                .param("room", room.value())
                .param("address", occupant.address())
                .param("person", person == null ? null : person.value())
                .param("name", occupant.name())
                .param("joined", orNull(occupant.joinedAt()))
                .param("left", orNull(occupant.leftAt()))
                .param("now", utc(now))
                .update();
    }

    void emptied(RoomId room, Instant at) {
        database.sql("update conference_occupant set left_at = greatest(left_at, ?) where room_id = ?")
                .params(utc(at), room.value())
                .update();
    }

    List<DisagreementRule.Inside> inside(RoomId room) {
        return database.sql(
                        "select person_id, name, heard_at from conference_occupant where room_id = ? and " + IS_INSIDE)
                .param(room.value())
                .query((row, number) -> {
                    var person = row.getObject("person_id", UUID.class);
                    return new DisagreementRule.Inside(
                            person == null ? null : new PersonId(person),
                            row.getString("name"),
                            row.getObject("heard_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /** By our clock: the provider's may be another one. */
    boolean isHaunted(RoomId room) {
        return database.sql("""
                        select exists (select from conference_occupant join conference_room r on r.id = room_id
                            where r.id = ? and heard_at > r.closed_at and %s)
                        """.formatted(IS_INSIDE))
                .param(room.value())
                .query(Boolean.class)
                .single();
    }

    boolean isTold(RoomId room) {
        return database.sql("select exists (select from conference_occupant where room_id = ?)")
                .param(room.value())
                .query(Boolean.class)
                .single();
    }

    List<DisagreementRule.Connected> connected(RoomId room) {
        return database.sql("select person_id, joined_at from conference_line where room_id = ?")
                .param(room.value())
                .query((row, number) -> new DisagreementRule.Connected(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Evidence of rooms that were closed before a moment. */
    void forget(Instant before) {
        database.sql("""
                        delete from conference_occupant o using conference_room r
                        where r.id = o.room_id and r.closed_at < ?
                        """).param(utc(before)).update();
    }

    void heard(String provider, Instant at) {
        database.sql("""
                        insert into conference_provider_heard (provider, heard_at) values (?, ?)
                        on conflict (provider) do update set heard_at = excluded.heard_at
                        """).params(provider, utc(at)).update();
    }

    Optional<Instant> lastHeard(String provider) {
        return database.sql("select heard_at from conference_provider_heard where provider = ?")
                .param(provider)
                .query((row, number) ->
                        row.getObject("heard_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
