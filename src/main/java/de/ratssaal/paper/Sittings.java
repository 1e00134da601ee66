package de.ratssaal.paper;

import de.ratssaal.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The history of what was written in papers. Each sitting of an author is kept as it ended: what somebody types is stored
 * every few seconds, and nobody wants to look through all of that.
 */
@Component
class Sittings {

    /** Whoever writes on within this time is still sitting there. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final JdbcClient database;

    Sittings(JdbcClient database) {
        this.database = database;
    }

    Optional<Sitting> latest(PaperId paper) {
        return database.sql("""
                        select * from paper_sitting where paper_id = ? order by first_revision desc limit 1
                        """)
                .param(paper.value())
                .query((row, at) -> sitting(row))
                .optional();
    }

    List<Sitting> all(PaperId paper) {
        return database.sql("select * from paper_sitting where paper_id = ? order by first_revision desc")
                .param(paper.value())
                .query((row, at) -> sitting(row))
                .list();
    }

    /**
     * Keeps what was written up to a revision.
     *
     * @return whether a new sitting began with it
     */
    boolean record(PaperId paper, int revision, Manuscript now, @Nullable AccountId account, String by, Instant at) {
        var goesOn = database.sql("""
                        update paper_sitting set last_revision = :revision, manuscript = :manuscript, written_at = :at
                        where paper_id = :paper and last_revision = :revision - 1
                            and account_id is not distinct from :account and written_by = :by
                            and written_at > :pause and begun_at > :longest
                        """)
                .param("paper", paper.value())
                .param("revision", revision)
                .param("manuscript", now.serialise())
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("pause", Timestamp.from(at.minus(PAUSE)))
                .param("longest", Timestamp.from(at.minus(LONGEST)))
                .update();
        if (goesOn == 0) {
            begin(paper, revision, revision, now, account, by, at);
        }
        return goesOn == 0;
    }

    void begin(PaperId paper, int first, int last, Manuscript now, @Nullable AccountId account, String by, Instant at) {
        database.sql("""
                        insert into paper_sitting (paper_id, first_revision, last_revision, manuscript, account_id,
                            written_by, begun_at, written_at)
                        values (:paper, :first, :last, :manuscript, :account, :by, :at, :at)
                        """)
                .param("paper", paper.value())
                .param("first", first)
                .param("last", last)
                .param("manuscript", now.serialise())
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Sitting sitting(ResultSet row) throws SQLException {
        return new Sitting(
                row.getInt("first_revision"),
                row.getInt("last_revision"),
                Manuscript.parse(row.getString("manuscript")),
                row.getString("written_by"),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("written_at").toInstant());
    }
}
