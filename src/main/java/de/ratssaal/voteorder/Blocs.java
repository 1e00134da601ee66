package de.ratssaal.voteorder;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where items that are put to the vote together are kept. Everything stays on record. */
@Component
class Blocs {

    private final JdbcClient database;

    Blocs(JdbcClient database) {
        this.database = database;
    }

    void add(
            BlocId id,
            MeetingId meeting,
            AgendaItemId lead,
            Map<AgendaItemId, PollQuestion> items,
            Instant at,
            String by) {
        database.sql("""
                        insert into voteorder_bloc (id, meeting_id, lead_item, proposed_at, proposed_by) values (?, ?, ?, ?, ?)
                        """)
                .params(id.value(), meeting.value(), lead.value(), utc(at), by)
                .update();
        var place = 0;
        for (var each : items.entrySet()) {
            database.sql("""
                            insert into voteorder_bloc_item (bloc_id, item_id, place, question, wording, proposal, with_changes)
                            values (:bloc, :item, :place, :question, :wording, :proposal, :changes)
                            """)
                    .param("bloc", id.value())
                    .param("item", each.getKey().value())
                    .param("place", place++)
                    .param("question", each.getValue().question())
                    .param("wording", each.getValue().wording())
                    .param("proposal", each.getValue().proposal(), Types.VARCHAR)
                    .param("changes", each.getValue().withChanges())
                    .update();
        }
    }

    void takeOut(BlocId id, AgendaItemId item, @Nullable PersonId objectedBy, Instant at) {
        database.sql("""
                        update voteorder_bloc_item set taken_out_at = :at, objected_by = :by where bloc_id = :bloc and item_id = :item
                        """)
                .param("at", utc(at))
                .param("by", objectedBy == null ? null : objectedBy.value(), Types.OTHER)
                .param("bloc", id.value())
                .param("item", item.value())
                .update();
    }

    void putToVote(BlocId id, PollId poll) {
        database.sql("update voteorder_bloc set poll_id = ? where id = ?")
                .params(poll.value(), id.value())
                .update();
    }

    void end(BlocId id, Instant at) {
        database.sql("update voteorder_bloc set ended_at = ? where id = ? and ended_at is null")
                .params(utc(at), id.value())
                .update();
    }

    /** Whether it was put together, over or not. */
    boolean exists(BlocId id) {
        return database.sql("select exists (select from voteorder_bloc where id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** What is put to the vote together in a meeting now. */
    Optional<Bloc> current(MeetingId meeting) {
        return database.sql("select * from voteorder_bloc where meeting_id = ? and ended_at is null")
                .param(meeting.value())
                .query((row, number) -> {
                    var poll = row.getObject("poll_id", UUID.class);
                    var id = new BlocId(row.getObject("id", UUID.class));
                    return new Bloc(
                            id,
                            new AgendaItemId(row.getObject("lead_item", UUID.class)),
                            items(id),
                            poll == null ? null : new PollId(poll));
                })
                .optional();
    }

    private List<Bloc.Part> items(BlocId id) {
        return database.sql("select * from voteorder_bloc_item where bloc_id = ? order by place")
                .param(id.value())
                .query((row, number) -> {
                    var by = row.getObject("objected_by", UUID.class);
                    return new Bloc.Part(
                            new AgendaItemId(row.getObject("item_id", UUID.class)),
                            new PollQuestion(
                                    row.getString("question"),
                                    row.getString("wording"),
                                    row.getString("proposal"),
                                    row.getBoolean("with_changes")),
                            row.getObject("taken_out_at") != null,
                            by == null ? null : new PersonId(by));
                })
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
