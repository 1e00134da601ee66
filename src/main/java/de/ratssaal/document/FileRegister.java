package de.ratssaal.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files there are and were, to whom they belong and which content they have. */
@Component
class FileRegister {

    private static final String COLUMNS = """
            select f.id, f.owner_kind, f.owner_id, f.name, f.hash, f.is_public, f.role, f.position, f.uploaded_at,
                   f.uploaded_by, f.removed_at, f.removed_by, f.replaced_by, f.removed_content, f.redacted_from,
                   c.type, c.size, c.pages, c.scan = 'INFECTED' as blocked
            from document_file f join document_content c on c.hash = f.hash
            """;

    private final JdbcClient database;

    FileRegister(JdbcClient database) {
        this.database = database;
    }

    /** @param account who brought it; none for the application's own jobs */
    void add(FileSummary file, @Nullable UUID account) {
        database.sql("""
                        insert into document_file (id, owner_kind, owner_id, name, hash, is_public, role, position,
                                                   uploaded_at, uploaded_by, account_id, removed_content, redacted_from)
                        values (:id, :kind, :owner, :name, :hash, :isPublic, :role, :position, :at, :by, :account,
                                string_to_array(:removed, ' '), :redactedFrom)
                        """)
                .param(
                        "removed",
                        file.removed().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .param(
                        "redactedFrom",
                        file.redactedFrom() == null ? null : file.redactedFrom().value(),
                        java.sql.Types.OTHER)
                .param("id", file.id().value())
                .param("kind", file.owner().kind())
                .param("owner", file.owner().id())
                .param("name", file.name())
                .param("hash", file.hash())
                .param("isPublic", file.isPublic())
                .param("role", file.role().name())
                .param("position", file.position())
                .param("at", Timestamp.from(file.uploadedAt()))
                .param("by", file.uploadedBy())
                .param("account", account, java.sql.Types.OTHER)
                .update();
    }

    /** Whether a file is there or was once, with what became of it. */
    Optional<Entry> find(FileId id) {
        return database.sql(COLUMNS + "where f.id = :id")
                .param("id", id.value())
                .query(FileRegister::entry)
                .optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<Entry> findForChange(FileId id) {
        return database.sql(COLUMNS + "where f.id = :id for update of f")
                .param("id", id.value())
                .query(FileRegister::entry)
                .optional();
    }

    List<Entry> of(FileOwner owner) {
        return database.sql(
                        COLUMNS
                                + "where f.owner_kind = :kind and f.owner_id = :owner order by f.role desc, f.position, f.uploaded_at, f.id")
                .param("kind", owner.kind())
                .param("owner", owner.id())
                .query(FileRegister::entry)
                .list();
    }

    /** As {@link #of(FileOwner)}, of several owners in one question. */
    List<Entry> ofAll(Collection<FileOwner> owners) {
        return database.sql(COLUMNS + """
                        where (f.owner_kind, f.owner_id) in (select * from unnest(:kinds, :owners))
                        order by f.role desc, f.position, f.uploaded_at, f.id
                        """)
                .param("kinds", owners.stream().map(FileOwner::kind).toArray(String[]::new))
                .param("owners", owners.stream().map(FileOwner::id).toArray(UUID[]::new))
                .query(FileRegister::entry)
                .list();
    }

    List<FileId> allThere() {
        return database.sql("select id from document_file where removed_at is null order by uploaded_at desc, id")
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list();
    }

    int nextPosition(FileOwner owner) {
        return database.sql(
                        "select coalesce(max(position), 0) + 1 from document_file where owner_kind = :kind and owner_id = :owner")
                .param("kind", owner.kind())
                .param("owner", owner.id())
                .query(Integer.class)
                .single();
    }

    void setPublic(FileId id, boolean isPublic) {
        database.sql("update document_file set is_public = :isPublic where id = :id")
                .param("id", id.value())
                .param("isPublic", isPublic)
                .update();
    }

    void rename(FileId id, String name) {
        database.sql("update document_file set name = :name where id = :id")
                .param("id", id.value())
                .param("name", name)
                .update();
    }

    void place(FileId id, int position) {
        database.sql("update document_file set position = :position where id = :id")
                .param("id", id.value())
                .param("position", position)
                .update();
    }

    /** A redacted version belongs to another original now, of which it shows nothing: it is not public any more. */
    void outdate(FileId id, FileId original, Timestamp at) {
        database.sql("""
                        update document_file set redacted_from = :original, outdated_since = :at, is_public = false
                        where id = :id
                        """)
                .param("id", id.value())
                .param("original", original.value())
                .param("at", at)
                .update();
    }

    /** Redacted versions of an owner whose originals were replaced since. */
    Set<FileId> outdated(FileOwner owner) {
        return Set.copyOf(database.sql("""
                        select id from document_file
                        where owner_kind = :kind and owner_id = :owner and outdated_since is not null and removed_at is null
                        """)
                .param("kind", owner.kind())
                .param("owner", owner.id())
                .query((row, number) -> new FileId(row.getObject("id", UUID.class)))
                .list());
    }

    void remove(FileId id, Timestamp at, String by, @Nullable FileId replacedBy) {
        database.sql(
                        "update document_file set removed_at = :at, removed_by = :by, replaced_by = :replacedBy where id = :id")
                .param("id", id.value())
                .param("at", at)
                .param("by", by)
                .param("replacedBy", replacedBy == null ? null : replacedBy.value(), java.sql.Types.OTHER)
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var file = new FileSummary(
                new FileId(row.getObject("id", UUID.class)),
                new FileOwner(row.getString("owner_kind"), row.getObject("owner_id", UUID.class)),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("hash"),
                row.getBoolean("is_public"),
                FileRole.valueOf(row.getString("role")),
                row.getInt("position"),
                row.getObject("pages", Integer.class),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by"),
                removedContent(row),
                fileId(row, "redacted_from"),
                row.getBoolean("blocked"));
        var removedAt = row.getTimestamp("removed_at");
        return new Entry(
                file,
                removedAt == null
                        ? null
                        : new PastFile(
                                file,
                                removedAt.toInstant(),
                                Objects.requireNonNull(row.getString("removed_by")),
                                fileId(row, "replaced_by")));
    }

    private static @Nullable FileId fileId(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new FileId(id);
    }

    private static Set<ActiveContent> removedContent(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("removed_content").getArray();
        return Arrays.stream(names).map(ActiveContent::valueOf).collect(Collectors.toSet());
    }

    /** Whether there is a redacted version of the file now. */
    boolean isRedacted(FileId id) {
        return database.sql(
                        "select exists (select from document_file where redacted_from = :id and removed_at is null)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * A file and what became of it.
     *
     * @param past none while the file is there
     */
    record Entry(FileSummary file, @Nullable PastFile past) {

        boolean isThere() {
            return past == null;
        }

        StoredContent content() {
            return new StoredContent(file.hash(), file.type(), file.size(), file.pages());
        }
    }
}
