package de.ratssaal.minutes;

import de.ratssaal.document.FileId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tables of this module. The database itself refuses to change what was released. */
@Component
class MinutesStore {

    /** Minutes that were released before they said something are read without it. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final JdbcClient database;

    MinutesStore(JdbcClient database) {
        this.database = database;
    }

    Course course(MeetingId meeting) {
        return new Course(database.sql(
                        "select kind, person_id, at from minutes_course where meeting_id = ? order by at, kind = 'OPENED' desc")
                .param(meeting.value())
                .query((row, number) -> {
                    var person = row.getObject("person_id", UUID.class);
                    return new Course.Step(
                            Course.Kind.valueOf(row.getString("kind")),
                            person == null ? null : new PersonId(person),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                })
                .list());
    }

    Optional<MinutesSummary> find(MeetingId meeting) {
        return database.sql("select * from minutes_minutes where meeting_id = ?")
                .param(meeting.value())
                .query((row, number) -> summary(row))
                .optional();
    }

    /** Of which of these meetings there are released minutes. */
    Set<MeetingId> released(Collection<MeetingId> meetings) {
        return database.sql("select meeting_id from minutes_minutes where state = 'RELEASED' and meeting_id = any (?)")
                .param(meetings.stream().map(MeetingId::value).toArray(UUID[]::new))
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .set();
    }

    /** As {@link #find}; until the transaction ends nobody else writes or releases. */
    Optional<MinutesSummary> findForChange(MeetingId meeting) {
        return database.sql("select * from minutes_minutes where meeting_id = ? for update")
                .param(meeting.value())
                .query((row, number) -> summary(row))
                .optional();
    }

    Optional<MinutesSummary> find(MinutesId id) {
        return database.sql("select * from minutes_minutes where id = ?")
                .param(id.value())
                .query((row, number) -> summary(row))
                .optional();
    }

    /** Asked again it changes nothing. @return whether they were not there before */
    boolean begin(MeetingId meeting, String by, Instant at) {
        return database.sql("""
                                insert into minutes_minutes (id, meeting_id, state, drafted_at, drafted_by)
                                values (?, ?, 'DRAFT', ?, ?) on conflict (meeting_id) do nothing
                                """)
                        .params(UUID.randomUUID(), meeting.value(), at.atOffset(ZoneOffset.UTC), by)
                        .update()
                == 1;
    }

    Map<TextBlock, WrittenText> texts(MinutesId id) {
        var texts = new HashMap<TextBlock, WrittenText>();
        database.sql("select block, text, version, changed_by from minutes_text where minutes_id = ?")
                .param(id.value())
                .query((row, number) -> texts.put(
                        new TextBlock(row.getString("block")),
                        new WrittenText(row.getString("text"), row.getLong("version"), row.getString("changed_by"))))
                .list();
        return texts;
    }

    Optional<SavedText.Overtaken> stored(MinutesId id, TextBlock block) {
        return database.sql(
                        "select text, version, changed_by, changed_at from minutes_text where minutes_id = ? and block = ?")
                .params(id.value(), block.name())
                .query((row, number) -> new SavedText.Overtaken(
                        row.getString("text"),
                        row.getLong("version"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void write(MinutesId id, TextBlock block, String text, long version, String by, Instant at) {
        database.sql("""
                        insert into minutes_text (minutes_id, block, text, version, changed_at, changed_by)
                        values (:id, :block, :text, :version, :at, :by)
                        on conflict (minutes_id, block) do update set text = excluded.text, version = excluded.version,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("id", id.value())
                .param("block", block.name())
                .param("text", text)
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        database.sql("update minutes_minutes set version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    void keep(MinutesSheet sheet, FileId file) {
        database.sql("insert into minutes_version (minutes_id, is_public, sheet, file_id) values (?, ?, ?::jsonb, ?)")
                .params(sheet.id().value(), sheet.isPublicVersion(), JSON.writeValueAsString(sheet), file.value())
                .update();
    }

    void release(MinutesId id, String by, String fingerprint, Instant at) {
        database.sql("""
                        update minutes_minutes set state = 'RELEASED', released_at = greatest(drafted_at, ?), released_by = ?, fingerprint = ?,
                            version = version + 1
                        where id = ?
                        """)
                .params(at.atOffset(ZoneOffset.UTC), by, fingerprint, id.value())
                .update();
    }

    /** A released version; the public one is a row of its own and is all that is read for the public. */
    Optional<MinutesBook.Version> version(MinutesId id, boolean isPublic) {
        return database.sql("select sheet, file_id from minutes_version where minutes_id = ? and is_public = ?")
                .params(id.value(), isPublic)
                .query((row, number) -> new MinutesBook.Version(
                        JSON.readValue(row.getString("sheet"), MinutesSheet.class),
                        new FileId(row.getObject("file_id", UUID.class))))
                .optional();
    }

    private static MinutesSummary summary(ResultSet row) throws SQLException {
        var releasedAt = row.getObject("released_at", OffsetDateTime.class);
        return new MinutesSummary(
                new MinutesId(row.getObject("id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                MinutesState.valueOf(row.getString("state")),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                releasedAt == null ? null : releasedAt.toInstant(),
                row.getString("released_by"),
                row.getString("fingerprint"),
                row.getLong("version"));
    }
}
