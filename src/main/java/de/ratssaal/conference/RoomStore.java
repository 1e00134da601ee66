package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rooms, and what is as short-lived as they are. Whatever leads into a room goes with it. */
@Component
class RoomStore {

    private static final String ROOM = "select id, meeting_id, name, item_id, provider from conference_room ";

    private final JdbcClient database;

    RoomStore(JdbcClient database) {
        this.database = database;
    }

    // --- rooms

    Optional<Room> open(MeetingId meeting) {
        return database.sql(ROOM + "where meeting_id = ? and closed_at is null")
                .param(meeting.value())
                .query((row, number) -> room(row))
                .optional();
    }

    /** Open rooms to which this person has a line, by meeting. */
    List<Room> openWith(PersonId person) {
        return database.sql(ROOM + """
                        where closed_at is null
                            and id in (select room_id from conference_line where person_id = ?) order by meeting_id
                        """)
                .param(person.value())
                .query((row, number) -> room(row))
                .list();
    }

    Room create(Room room, Instant at) {
        var item = room.item();
        database.sql("""
                        insert into conference_room (id, meeting_id, name, item_id, provider, opened_at)
                        values (:id, :meeting, :name, :item, :provider, :at)
                        """)
                .param("id", room.id().value())
                .param("meeting", room.meeting().value())
                .param("name", room.name())
                .param("item", item == null ? null : item.value())
                .param("provider", room.provider())
                .param("at", utc(at))
                .update();
        return room;
    }

    /** The room itself first: who is about to come in, or to say something, waits for it and is then refused. */
    void close(Room room, Instant at) {
        var id = room.id().value();
        database.sql("update conference_room set closed_at = greatest(opened_at, ?) where id = ?")
                .params(utc(at), id)
                .update();
        for (var table : List.of("line", "ticket", "word", "waiting")) {
            database.sql("delete from conference_" + table + " where room_id = ?")
                    .param(id)
                    .update();
        }
    }

    /** It runs over a gateway from its beginning. */
    void atGateway(GatewayRoom room) {
        database.sql("""
                        insert into conference_gateway_room (room_id, gateway, number, secret, pin)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(room.room().value(), room.gateway(), room.number(), room.secret(), room.pin())
                .update();
    }

    /** @return none if it runs from browser to browser */
    Optional<GatewayRoom> gatewayRoom(RoomId room) {
        return database.sql(
                        "select room_id, gateway, number, secret, pin from conference_gateway_room where room_id = ?")
                .param(room.value())
                .query((row, number) -> gatewayRoom(row))
                .optional();
    }

    /** A room that a gateway may still have. */
    record AtGateway(GatewayRoom room, MeetingId meeting, boolean isOpen) {}

    List<AtGateway> atGateway(String gateway) {
        return database.sql("""
                        select g.*, r.meeting_id, r.closed_at is null as is_open from conference_gateway_room g
                        join conference_room r on r.id = g.room_id where g.gateway = ? and not g.gone
                        """)
                .param(gateway)
                .query((row, number) -> new AtGateway(
                        gatewayRoom(row),
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        row.getBoolean("is_open")))
                .list();
    }

    /** Its room is closed, and the gateway has it no more. */
    void goneFromGateway(RoomId room) {
        database.sql("update conference_gateway_room set gone = true where room_id = ?")
                .param(room.value())
                .update();
    }

    private static GatewayRoom gatewayRoom(ResultSet row) throws SQLException {
        return new GatewayRoom(
                new RoomId(row.getObject("room_id", UUID.class)),
                row.getString("gateway"),
                row.getLong("number"),
                row.getString("secret"),
                row.getString("pin"));
    }

    private static Room room(ResultSet row) throws SQLException {
        var item = row.getObject("item_id", UUID.class);
        return new Room(
                new RoomId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                row.getString("name"),
                item == null ? null : new AgendaItemId(item),
                row.getString("provider"));
    }

    // --- guests

    Set<PersonId> admitted(RoomId room) {
        return persons("conference_admission where room_id = ?", room);
    }

    Set<PersonId> guestsAlone(RoomId room) {
        return persons("conference_admission where room_id = ? and alone_at is not null", room);
    }

    Set<PersonId> word(RoomId room) {
        return persons("conference_word where room_id = ?", room);
    }

    boolean admit(RoomId room, PersonId person, Instant at) {
        stopWaiting(room, person);
        return database.sql("""
                        insert into conference_admission (room_id, person_id, admitted_at) values (?, ?, ?)
                        on conflict do nothing
                        """).params(room.value(), person.value(), utc(at)).update() == 1;
    }

    boolean putOut(RoomId room, PersonId person) {
        return delete("admission", room, person);
    }

    boolean confirmAlone(RoomId room, PersonId person, Instant at) {
        return database.sql("""
                        update conference_admission set alone_at = ?
                        where room_id = ? and person_id = ? and alone_at is null
                        """).params(utc(at), room.value(), person.value()).update() == 1;
    }

    boolean waits(RoomId room, PersonId person, String name, Instant at) {
        return database.sql("""
                        insert into conference_waiting (room_id, person_id, name, since, asked_at) values (:room, :person, :name, :at, :at)
                        on conflict (room_id, person_id) do update set asked_at = excluded.asked_at
                        returning since = asked_at
                        """)
                .param("room", room.value())
                .param("person", person.value())
                .param("name", name)
                .param("at", utc(at))
                .query(Boolean.class)
                .single();
    }

    boolean stopWaiting(RoomId room, PersonId person) {
        return delete("waiting", room, person);
    }

    /** Meetings before whose doors somebody stood who has not asked since a moment. */
    List<MeetingId> withGoneWaiting(Instant moment) {
        return database.sql("""
                        select distinct r.meeting_id from conference_waiting w join conference_room r on r.id = w.room_id
                        where w.asked_at < ?
                        """)
                .param(utc(moment))
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list();
    }

    /** @return whether there was anybody */
    boolean forgetWaiting(MeetingId meeting, Instant moment) {
        return database.sql("""
                        delete from conference_waiting w using conference_room r
                        where r.id = w.room_id and r.meeting_id = ? and w.asked_at < ?
                        """).params(meeting.value(), utc(moment)).update() > 0;
    }

    List<Conference.Waiting> waiting(RoomId room) {
        return database.sql(
                        "select person_id, name from conference_waiting where room_id = ? order by since, person_id")
                .param(room.value())
                .query((row, number) -> new Conference.Waiting(person(row), row.getString("name")))
                .list();
    }

    // --- who is heard

    boolean lendWord(RoomId room, PersonId person) {
        return database.sql("insert into conference_word (room_id, person_id) values (?, ?) on conflict do nothing")
                        .params(room.value(), person.value())
                        .update()
                == 1;
    }

    boolean takeWord(RoomId room, PersonId person) {
        return delete("word", room, person);
    }

    /** @return none if the rule goes */
    Optional<Boolean> onlySpeakerHeard(MeetingId meeting) {
        return database.sql("""
                        select only_speaker_heard from conference_choice
                        where meeting_id = ? and only_speaker_heard is not null
                        """).param(meeting.value()).query(Boolean.class).optional();
    }

    void choose(MeetingId meeting, boolean onlySpeaker) {
        database.sql("""
                        insert into conference_choice (meeting_id, only_speaker_heard) values (?, ?)
                        on conflict (meeting_id) do update set only_speaker_heard = excluded.only_speaker_heard
                        """).params(meeting.value(), onlySpeaker).update();
    }

    /** @return none if that of the installation brings sound and picture */
    Optional<String> provider(MeetingId meeting) {
        return database.sql("select provider from conference_choice where meeting_id = ? and provider is not null")
                .param(meeting.value())
                .query(String.class)
                .optional();
    }

    void chooseProvider(MeetingId meeting, @Nullable String provider) {
        database.sql("""
                        insert into conference_choice (meeting_id, provider) values (:meeting, :provider)
                        on conflict (meeting_id) do update set provider = excluded.provider
                        """)
                .param("meeting", meeting.value())
                .param("provider", provider)
                .update();
    }

    // --- tickets

    /** @param person has this one alone from now on */
    void issue(byte[] hash, RoomId room, PersonId person, Instant at, Instant until) {
        database.sql("""
                        insert into conference_ticket (hash, room_id, person_id, issued_at, expires_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (room_id, person_id) do update set
                            hash = excluded.hash, issued_at = excluded.issued_at, expires_at = excluded.expires_at
                        """)
                .params(hash, room.value(), person.value(), utc(at), utc(until))
                .update();
    }

    /** The meeting into whose conference a ticket leads. */
    Optional<MeetingId> meetingOf(byte[] hash) {
        return database.sql(
                        "select meeting_id from conference_ticket join conference_room r on r.id = room_id where hash = ?")
                .param(hash)
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .optional();
    }

    /** @return whether it was theirs, valid, and had not been used */
    boolean use(byte[] hash, RoomId room, PersonId person, Instant at) {
        return database.sql(
                                "delete from conference_ticket where hash = ? and room_id = ? and person_id = ? and expires_at > ?")
                        .params(hash, room.value(), person.value(), utc(at))
                        .update()
                == 1;
    }

    void forgetTicket(RoomId room, PersonId person) {
        delete("ticket", room, person);
    }

    void forgetExpired(Instant at) {
        database.sql("delete from conference_ticket where expires_at <= ?")
                .param(utc(at))
                .update();
    }

    // --- presence

    /** @return whether they were lost, or none if they were not there */
    Optional<Boolean> lost(MeetingId meeting, PersonId person) {
        return database.sql(
                        "select lost_at is not null from conference_presence where meeting_id = ? and person_id = ?")
                .params(meeting.value(), person.value())
                .query(Boolean.class)
                .optional();
    }

    void there(MeetingId meeting, PersonId person) {
        database.sql("""
                        insert into conference_presence (meeting_id, person_id) values (?, ?)
                        on conflict (meeting_id, person_id) do update set lost_at = null
                        """).params(meeting.value(), person.value()).update();
    }

    void lost(MeetingId meeting, PersonId person, Instant at) {
        database.sql("update conference_presence set lost_at = ? where meeting_id = ? and person_id = ?")
                .params(utc(at), meeting.value(), person.value())
                .update();
    }

    boolean gone(MeetingId meeting, PersonId person) {
        return database.sql("delete from conference_presence where meeting_id = ? and person_id = ?")
                        .params(meeting.value(), person.value())
                        .update()
                == 1;
    }

    void allGone(MeetingId meeting) {
        for (var table : List.of("presence", "left")) {
            database.sql("delete from conference_" + table + " where meeting_id = ?")
                    .param(meeting.value())
                    .update();
        }
    }

    /** Was entered as having left. */
    void left(MeetingId meeting, PersonId person) {
        database.sql("insert into conference_left (meeting_id, person_id) values (?, ?) on conflict do nothing")
                .params(meeting.value(), person.value())
                .update();
    }

    boolean hasLeft(MeetingId meeting, PersonId person) {
        return database.sql("select exists (select from conference_left where meeting_id = ? and person_id = ?)")
                .params(meeting.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    void forgetLeft(MeetingId meeting, PersonId person) {
        database.sql("delete from conference_left where meeting_id = ? and person_id = ?")
                .params(meeting.value(), person.value())
                .update();
    }

    /**
     * Who counts as connected and has no line, as after a crash of the database, which forgets the lines, is lost.
     *
     * @return whether there was anybody
     */
    boolean loseUnconnected(MeetingId meeting, Instant at) {
        return database.sql("update conference_presence p set lost_at = ? where meeting_id = ? and " + UNCONNECTED)
                        .params(utc(at), meeting.value())
                        .update()
                > 0;
    }

    /** Meetings in which somebody has been silent since a moment, or has no line any more. */
    List<MeetingId> withSilent(Instant moment) {
        return database.sql("""
                        select r.meeting_id from conference_line l join conference_room r on r.id = l.room_id
                        where l.seen_at < ?
                        union select p.meeting_id from conference_presence p where\s""" + UNCONNECTED)
                .param(utc(moment))
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list();
    }

    private static final String UNCONNECTED = """
            p.lost_at is null and not exists (select from conference_line l join conference_room r on r.id = l.room_id
                where r.meeting_id = p.meeting_id and l.person_id = p.person_id)
            """;

    /** Whoever is in no room has no connection from now on: it is theirs to come into the next one. */
    void allLost(MeetingId meeting, Instant at) {
        database.sql("update conference_presence set lost_at = ? where meeting_id = ? and lost_at is null")
                .params(utc(at), meeting.value())
                .update();
    }

    record Lost(MeetingId meeting, PersonId person, Instant since) {}

    List<Lost> lost() {
        return database.sql(
                        "select meeting_id, person_id, lost_at from conference_presence where lost_at is not null order by meeting_id")
                .query((row, number) -> new Lost(
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        person(row),
                        row.getObject("lost_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Set<PersonId> lost(MeetingId meeting) {
        return new HashSet<>(
                database.sql("select person_id from conference_presence where meeting_id = ? and lost_at is not null")
                        .param(meeting.value())
                        .query((row, number) -> person(row))
                        .list());
    }

    // --- lines

    /** A line as it is kept. */
    record Line(
            LineId id,
            RoomId room,
            PersonId person,
            String name,
            boolean sound,
            boolean picture,
            int mutes,
            @Nullable String participant) {}

    private static final String LINE =
            "select id, room_id, person_id, name, sound, picture, mutes, participant from conference_line ";

    List<Line> lines(RoomId room) {
        return database.sql(LINE + "where room_id = ? order by joined_at, id")
                .param(room.value())
                .query((row, number) -> line(row))
                .list();
    }

    Optional<Line> line(RoomId room, PersonId person) {
        return database.sql(LINE + "where room_id = ? and person_id = ?")
                .params(room.value(), person.value())
                .query((row, number) -> line(row))
                .optional();
    }

    Optional<Line> line(LineId id) {
        return database.sql(LINE + "where id = ?")
                .param(id.value())
                .query((row, number) -> line(row))
                .optional();
    }

    void connect(Line line, UUID node, Instant at) {
        database.sql("""
                        insert into conference_line (id, room_id, person_id, name, node, joined_at, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        line.id().value(),
                        line.room().value(),
                        line.person().value(),
                        line.name(),
                        node,
                        utc(at),
                        utc(at))
                .update();
    }

    /** The same browser comes back, perhaps to another server. */
    void connectAgain(LineId line, UUID node, Instant at) {
        database.sql("update conference_line set node = ?, seen_at = ? where id = ?")
                .params(node, utc(at), line.value())
                .update();
    }

    boolean seen(LineId line, UUID node, Instant at) {
        return database.sql("update conference_line set seen_at = ? where id = ? and node = ?")
                        .params(utc(at), line.value(), node)
                        .update()
                == 1;
    }

    /** Whether a line leads to this server, and not to another one by now. */
    boolean leadsTo(LineId line, UUID node) {
        return database.sql("select exists (select from conference_line where id = ? and node = ?)")
                .params(line.value(), node)
                .query(Boolean.class)
                .single();
    }

    void show(LineId line, boolean sound, boolean picture) {
        database.sql("update conference_line set sound = ?, picture = ? where id = ?")
                .params(sound, picture, line.value())
                .update();
    }

    /** @return whether no other line in the room is known by that name */
    boolean knownAs(LineId line, String participant) {
        return database.sql("""
                        update conference_line l set participant = :participant
                        where id = :line and not exists (select from conference_line o
                            where o.room_id = l.room_id and o.participant = :participant and o.id <> l.id)
                        """)
                        .param("participant", participant)
                        .param("line", line.value())
                        .update()
                == 1;
    }

    void mute(RoomId room, PersonId person) {
        database.sql("""
                        update conference_line set mutes = mutes + 1, sound = false
                        where room_id = ? and person_id = ?
                        """).params(room.value(), person.value()).update();
    }

    void muteAllBut(RoomId room, Collection<PersonId> but) {
        database.sql("""
                        update conference_line set mutes = mutes + 1, sound = false
                        where room_id = ? and not person_id = any(?)
                        """)
                .params(room.value(), but.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    boolean disconnect(LineId line) {
        return database.sql("delete from conference_line where id = ?")
                        .param(line.value())
                        .update()
                == 1;
    }

    boolean disconnect(RoomId room, PersonId person) {
        return delete("line", room, person);
    }

    /** A line that has been silent, with its meeting. */
    record Silent(LineId line, MeetingId meeting, PersonId person) {}

    List<Silent> silentSince(Instant moment) {
        return database.sql("""
                        select l.id, r.meeting_id, l.person_id from conference_line l
                        join conference_room r on r.id = l.room_id where l.seen_at < ?
                        order by r.meeting_id
                        """)
                .param(utc(moment))
                .query((row, number) -> new Silent(
                        new LineId(row.getObject("id", UUID.class)),
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        person(row)))
                .list();
    }

    /** @return whether both are in the same room, which is open */
    boolean signal(LineId from, LineId to, String body) {
        return database.sql("""
                        insert into conference_signal (room_id, from_line, to_line, body)
                        select f.room_id, f.id, t.id, ? from conference_line f
                        join conference_line t on t.room_id = f.room_id
                        where f.id = ? and t.id = ? and f.id <> t.id
                        """).params(body, from.value(), to.value()).update() == 1;
    }

    /** Takes what has come for lines that lead to this server, in order. A browser may just have gone to another one. */
    List<Signal> takeSignals(UUID node, Collection<LineId> to) {
        return database.sql("""
                        with taken as (delete from conference_signal s using conference_line l
                            where l.id = s.to_line and l.node = ? and s.to_line = any(?)
                            returning s.id, s.from_line, s.to_line, s.body)
                        select from_line, to_line, body from taken order by id
                        """)
                .param(node)
                .param(to.stream().map(LineId::value).toArray(UUID[]::new))
                .query((row, number) -> new Signal(
                        new LineId(row.getObject("from_line", UUID.class)),
                        new LineId(row.getObject("to_line", UUID.class)),
                        row.getString("body")))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new LineId(row.getObject("id", UUID.class)),
                new RoomId(row.getObject("room_id", UUID.class)),
                person(row),
                row.getString("name"),
                row.getBoolean("sound"),
                row.getBoolean("picture"),
                row.getInt("mutes"),
                row.getString("participant"));
    }

    private boolean delete(String table, RoomId room, PersonId person) {
        return database.sql("delete from conference_" + table + " where room_id = ? and person_id = ?")
                        .params(room.value(), person.value())
                        .update()
                == 1;
    }

    private Set<PersonId> persons(String where, RoomId room) {
        return new HashSet<>(database.sql("select person_id from " + where)
                .param(room.value())
                .query((row, number) -> person(row))
                .list());
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
