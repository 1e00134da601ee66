package de.ratssaal.floor;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of speakers' lists. */
@Component
class FloorRows {

    /** A request with the time spoken so far, as it is kept. */
    record Row(
            RequestId id,
            MeetingId meeting,
            AgendaItemId item,
            SpeechKind kind,
            RequestState state,
            @Nullable PersonId person,
            @Nullable String guestName,
            @Nullable GuestKind guest,
            boolean mayBeNamed,
            @Nullable RequestId replyTo,
            Instant requestedAt,
            @Nullable Integer rank,
            boolean placedByChair,
            @Nullable Instant calledAt,
            @Nullable Instant endedAt,
            @Nullable Duration allowed,
            Duration spoken,
            @Nullable Instant runningSince) {}

    /** How an item's list is kept. */
    record ListRow(boolean isClosed, boolean isQuestionTime) {}

    private static final String REQUESTS = """
            select r.*, t.spoken, t.running_since from floor_request r
            left join lateral (
                select coalesce(sum(extract(epoch from until - since) * 1000), 0)::bigint as spoken,
                    max(since) filter (where until is null) as running_since
                from floor_time where request_id = r.id) t on true
            where\s""";

    private final JdbcClient database;

    FloorRows(JdbcClient database) {
        this.database = database;
    }

    List<Row> onItem(AgendaItemId item) {
        return database.sql(REQUESTS + "r.item_id = ? order by r.requested_at, r.id")
                .param(item.value())
                .query((row, number) -> row(row))
                .list();
    }

    /** Speeches of a meeting that were begun, in the order in which they were. */
    List<Row> begun(MeetingId meeting) {
        return database.sql(REQUESTS + "r.meeting_id = ? and r.called_at is not null order by r.called_at, r.id")
                .param(meeting.value())
                .query((row, number) -> row(row))
                .list();
    }

    /** Somebody speaks while the doors are closed. */
    void setBehindDoors(RequestId id) {
        database.sql("update floor_request set behind_doors = true where id = ?")
                .param(id.value())
                .update();
    }

    /** Speeches of a meeting that were held, in part at least, behind closed doors. */
    Set<RequestId> behindDoors(MeetingId meeting) {
        return database.sql("select id from floor_request where meeting_id = ? and behind_doors")
                .param(meeting.value())
                .query((row, number) -> new RequestId(row.getObject("id", UUID.class)))
                .set();
    }

    Optional<Row> find(MeetingId meeting, RequestId id) {
        return database.sql(REQUESTS + "r.meeting_id = ? and r.id = ?")
                .params(meeting.value(), id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    Optional<Row> speaking(MeetingId meeting) {
        return database.sql(REQUESTS + "r.meeting_id = ? and r.state = 'SPEAKING'")
                .param(meeting.value())
                .query((row, number) -> row(row))
                .optional();
    }

    /** Items on whose list somebody is who has not spoken, or speaks. */
    List<AgendaItemId> ofMember(MeetingId meeting, PersonId person) {
        return database.sql("""
                        select distinct item_id from floor_request
                        where meeting_id = ? and person_id = ? and state in ('WAITING', 'SPEAKING', 'SET_ASIDE')
                        """)
                .params(meeting.value(), person.value())
                .query((row, number) -> new AgendaItemId(row.getObject("item_id", UUID.class)))
                .list();
    }

    ListRow list(AgendaItemId item) {
        return database.sql("select is_closed, is_question_time from floor_list where item_id = ?")
                .param(item.value())
                .query((row, number) -> new ListRow(row.getBoolean("is_closed"), row.getBoolean("is_question_time")))
                .optional()
                .orElse(new ListRow(false, false));
    }

    void keep(MeetingId meeting, AgendaItemId item, ListRow list) {
        database.sql("""
                        insert into floor_list (item_id, meeting_id, is_closed, is_question_time)
                        values (:item, :meeting, :closed, :questions)
                        on conflict (item_id) do update
                            set is_closed = excluded.is_closed, is_question_time = excluded.is_question_time
                        """)
                .param("item", item.value())
                .param("meeting", meeting.value())
                .param("closed", list.isClosed())
                .param("questions", list.isQuestionTime())
                .update();
    }

    void addMember(
            RequestId id,
            MeetingId meeting,
            AgendaItemId item,
            PersonId person,
            SpeechKind kind,
            @Nullable RequestId replyTo,
            boolean enteredFor,
            Instant at) {
        database.sql("""
                        insert into floor_request (id, meeting_id, item_id, kind, person_id, reply_to, requested_at,
                            entered_for, state)
                        values (:id, :meeting, :item, :kind, :person, :replyTo, :at, :enteredFor, 'WAITING')
                        """)
                .param("id", id.value())
                .param("meeting", meeting.value())
                .param("item", item.value())
                .param("kind", kind.name())
                .param("person", person.value())
                .param("replyTo", replyTo == null ? null : replyTo.value(), Types.OTHER)
                .param("at", utc(at))
                .param("enteredFor", enteredFor)
                .update();
    }

    void addGuest(
            RequestId id,
            MeetingId meeting,
            AgendaItemId item,
            String name,
            GuestKind kind,
            boolean mayBeNamed,
            Instant at) {
        database.sql("""
                        insert into floor_request (id, meeting_id, item_id, kind, guest_name, guest_kind, may_be_named,
                            requested_at, entered_for, state)
                        values (:id, :meeting, :item, 'SPEECH', :name, :kind, :mayBeNamed, :at, true, 'WAITING')
                        """)
                .param("id", id.value())
                .param("meeting", meeting.value())
                .param("item", item.value())
                .param("name", name)
                .param("kind", kind.name())
                .param("mayBeNamed", mayBeNamed)
                .param("at", utc(at))
                .update();
    }

    /** Meetings of which names of guests are kept. */
    List<MeetingId> namingGuests() {
        return database.sql("select distinct meeting_id from floor_request where guest_name is not null")
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list();
    }

    /** How many names of guests of a meeting are kept. */
    int countNamesOfGuests(MeetingId meeting) {
        return database.sql("select count(*) from floor_request where meeting_id = ? and guest_name is not null")
                .param(meeting.value())
                .query(Integer.class)
                .single();
    }

    /** Names of guests who wait or speak are needed, and stay. */
    int eraseNamesOfGuests(MeetingId meeting, Instant at) {
        return database.sql("""
                        update floor_request set guest_name = null, name_erased_at = ?
                        where meeting_id = ? and guest_name is not null and ended_at is not null
                        """).params(utc(at), meeting.value()).update();
    }

    /** Somebody who waits leaves the list without having spoken. */
    boolean leave(RequestId id, RequestState state, Instant at) {
        return database.sql("update floor_request set state = ?, ended_at = ? where id = ? and state = 'WAITING'")
                        .params(state.name(), utc(at), id.value())
                        .update()
                == 1;
    }

    void place(RequestId id, @Nullable Integer rank, boolean byChair) {
        database.sql("update floor_request set rank = :rank, placed_by_chair = :byChair where id = :id")
                .param("id", id.value())
                .param("rank", rank, Types.INTEGER)
                .param("byChair", byChair)
                .update();
    }

    void begin(Row request, @Nullable Duration allowed, Instant at) {
        database.sql("""
                        update floor_request set state = 'SPEAKING', rank = null,
                            called_at = coalesce(called_at, :at), allowed_seconds = :allowed
                        where id = :id
                        """)
                .param("id", request.id().value())
                .param("at", utc(at))
                .param("allowed", allowed == null ? null : (int) allowed.toSeconds(), Types.INTEGER)
                .update();
        run(request, at);
    }

    void end(Row request, Instant at) {
        stop(request, at);
        database.sql("""
                        update floor_request set state = 'ENDED', ended_at = greatest(called_at, :at),
                            waits_for_meeting = false
                        where id = :id
                        """).param("id", request.id().value()).param("at", utc(at)).update();
    }

    void setAside(Row request, Instant at) {
        stop(request, at);
        database.sql("update floor_request set state = 'SET_ASIDE', waits_for_meeting = false where id = ?")
                .param(request.id().value())
                .update();
    }

    void run(Row request, Instant at) {
        database.sql("insert into floor_time (request_id, meeting_id, since) values (?, ?, ?)")
                .params(request.id().value(), request.meeting().value(), utc(at))
                .update();
    }

    /** A clock can be set back; time never runs backwards. */
    void stop(Row request, Instant at) {
        database.sql("update floor_time set until = greatest(since, ?) where request_id = ? and until is null")
                .params(utc(at), request.id().value())
                .update();
    }

    void allow(RequestId id, Duration allowed) {
        database.sql("update floor_request set allowed_seconds = ? where id = ?")
                .params((int) allowed.toSeconds(), id.value())
                .update();
    }

    /** Whether the time goes on by itself once the meeting does. */
    void waitForMeeting(RequestId id, boolean waits) {
        database.sql("update floor_request set waits_for_meeting = ? where id = ?")
                .params(waits, id.value())
                .update();
    }

    /** Whose time goes on once the meeting does. */
    Optional<Row> waitingForMeeting(MeetingId meeting) {
        return database.sql(REQUESTS + "r.meeting_id = ? and r.waits_for_meeting")
                .param(meeting.value())
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        var person = row.getObject("person_id", UUID.class);
        var guest = row.getString("guest_kind");
        var replyTo = row.getObject("reply_to", UUID.class);
        var allowed = row.getObject("allowed_seconds", Integer.class);
        return new Row(
                new RequestId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                SpeechKind.valueOf(row.getString("kind")),
                RequestState.valueOf(row.getString("state")),
                person == null ? null : new PersonId(person),
                row.getString("guest_name"),
                guest == null ? null : GuestKind.valueOf(guest),
                row.getBoolean("may_be_named"),
                replyTo == null ? null : new RequestId(replyTo),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("rank", Integer.class),
                row.getBoolean("placed_by_chair"),
                instant(row.getObject("called_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                allowed == null ? null : Duration.ofSeconds(allowed),
                Duration.ofMillis(row.getLong("spoken")),
                instant(row.getObject("running_since", OffsetDateTime.class)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
