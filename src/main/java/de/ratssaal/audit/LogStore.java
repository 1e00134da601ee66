package de.ratssaal.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of the log. Rows are added and read, never changed. */
@Component
class LogStore implements MerkleTree.Source {

    static final RowMapper<AuditEntry> ENTRY = (row, number) -> new AuditEntry(
            row.getLong("id"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"),
            row.getString("type"),
            row.getString("subject"),
            row.getString("line"));

    private static final long SEQUENCER_LOCK = 0x617564_6974_6C6F67L; // "auditlog"

    private final JdbcTemplate database;

    LogStore(JdbcTemplate database) {
        this.database = database;
    }

    JdbcTemplate database() {
        return database;
    }

    /** Transactions of this store alone; they need no entity manager, which a command would wait seconds for. */
    TransactionTemplate transaction(int isolation) {
        var dataSource = database.getDataSource();
        if (dataSource == null) {
            throw new IllegalStateException("no data source");
        }
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setIsolationLevel(isolation);
        return transaction;
    }

    /** An entry as it is before it has a number. */
    record NewEntry(Instant at, String actor, String type, String subject, String line) {}

    void write(Instant at, String actor, String type, String subject, String line) {
        write(List.of(new NewEntry(at, actor, type, subject, line)));
    }

    /** Writes entries; their numbers follow their order. */
    void write(List<NewEntry> entries) {
        database.update(
                """
                insert into audit_entry (at, actor, type, subject, line)
                select at, actor, type, subject, line
                from unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
                    with ordinality as entry (at, actor, type, subject, line, place)
                order by place
                """,
                column(entries, it -> it.at().toString()),
                column(entries, NewEntry::actor),
                column(entries, NewEntry::type),
                column(entries, NewEntry::subject),
                column(entries, NewEntry::line));
    }

    private static String[] column(List<NewEntry> entries, Function<NewEntry, String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    /** Whether the running transaction may merge entries; only one on all nodes may, until it ends. */
    boolean takeTurn() {
        return single("select pg_try_advisory_xact_lock(" + SEQUENCER_LOCK + ")", Boolean.class);
    }

    /** All transactions with a smaller number have ended: what they wrote can be seen or never will be. */
    long settled() {
        return single("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint", Long.class);
    }

    /**
     * Entries that are not in the tree yet, in the order of their numbers.
     *
     * @param writtenSince entries of transactions with a smaller number are known to be in the tree
     */
    List<AuditEntry> unmerged(long writtenSince, int limit) {
        // The number is part of the text, so that the plan is made for it and not for any number.
        return database.query("""
                select id, at, actor, type, subject, line from audit_entry e
                where written_by >= '%d'::xid8
                  and not exists (select 1 from audit_leaf l where l.entry_id = e.id)
                order by id limit %d
                """.formatted(writtenSince, limit), ENTRY);
    }

    /** How many leaves the tree has. */
    long size() {
        return single("select coalesce(max(leaf_index) + 1, 0) from audit_leaf", Long.class);
    }

    void addLeaves(long from, List<Long> entries, List<Hash> hashes) {
        var indexes = new ArrayList<Long>(entries.size());
        for (var i = 0; i < entries.size(); i++) {
            indexes.add(from + i);
        }
        database.update(
                "insert into audit_leaf (leaf_index, entry_id, hash) select * from unnest(?, ?, ?)",
                (PreparedStatement insert) -> {
                    insert.setArray(1, insert.getConnection().createArrayOf("bigint", indexes.toArray()));
                    insert.setArray(2, insert.getConnection().createArrayOf("bigint", entries.toArray()));
                    insert.setArray(3, insert.getConnection().createArrayOf("bytea", bytes(hashes)));
                });
    }

    void addNodes(List<Subtree> subtrees, List<Hash> hashes) {
        database.update(
                "insert into audit_node (level, position, hash) select * from unnest(?, ?, ?)",
                (PreparedStatement insert) -> {
                    insert.setArray(1, levels(insert, subtrees));
                    insert.setArray(2, positions(insert, subtrees));
                    insert.setArray(3, insert.getConnection().createArrayOf("bytea", bytes(hashes)));
                });
    }

    void addHead(SignedHead head, Instant at) {
        database.update(
                "insert into audit_head (tree_size, root, at, note) values (?, ?, ?, ?)",
                head.size(),
                head.root().bytes(),
                OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                head.toString());
    }

    /** The newest head as it stands in the table. */
    Optional<HeadRow> newestHead() {
        return heads("order by tree_size desc limit 1").stream().findFirst();
    }

    /** Heads of trees with more than {@code above} and at most {@code upTo} leaves. */
    List<HeadRow> heads(long above, long upTo) {
        return heads("where tree_size > ? and tree_size <= ? order by tree_size", above, upTo);
    }

    /** The first head of a tree with at least so many leaves. */
    Optional<HeadRow> headFrom(long size) {
        return heads("where tree_size >= ? order by tree_size limit 1", size).stream()
                .findFirst();
    }

    private List<HeadRow> heads(String which, Object... arguments) {
        return database.query(
                "select tree_size, root, at, note from audit_head " + which,
                (row, number) -> new HeadRow(
                        row.getLong("tree_size"),
                        Hash.of(row.getBytes("root")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note")),
                arguments);
    }

    /** Leaves from an index on, with the entries as they are now. */
    List<LeafRow> leaves(long from, long to) {
        return database.query("""
                select l.leaf_index, l.entry_id, l.hash, e.id, e.at, e.actor, e.type, e.subject, e.line
                from audit_leaf l left join audit_entry e on e.id = l.entry_id
                where l.leaf_index >= ? and l.leaf_index < ? order by l.leaf_index
                """, LogStore::leaf, from, to);
    }

    /** The leaf of an entry, if it is in the tree. */
    Optional<LeafRow> leafOf(long entry) {
        return database.query("""
                select l.leaf_index, l.entry_id, l.hash, e.id, e.at, e.actor, e.type, e.subject, e.line
                from audit_leaf l left join audit_entry e on e.id = l.entry_id
                where l.entry_id = ?
                """, LogStore::leaf, entry).stream().findFirst();
    }

    private static LeafRow leaf(ResultSet row, int number) throws SQLException {
        return new LeafRow(
                row.getLong("leaf_index"),
                row.getLong("entry_id"),
                Hash.of(row.getBytes("hash")),
                row.getObject("id") == null ? null : ENTRY.mapRow(row, number));
    }

    @Override
    public Map<Subtree, Hash> hashesOf(Collection<Subtree> subtrees) {
        var found = new HashMap<Subtree, Hash>();
        if (subtrees.isEmpty()) {
            return found;
        }
        database.query(
                """
                with wanted as (select * from unnest(?, ?) as it(level, position))
                select level, position, hash from wanted join audit_node using (level, position)
                union all
                select level, position, hash from wanted join audit_leaf on leaf_index = position where level = 0
                """,
                (PreparedStatement query) -> {
                    query.setArray(1, levels(query, subtrees));
                    query.setArray(2, positions(query, subtrees));
                },
                (ResultSet row) -> {
                    found.put(new Subtree(row.getInt("level"), row.getLong("position")), Hash.of(row.getBytes("hash")));
                });
        return found;
    }

    /** Kept nodes of the levels up to {@code level} that lie within a range of leaves. */
    Map<Subtree, Hash> nodesWithin(long from, long to, int level) {
        var found = new HashMap<Subtree, Hash>();
        database.query(
                """
                select n.level, n.position, n.hash
                from generate_series(1, ?) as l(level)
                join audit_node n on n.level = l.level and n.position >= ? >> l.level and n.position < ? >> l.level
                """,
                (ResultSet row) -> {
                    found.put(new Subtree(row.getInt("level"), row.getLong("position")), Hash.of(row.getBytes("hash")));
                },
                level,
                from,
                to);
        return found;
    }

    long countNodes() {
        return single("select count(*) from audit_node", Long.class);
    }

    /** Entries that are in no leaf: how many, and the first. */
    Waiting waiting() {
        var rows = database.query("""
                select count(*) over () as entries, id, at, actor, type, subject, line from audit_entry e
                where not exists (select 1 from audit_leaf l where l.entry_id = e.id)
                order by id limit 1
                """, (row, number) -> new Waiting(row.getLong("entries"), ENTRY.mapRow(row, number)));
        return rows.isEmpty() ? new Waiting(0, null) : rows.getFirst();
    }

    private <T> T single(String query, Class<T> type) {
        var value = database.queryForObject(query, type);
        if (value == null) {
            throw new IllegalStateException("no answer to " + query);
        }
        return value;
    }

    private static java.sql.Array levels(PreparedStatement statement, Collection<Subtree> subtrees)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("int", subtrees.stream().map(Subtree::level).toArray());
    }

    private static java.sql.Array positions(PreparedStatement statement, Collection<Subtree> subtrees)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(
                        "bigint", subtrees.stream().map(Subtree::position).toArray());
    }

    private static Object[] bytes(List<Hash> hashes) {
        return hashes.stream().map(Hash::bytes).toArray(byte[][]::new);
    }

    /** A head as the table holds it; nothing of it is believed yet. */
    record HeadRow(long size, Hash root, Instant at, String note) {}

    /**
     * A leaf as the table holds it.
     *
     * @param entry the entry with that number now; none if it is gone
     */
    record LeafRow(
            long index, long entryId, Hash hash, @Nullable AuditEntry entry) {}

    /**
     * Entries that are not in the tree.
     *
     * @param first the one with the smallest number
     */
    record Waiting(long count, @Nullable AuditEntry first) {}
}
