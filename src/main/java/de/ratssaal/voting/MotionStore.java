package de.ratssaal.voting;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where motions on the procedure are kept. What was decided stays. */
@Component
class MotionStore {

    private final JdbcClient database;

    MotionStore(JdbcClient database) {
        this.database = database;
    }

    void add(
            MeetingId meeting,
            MotionId id,
            AgendaItemId item,
            MotionKind kind,
            String words,
            PersonId mover,
            boolean enteredFor,
            Instant at) {
        database.sql("""
                        insert into voting_motion (id, meeting_id, item_id, kind, words, moved_by, entered_for, moved_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'PENDING')
                        """)
                .params(
                        id.value(),
                        meeting.value(),
                        item.value(),
                        kind.name(),
                        words,
                        mover.value(),
                        enteredFor,
                        utc(at))
                .update();
    }

    void putToVote(MotionId id, PollId poll) {
        database.sql("update voting_motion set poll_id = ? where id = ?")
                .params(poll.value(), id.value())
                .update();
    }

    void takeFromVote(MotionId id) {
        database.sql("update voting_motion set poll_id = null where id = ?")
                .param(id.value())
                .update();
    }

    void voted(MotionId id, MotionState state, Tally votes, Instant at) {
        database.sql("""
                        update voting_motion set state = ?, yes = ?, no = ?, abstentions = ?, decided_at = ? where id = ?
                        """)
                .params(state.name(), votes.yes(), votes.no(), votes.abstentions(), utc(at), id.value())
                .update();
    }

    void asked(MotionId id, MotionState state, int asking, Instant at) {
        database.sql("update voting_motion set state = ?, asking = ?, decided_at = ? where id = ?")
                .params(state.name(), asking, utc(at), id.value())
                .update();
    }

    void withdraw(MotionId id, Instant at) {
        database.sql("update voting_motion set state = 'WITHDRAWN', decided_at = ? where id = ?")
                .params(utc(at), id.value())
                .update();
    }

    void notSupported(MotionId id, Instant at) {
        database.sql("update voting_motion set state = 'NOT_SUPPORTED', decided_at = ? where id = ?")
                .params(utc(at), id.value())
                .update();
    }

    List<ProceduralMotion> of(MeetingId meeting) {
        return database.sql("select * from voting_motion where meeting_id = ? order by moved_at, id")
                .param(meeting.value())
                .query((row, number) -> motion(row))
                .list();
    }

    Optional<ProceduralMotion> find(MotionId id) {
        return database.sql("select * from voting_motion where id = ?")
                .param(id.value())
                .query((row, number) -> motion(row))
                .optional();
    }

    Optional<ProceduralMotion> votedOnIn(PollId poll) {
        return database.sql("select * from voting_motion where poll_id = ?")
                .param(poll.value())
                .query((row, number) -> motion(row))
                .optional();
    }

    Optional<MeetingId> meetingOf(MotionId id) {
        return database.sql("select meeting_id from voting_motion where id = ?")
                .param(id.value())
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .optional();
    }

    private static ProceduralMotion motion(ResultSet row) throws SQLException {
        var poll = row.getObject("poll_id", UUID.class);
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        var yes = row.getObject("yes", Integer.class);
        return new ProceduralMotion(
                new MotionId(row.getObject("id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                MotionKind.valueOf(row.getString("kind")),
                row.getString("words"),
                new PersonId(row.getObject("moved_by", UUID.class)),
                row.getBoolean("entered_for"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                MotionState.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                poll == null ? null : new PollId(poll),
                row.getObject("asking", Integer.class),
                yes == null ? null : new Tally(yes, row.getInt("no"), row.getInt("abstentions")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
