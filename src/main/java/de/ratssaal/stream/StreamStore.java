package de.ratssaal.stream;

import de.ratssaal.conference.RoomId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.stream.media.Segment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is decided on streams, their stretches and segments, and what is kept of them. */
@Component
class StreamStore {

    private static final String RUN =
            "select id, meeting_id, room_id, recorded, started_at, node, shown from stream_run ";

    private final JdbcClient database;

    StreamStore(JdbcClient database) {
        this.database = database;
    }

    /** @param address empty for our own stream */
    record Choice(boolean isOn, String address) {

        static final Choice NONE = new Choice(false, "");
    }

    /** A stretch that goes on. */
    record Run(
            RunId id,
            MeetingId meeting,
            RoomId room,
            boolean recorded,
            Instant startedAt,
            boolean isMade,
            String shown) {}

    /** @param breaks how many there were before it in its meeting */
    record Kept(long sequence, int breaks, Instant beganAt, int millis) {

        Instant until() {
            return beganAt.plusMillis(millis);
        }
    }

    // --- decisions

    Choice choice(MeetingId meeting) {
        return database.sql("select is_on, address from stream_choice where meeting_id = ?")
                .param(meeting.value())
                .query((row, number) -> new Choice(row.getBoolean("is_on"), row.getString("address")))
                .optional()
                .orElse(Choice.NONE);
    }

    void choose(MeetingId meeting, Choice choice) {
        database.sql("""
                        insert into stream_choice (meeting_id, is_on, address) values (?, ?, ?)
                        on conflict (meeting_id) do update set is_on = excluded.is_on, address = excluded.address
                        """)
                .params(meeting.value(), choice.isOn(), choice.address())
                .update();
    }

    // --- stretches

    Optional<Run> open(MeetingId meeting) {
        return database.sql(RUN + "where meeting_id = ? and stopped_at is null")
                .param(meeting.value())
                .query((row, number) -> run(row))
                .optional();
    }

    List<Run> open() {
        return database.sql(RUN + "where stopped_at is null order by id")
                .query((row, number) -> run(row))
                .list();
    }

    void begin(RunId id, MeetingId meeting, RoomId room, boolean recorded, Instant at) {
        database.sql("insert into stream_run (id, meeting_id, room_id, recorded, started_at) values (?, ?, ?, ?, ?)")
                .params(id.value(), meeting.value(), room.value(), recorded, utc(at))
                .update();
    }

    /** Waits for a segment that is just being kept; after that there is none. */
    void stop(RunId run, Instant at) {
        database.sql("update stream_run set stopped_at = greatest(started_at, ?) where id = ? and stopped_at is null")
                .params(utc(at), run.value())
                .update();
    }

    /** @return whether this server makes it until that moment */
    boolean claim(RunId run, UUID node, Instant now, Instant until) {
        return database.sql("""
                                update stream_run set node = :node, claimed_until = :until
                                where id = :run and stopped_at is null
                                    and (node is null or node = :node or claimed_until < :now)
                                """)
                        .param("node", node)
                        .param("until", utc(until))
                        .param("run", run.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void release(UUID node) {
        database.sql("update stream_run set node = null, claimed_until = null where node = ? and stopped_at is null")
                .param(node)
                .update();
    }

    /** @return whether it was somebody else before */
    boolean shows(RunId run, PublicStream.Shown shown) {
        return database.sql(
                                "update stream_run set shown = :shown where id = :run and stopped_at is null and shown <> :shown")
                        .param("shown", shown.name())
                        .param("run", run.value())
                        .update()
                == 1;
    }

    boolean hasSegments(RunId run) {
        return database.sql("select exists (select from stream_segment where run_id = ?)")
                .param(run.value())
                .query(Boolean.class)
                .single();
    }

    /** @throws org.springframework.dao.DataAccessException if the stretch is over */
    void keep(Run run, UUID node, UUID take, Instant beganAt, Segment segment) {
        database.sql("""
                        with numbered as (
                            update stream_choice set
                                sequence = sequence + 1,
                                breaks = breaks + (last_take is not null and last_take <> :take)::integer,
                                last_take = :take
                            where meeting_id = :meeting
                                and exists (select from stream_run where id = :run and node = :node)
                            returning sequence - 1 as sequence, breaks)
                        insert into stream_segment (meeting_id, sequence, run_id, take, breaks, ticks, began_at, millis, bytes)
                        select :meeting, sequence, :run, :take, breaks, :ticks, :began, :millis, :bytes from numbered
                        """)
                .param("meeting", run.meeting().value())
                .param("run", run.id().value())
                .param("node", node)
                .param("take", take)
                .param("ticks", segment.at().toNanos() * 9 / 100_000)
                .param("began", utc(beganAt))
                .param("millis", Math.toIntExact(segment.length().toMillis()))
                .param("bytes", segment.bytes())
                .update();
    }

    void mark(RunId run, AgendaItemId item, Instant at) {
        database.sql("insert into stream_mark (run_id, item_id, at) values (?, ?, ?) on conflict do nothing")
                .params(run.value(), item.value(), utc(at))
                .update();
    }

    // --- what the public reads

    /** The last segments of a meeting, oldest first. */
    List<Kept> last(MeetingId meeting, int most) {
        return database.sql("""
                        select * from (
                            select sequence, breaks, began_at, millis from stream_segment
                            where meeting_id = ? order by sequence desc limit ?) as last
                        order by sequence
                        """)
                .params(meeting.value(), most)
                .query((row, number) -> kept(row))
                .list();
    }

    /** @param ticks of the transport stream's clock at its beginning, of which a second has 90,000 */
    record One(Instant beganAt, int millis, long ticks) {

        Instant until() {
            return beganAt.plusMillis(millis);
        }
    }

    Optional<One> one(MeetingId meeting, long sequence) {
        return database.sql("select began_at, millis, ticks from stream_segment where meeting_id = ? and sequence = ?")
                .params(meeting.value(), sequence)
                .query((row, number) -> new One(instant(row, "began_at"), row.getInt("millis"), row.getLong("ticks")))
                .optional();
    }

    Optional<byte[]> bytes(MeetingId meeting, long sequence) {
        return database.sql("select bytes from stream_segment where meeting_id = ? and sequence = ?")
                .params(meeting.value(), sequence)
                .query((row, number) -> row.getBytes("bytes"))
                .optional();
    }

    /** Whether a segment belongs to what is kept, or to what is shown now. */
    boolean isRecorded(MeetingId meeting) {
        return database.sql(
                        "select exists (select from stream_segment s join stream_run r on r.id = s.run_id where s.meeting_id = ? and r.recorded)")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
    }

    List<Kept> recorded(MeetingId meeting) {
        return database.sql("""
                        select s.sequence, s.breaks, s.began_at, s.millis
                        from stream_segment s join stream_run r on r.id = s.run_id
                        where s.meeting_id = ? and r.recorded order by s.sequence
                        """)
                .param(meeting.value())
                .query((row, number) -> kept(row))
                .list();
    }

    /**
     * Whether a segment may be had: one that is shown now, or was a moment ago, or one that is kept, of one of these items.
     *
     * @param moment since when a stretch that is over counts as a moment ago
     */
    boolean mayBeHad(MeetingId meeting, long sequence, Collection<AgendaItemId> items, Instant moment) {
        return database.sql("""
                        select exists (
                            select from stream_segment s join stream_run r on r.id = s.run_id
                            where s.meeting_id = :meeting and s.sequence = :sequence
                                and (r.stopped_at is null or r.stopped_at > :moment or r.recorded and (
                                    select m.item_id from stream_mark m join stream_run of on of.id = m.run_id
                                    where of.meeting_id = :meeting
                                        and m.at <= s.began_at + s.millis * interval '0.5 ms'
                                    order by m.at desc limit 1) = any (:items)))
                        """)
                .param("meeting", meeting.value())
                .param("sequence", sequence)
                .param("moment", utc(moment))
                .param("items", items.stream().map(AgendaItemId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** From when on an item was before the meeting. */
    record Mark(AgendaItemId item, Instant at) {}

    List<Mark> marks(MeetingId meeting) {
        return database.sql("""
                        select m.item_id, m.at from stream_mark m join stream_run r on r.id = m.run_id
                        where r.meeting_id = ? and r.recorded order by m.at
                        """)
                .param(meeting.value())
                .query((row, number) ->
                        new Mark(new AgendaItemId(row.getObject("item_id", UUID.class)), instant(row, "at")))
                .list();
    }

    // --- what is deleted

    /** What was shown and is not kept, with its captions. */
    void forgetShown(Instant before) {
        database.sql("""
                        delete from stream_segment s using stream_run r
                        where r.id = s.run_id and not r.recorded and s.began_at < ?
                        """).param(utc(before)).update();
        database.sql("""
                        delete from stream_caption c using stream_run r
                        where r.id = c.run_id and not r.recorded and c.at < ?
                        """).param(utc(before)).update();
        database.sql("delete from stream_run where not recorded and stopped_at < ?")
                .param(utc(before))
                .update();
    }

    /** When the last stretch that is kept ended. */
    Optional<Instant> recordedUntil(MeetingId meeting) {
        return database.sql(
                        "select max(stopped_at) as at from stream_run where meeting_id = ? and recorded having count(*) > 0")
                .param(meeting.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .optional()
                .flatMap(it -> it)
                .map(OffsetDateTime::toInstant);
    }

    List<MeetingId> withRecording() {
        return database.sql("select distinct meeting_id from stream_run where recorded and stopped_at is not null")
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list();
    }

    /** @return how many segments there were */
    int deleteRecording(MeetingId meeting) {
        var segments = database.sql("""
                        delete from stream_segment s using stream_run r
                        where r.id = s.run_id and r.recorded and r.meeting_id = ? and r.stopped_at is not null
                        """).param(meeting.value()).update();
        database.sql("delete from stream_run where recorded and meeting_id = ? and stopped_at is not null")
                .param(meeting.value())
                .update();
        return segments;
    }

    // --- consent

    /** @param recorded whether also to being recorded */
    boolean consents(PersonId person, boolean recorded) {
        return database.sql("select exists (select from stream_consent where person_id = ? and (recorded or not ?))")
                .params(person.value(), recorded)
                .query(Boolean.class)
                .single();
    }

    /** @return whether that is more than before */
    boolean consent(PersonId person, boolean recorded, Instant at) {
        return database.sql("""
                                insert into stream_consent (person_id, recorded, given_at) values (?, ?, ?)
                                on conflict (person_id) do update set recorded = true, given_at = excluded.given_at
                                where excluded.recorded and not stream_consent.recorded
                                """).params(person.value(), recorded, utc(at)).update() == 1;
    }

    boolean withdraw(PersonId person) {
        return database.sql("delete from stream_consent where person_id = ?")
                        .param(person.value())
                        .update()
                == 1;
    }

    // --- captions

    /** What was said, and when. */
    record Caption(Instant at, String text) {}

    void caption(RunId run, Instant at, String text) {
        database.sql("insert into stream_caption (run_id, at, text) values (?, ?, ?) on conflict do nothing")
                .params(run.value(), utc(at), text)
                .update();
    }

    /** Captions that may be shown between two moments. */
    List<Caption> captions(MeetingId meeting, Instant from, Instant until) {
        return database.sql("""
                        select c.at, c.text from stream_caption c join stream_run r on r.id = c.run_id
                        where r.meeting_id = ? and c.at >= ? and c.at < ? order by c.at
                        """)
                .params(meeting.value(), utc(from), utc(until))
                .query((row, number) -> new Caption(instant(row, "at"), row.getString("text")))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(row.getLong("sequence"), row.getInt("breaks"), instant(row, "began_at"), row.getInt("millis"));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new RoomId(row.getObject("room_id", UUID.class)),
                row.getBoolean("recorded"),
                instant(row, "started_at"),
                row.getObject("node", UUID.class) != null,
                row.getString("shown"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
