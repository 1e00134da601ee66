package de.ratssaal.conduct;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of roll calls. */
@Component
class CallStore {

    private final JdbcClient database;

    CallStore(JdbcClient database) {
        this.database = database;
    }

    void begin(UUID id, MeetingId meeting, @Nullable AgendaItemId item, @Nullable PersonId by, Instant at) {
        database.sql("""
                        insert into conduct_quorum_call (id, meeting_id, item_id, doubted_by, begun_at)
                        values (:id, :meeting, :item, :by, :at)
                        """)
                .param("id", id)
                .param("meeting", meeting.value())
                .param("item", item == null ? null : item.value(), Types.OTHER)
                .param("by", by == null ? null : by.value(), Types.OTHER)
                .param("at", utc(at))
                .update();
    }

    void answer(UUID call, PersonId person, boolean isHere, Instant at) {
        database.sql("""
                        insert into conduct_quorum_answer (call_id, person_id, is_here, at) values (?, ?, ?, ?)
                        on conflict (call_id, person_id) do update set is_here = excluded.is_here, at = excluded.at
                        """).params(call, person.value(), isHere, utc(at)).update();
    }

    void end(UUID call, int present, int needed, boolean ofVotes, Instant at) {
        database.sql("""
                        update conduct_quorum_call
                        set present = ?, needed = ?, of_votes = ?, ended_at = greatest(begun_at, ?) where id = ?
                        """).params(present, needed, ofVotes, utc(at), call).update();
    }

    QuorumCalls of(MeetingId meeting) {
        var here = answers(meeting, true);
        var missing = answers(meeting, false);
        return new QuorumCalls(database.sql(
                        "select * from conduct_quorum_call where meeting_id = ? order by begun_at, id")
                .param(meeting.value())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new QuorumCall(
                            id,
                            Optional.ofNullable(row.getObject("item_id", UUID.class))
                                    .map(AgendaItemId::new)
                                    .orElse(null),
                            Optional.ofNullable(row.getObject("doubted_by", UUID.class))
                                    .map(PersonId::new)
                                    .orElse(null),
                            row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                            here.getOrDefault(id, Set.of()),
                            missing.getOrDefault(id, Set.of()),
                            Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)
                                    .orElse(null),
                            row.getInt("present"),
                            row.getInt("needed"),
                            row.getBoolean("of_votes"));
                })
                .list());
    }

    private Map<UUID, Set<PersonId>> answers(MeetingId meeting, boolean here) {
        var answers = new HashMap<UUID, Set<PersonId>>();
        List<Boolean> read = database.sql("""
                        select a.call_id, a.person_id from conduct_quorum_answer a
                        join conduct_quorum_call c on c.id = a.call_id where c.meeting_id = ? and a.is_here = ?
                        """)
                .params(meeting.value(), here)
                .query((row, number) -> answers.computeIfAbsent(
                                row.getObject("call_id", UUID.class), it -> new HashSet<>())
                        .add(new PersonId(row.getObject("person_id", UUID.class))))
                .list();
        return read.isEmpty() ? Map.of() : answers;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
