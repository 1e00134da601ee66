package de.ratssaal.challenge;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
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

/** Where challenges are kept. What was decided stays. */
@Component
class ChallengeStore {

    private final JdbcClient database;

    ChallengeStore(JdbcClient database) {
        this.database = database;
    }

    void add(Challenge raised) {
        database.sql("""
                        insert into challenge_raised (id, meeting_id, item_id, poll_id, question, is_public, reason, raised_by,
                            entered_for, raised_at, state)
                        values (:id, :meeting, :item, :poll, :question, :isPublic, :reason, :by, :enteredFor, :at, :state)
                        """)
                .param("id", raised.id().value())
                .param("meeting", raised.meeting().value())
                .param("item", raised.item().value())
                .param("poll", raised.poll().value())
                .param("question", raised.question())
                .param("isPublic", raised.isPublic())
                .param("reason", raised.reason())
                .param("by", raised.by().value())
                .param("enteredFor", raised.enteredFor())
                .param("at", utc(raised.raisedAt()))
                .param("state", raised.state().name())
                .update();
    }

    void decide(ChallengeId id, ChallengeState state, @Nullable String ground, @Nullable Tally votes, Instant at) {
        database.sql("""
                        update challenge_raised set state = :state, ground = :ground, decided_at = :at, yes = :yes, no = :no,
                            abstentions = :abstentions
                        where id = :id
                        """)
                .param("state", state.name())
                .param("ground", ground, Types.VARCHAR)
                .param("at", utc(at))
                .param("yes", votes == null ? null : votes.yes(), Types.INTEGER)
                .param("no", votes == null ? null : votes.no(), Types.INTEGER)
                .param("abstentions", votes == null ? null : votes.abstentions(), Types.INTEGER)
                .param("id", id.value())
                .update();
    }

    List<Challenge> of(MeetingId meeting) {
        return database.sql("select * from challenge_raised where meeting_id = ? order by raised_at, id")
                .param(meeting.value())
                .query((row, number) -> challenge(row))
                .list();
    }

    Optional<Challenge> find(ChallengeId id) {
        return database.sql("select * from challenge_raised where id = ?")
                .param(id.value())
                .query((row, number) -> challenge(row))
                .optional();
    }

    /** Whether one on the item waits for a decision. */
    boolean isPending(AgendaItemId item) {
        return database.sql("select exists (select 1 from challenge_raised where item_id = ? and state = 'PENDING')")
                .param(item.value())
                .query(Boolean.class)
                .single();
    }

    private static Challenge challenge(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        var yes = row.getObject("yes", Integer.class);
        return new Challenge(
                new ChallengeId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                new PollId(row.getObject("poll_id", UUID.class)),
                row.getString("question"),
                row.getBoolean("is_public"),
                row.getString("reason"),
                new PersonId(row.getObject("raised_by", UUID.class)),
                row.getBoolean("entered_for"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                ChallengeState.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                row.getString("ground"),
                yes == null ? null : new Tally(yes, row.getInt("no"), row.getInt("abstentions")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
