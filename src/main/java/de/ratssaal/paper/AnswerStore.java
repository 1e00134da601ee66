package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where answers to inquiries are kept. Who may read and write them is not asked here. */
@Component
class AnswerStore {

    private final JdbcClient database;

    AnswerStore(JdbcClient database) {
        this.database = database;
    }

    Optional<AnswerDraft> find(PaperId paper) {
        return database.sql("select * from paper_answer where paper_id = ?")
                .param(paper.value())
                .query((row, at) -> draft(row))
                .optional();
    }

    Optional<PublishedAnswer> published(PaperId paper) {
        return find(paper).map(AnswerDraft::released);
    }

    void save(PaperId paper, AnswerDraft answer) {
        var released = answer.released();
        database.sql("""
                        insert into paper_answer (paper_id, office_id, text, due, revision, changed_by, changed_at,
                            released, released_by, released_at)
                        values (:paper, :office, :text, :due, :revision, :by, :at, :released, :releasedBy, :releasedAt)
                        on conflict (paper_id) do update set office_id = excluded.office_id, text = excluded.text,
                            due = excluded.due, revision = excluded.revision, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at, released = excluded.released,
                            released_by = excluded.released_by, released_at = excluded.released_at
                        """)
                .param("paper", paper.value())
                .param(
                        "office",
                        answer.office() == null ? null : answer.office().value())
                .param("text", answer.text())
                .param("due", answer.due())
                .param("revision", answer.revision())
                .param("by", answer.changedBy())
                .param("at", Timestamp.from(answer.changedAt()))
                .param("released", released == null ? null : released.text())
                .param("releasedBy", answer.releasedBy())
                .param("releasedAt", released == null ? null : Timestamp.from(released.releasedAt()))
                .update();
    }

    private static AnswerDraft draft(ResultSet row) throws SQLException {
        var office = office(row.getObject("office_id", UUID.class));
        var released = row.getString("released");
        return new AnswerDraft(
                office,
                row.getString("text"),
                row.getObject("due", LocalDate.class),
                row.getInt("revision"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                released == null
                        ? null
                        : new PublishedAnswer(
                                office,
                                released,
                                row.getTimestamp("released_at").toInstant()),
                row.getString("released_by"));
    }

    private static @Nullable OrganizationId office(@Nullable UUID id) {
        return id == null ? null : new OrganizationId(id);
    }
}
