package de.ratssaal.audit;

import static de.ratssaal.audit.Finding.Kind.END_MISSING;
import static de.ratssaal.audit.Finding.Kind.ENTRY_ALTERED;
import static de.ratssaal.audit.Finding.Kind.ENTRY_MISSING;
import static de.ratssaal.audit.Finding.Kind.HEAD_BY_UNKNOWN_KEY;
import static de.ratssaal.audit.Finding.Kind.HEAD_FORGED;
import static de.ratssaal.audit.Finding.Kind.INSERTED;
import static de.ratssaal.audit.Finding.Kind.LEAF_ALTERED;
import static de.ratssaal.audit.Finding.Kind.LEAF_MISSING;
import static de.ratssaal.audit.Finding.Kind.NODE_ALTERED;
import static de.ratssaal.audit.Finding.Kind.NODE_INSERTED;
import static de.ratssaal.audit.Finding.Kind.NODE_MISSING;
import static de.ratssaal.audit.Finding.Kind.OUTSIDE_MISMATCH;
import static de.ratssaal.audit.Finding.Kind.RANGE_ALTERED;
import static de.ratssaal.audit.Finding.Kind.REORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The check of the whole log")
class LogCheckTest {

    /** 37 entries with the numbers 1 to 37 at the places 0 to 36, under heads of 10, 11, 30 and 37 entries. */
    private final OwnLog log = new OwnLog();

    @BeforeEach
    void entries() {
        log.writeAndMerge(10, 1, 19, 7);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    @DisplayName("finds nothing wrong with a log that nobody touched")
    void whole() {
        var report = log.check(log.head());

        assertThat(report.isWhole()).isTrue();
        assertThat(report.entries()).isEqualTo(37);
        assertThat(report.heads()).isEqualTo(5);
        assertThat(report.waiting()).isZero();
        assertThat(report.newest()).hasToString(log.head().toString());
    }

    @Test
    @DisplayName("finds nothing wrong with a log in which nothing ever happened")
    void empty() {
        try (var empty = new OwnLog()) {
            assertThat(empty.check().isWhole()).isTrue();
        }
    }

    @Test
    @DisplayName("goes through a log of many chunks and says how far it is")
    void long_() {
        log.writeAndMerge(9_000);
        var steps = new ArrayList<Long>();

        var report = new LogCheck(log.store, log.keys.verifiers(), List.of()).run((checked, of) -> steps.add(checked));

        assertThat(report.isWhole()).isTrue();
        assertThat(steps).containsExactly(0L, 4096L, 8192L, 9037L);
        log.tamper("update audit_node set hash = sha256('x') where level = 13 and position = 0");
        first(log.check()).containsExactly(tuple(NODE_ALTERED, 0L, 8192L, null));
    }

    @Nested
    @DisplayName("names the first wrong entry when")
    class Tampering {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "line = 'number 12!'",
                    "at = at + interval '1 microsecond'",
                    "actor = 'system/nobody'",
                    "type = 'test.Happens'",
                    "subject = 'test/other'"
                })
        @DisplayName("any of its parts was altered")
        void altered(String change) {
            log.tamper("update audit_entry set " + change + " where id in (13, 20)");

            var report = log.check();

            first(report).containsExactly(tuple(ENTRY_ALTERED, 12L, 13L, 13L));
            assertThat(report.wrong()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 10, 11, 12, 36, 37})
        @DisplayName("it was deleted")
        void deleted(long entry) {
            log.tamper("delete from audit_entry where id = " + entry);

            first(log.check()).containsExactly(tuple(ENTRY_MISSING, entry - 1, entry, entry));
        }

        @Test
        @DisplayName("its leaf was deleted")
        void leafDeleted() {
            log.tamper("delete from audit_leaf where leaf_index = 20");

            first(log.check()).containsExactly(tuple(LEAF_MISSING, 20L, 21L, 21L));
        }

        @Test
        @DisplayName("it was deleted with its leaf, and the places behind it closed up")
        void deletedAndClosedUp() {
            log.tamper(
                    "delete from audit_entry where id = 21",
                    "delete from audit_leaf where leaf_index = 20",
                    "update audit_leaf set leaf_index = -leaf_index where leaf_index > 20 and false",
                    shift("leaf_index > 20", -1));

            first(log.check()).containsExactly(tuple(RANGE_ALTERED, 20L, 22L, null));
        }

        @Test
        @DisplayName("only its leaf was taken out, and the places behind it closed up")
        void takenOutOfTheTree() {
            log.tamper("delete from audit_leaf where leaf_index = 21", shift("leaf_index > 21", -1));

            first(log.check()).containsExactly(tuple(LEAF_MISSING, 21L, 22L, 22L));
        }

        @ParameterizedTest
        @ValueSource(longs = {4, 5})
        @DisplayName("an entry was inserted before it, and the places behind it moved up")
        void inserted(long place) {
            log.tamper(
                    "insert into audit_entry (id, at, actor, type, subject, line) overriding system value"
                            + " values (100, '2026-03-01T12:00:00Z', 'system/test', 'test.Happened', 'test/x', 'x')",
                    shift("leaf_index >= " + place, 1),
                    leafFromEntry(place, 100));

            first(log.check()).containsExactly(tuple(INSERTED, place, place + 1, 100L));
        }

        @Test
        @DisplayName("two entries changed their contents")
        void contentsSwapped() {
            log.tamper("update audit_entry e set line = o.line, subject = o.subject, at = o.at"
                    + " from audit_entry o where (e.id, o.id) in ((8, 25), (25, 8))");

            first(log.check()).containsExactly(tuple(ENTRY_ALTERED, 7L, 8L, 8L));
        }

        @Test
        @DisplayName("two leaves changed their entries")
        void entriesOfLeavesSwapped() {
            log.tamper(swap("entry_id", 7, 24));

            first(log.check()).containsExactly(tuple(REORDERED, 7L, 8L, 25L));
        }

        @ParameterizedTest
        @ValueSource(longs = {7, 8})
        @DisplayName("two entries changed their places together with their leaves")
        void placesSwapped(long place) {
            log.tamper(swap("entry_id", place, 25), swap("hash", place, 25));

            var report = log.check();

            first(report).containsExactly(tuple(REORDERED, place, place + 1, 26L));
            assertThat(report.findings().getFirst().detail()).isEqualTo("25");
        }

        @Test
        @DisplayName("two neighbours changed their places")
        void neighboursSwapped() {
            log.tamper(swap("entry_id", 8, 9), swap("hash", 8, 9));

            first(log.check()).containsExactly(tuple(REORDERED, 8L, 9L, 10L));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 13, 36})
        @DisplayName("only its leaf was altered")
        void leafAltered(long place) {
            log.tamper("update audit_leaf set hash = sha256('x') where leaf_index = " + place);

            first(log.check()).containsExactly(tuple(LEAF_ALTERED, place, place + 1, place + 1));
        }

        @Test
        @DisplayName("its leaf was altered with it: then it is one of two")
        void alteredWithLeaf() {
            log.tamper(
                    "update audit_entry set line = 'other' where id = 14",
                    "update audit_entry set line = 'other too' where id = 30");
            relief(13);

            var report = log.check();

            first(report).containsExactly(tuple(RANGE_ALTERED, 12L, 14L, null));
            assertThat(report.findings().get(1).entry()).isEqualTo(30);
        }

        @Test
        @DisplayName("the whole tree was made anew over it: then the heads say between which it lies")
        void treeMadeAnew() {
            log.tamper("update audit_entry set line = 'other' where id = 14");
            treeAnew();

            first(log.check()).containsExactly(tuple(RANGE_ALTERED, 11L, 30L, null));
        }

        @Test
        @DisplayName("the last entries were cut off but their head was not")
        void cutOff() {
            log.tamper(
                    "delete from audit_entry where id > 30",
                    "delete from audit_leaf where leaf_index >= 30",
                    "delete from audit_node where ((position + 1) << level) > 30");

            first(log.check()).containsExactly(tuple(END_MISSING, 30L, 37L, null));
        }

        @Test
        @DisplayName("an entry was put into the tree that no head counts")
        void beyondTheHead() {
            log.write("x");
            log.tamper(leafFromEntry(37, 38));

            first(log.check()).contains(tuple(INSERTED, 37L, 38L, 38L));
        }

        @Test
        @DisplayName("an old entry was written past the application and never merged")
        void oldAndUnmerged() {
            log.wait(Duration.ofHours(1));
            log.writeAndMerge(1);
            log.database.execute("insert into audit_entry (at, actor, type, subject, line)"
                    + " values ('2026-03-01T12:00:00Z', 'system/test', 'test.Happened', 'test/x', 'x')");

            first(log.check()).containsExactly(tuple(INSERTED, 38L, 39L, 39L));
        }
    }

    @Test
    @DisplayName("tells an altered node from an altered entry")
    void nodeAltered() {
        log.tamper("update audit_node set hash = sha256('x') where level = 1 and position = 5");
        first(log.check()).contains(tuple(NODE_ALTERED, 10L, 12L, null));
    }

    @Test
    @DisplayName("misses a node")
    void nodeMissing() {
        log.tamper("delete from audit_node where level = 2 and position = 3");
        first(log.check()).containsExactly(tuple(NODE_MISSING, 12L, 16L, null));
    }

    @Test
    @DisplayName("finds a node of no entries")
    void nodeInserted() {
        log.tamper("insert into audit_node values (5, 7, sha256('x'))");
        first(log.check()).containsExactly(tuple(NODE_INSERTED, 37L, 37L, null));
    }

    @Test
    @DisplayName("finds a head whose text was altered")
    void headAltered() {
        log.tamper("update audit_head set note = replace(note, 'time 2026-03-01', 'time 2025-03-01'),"
                + " at = at - interval '365 days' where tree_size = 11");
        first(log.check()).containsExactly(tuple(HEAD_FORGED, 11L, 11L, null));
    }

    @Test
    @DisplayName("finds a head that says something else than its columns")
    void headColumns() {
        log.tamper("update audit_head set at = at + interval '1 day' where tree_size = 30");
        first(log.check()).containsExactly(tuple(HEAD_FORGED, 30L, 30L, null));
    }

    @Test
    @DisplayName("finds a head that is none")
    void headIsNone() {
        log.tamper("update audit_head set note = 'trust me' where tree_size = 10");
        first(log.check()).containsExactly(tuple(HEAD_FORGED, 10L, 10L, null));
    }

    @Test
    @DisplayName("does not believe a head that a stranger signed, however right it is")
    void strangersHead() {
        var stranger = SignerKey.make(log.head().origin());
        var head = log.head();
        replace(SignedHead.sign(head.size(), head.root(), log.clock.instant(), stranger));

        first(log.check()).containsExactly(tuple(HEAD_BY_UNKNOWN_KEY, 37L, 37L, null));
    }

    @Test
    @DisplayName("notes an entry that was merged long after its time")
    void late() {
        log.wait(Duration.ofHours(1));
        log.writeAndMerge(1);
        log.database.execute("insert into audit_entry (at, actor, type, subject, line)"
                + " values ('2026-03-01T12:00:00Z', 'system/test', 'test.Happened', 'test/x', 'x')");
        log.sequencer.merge();

        var report = log.check();

        assertThat(report.isWhole()).isTrue();
        assertThat(report.late()).isEqualTo(1);
        assertThat(report.firstLate())
                .isNotNull()
                .extracting(LogReport.Late::entry)
                .isEqualTo(39L);
    }

    @Nested
    @DisplayName("with a head that was kept outside")
    class Outside {

        /** Of the time when the log had 11 entries. */
        private SignedHead kept;

        @BeforeEach
        void keep() {
            kept = SignedHead.parse(log.store.headFrom(11).orElseThrow().note());
        }

        @Test
        @DisplayName("proves that the log still begins with what that counted")
        void consistent() {
            log.writeAndMerge(100);

            assertThat(log.check(kept).isWhole()).isTrue();
        }

        @Test
        @DisplayName("finds a log that was written anew and signed with the true key")
        void writtenAnew() {
            log.tamper("update audit_entry set line = 'other' where id = 5");
            treeAnew();
            var key = log.keys.signer().orElseThrow();
            for (var row : log.store.heads(0, 37)) {
                replace(SignedHead.sign(row.size(), MerkleTree.root(row.size(), log.store), row.at(), key));
            }

            assertThat(log.check().isWhole())
                    .as("the database alone shows nothing")
                    .isTrue();
            first(log.check(kept)).containsExactly(tuple(OUTSIDE_MISMATCH, 0L, 11L, null));
        }

        @Test
        @DisplayName("finds a log whose end was cut off, heads and all")
        void cutOff() {
            var newest = log.head();
            log.tamper(
                    "delete from audit_entry where id > 30",
                    "delete from audit_leaf where leaf_index >= 30",
                    "delete from audit_node where ((position + 1) << level) > 30",
                    "delete from audit_head where tree_size > 30");

            assertThat(log.check().isWhole())
                    .as("the database alone shows nothing")
                    .isTrue();
            assertThat(log.check(kept).isWhole()).as("nor does an older head").isTrue();
            first(log.check(newest)).containsExactly(tuple(END_MISSING, 30L, 37L, null));
        }

        @Test
        @DisplayName("finds that the log was replaced together with its key")
        void otherLog() {
            try (var other = new OwnLog()) {
                other.writeAndMerge(10, 1, 19, 7);

                var report = other.check(kept);

                assertThat(report.findings()).extracting(Finding::kind).contains(HEAD_BY_UNKNOWN_KEY);
            }
        }

        @Test
        @DisplayName("does not believe an altered one")
        void forged() {
            var forged = SignedHead.parse(kept.toString().replace("\n11\n", "\n10\n"));

            first(log.check(forged)).contains(tuple(HEAD_FORGED, 10L, 10L, null));
        }
    }

    @Test
    @DisplayName("finds every single altered byte")
    void anyByte() {
        var random = new Random(20260301);
        for (var place = 0; place < 37; place++) {
            var entry = place + 1;
            var column = List.of("actor", "type", "subject", "line").get(random.nextInt(4));
            var at = 1 + random.nextInt(5);
            var alteredEntry =
                    "update audit_entry set %1$s = overlay(%1$s placing chr(ascii(substr(%1$s, %2$d)) # 1) from %2$d for 1) where id = %3$d"
                            .formatted(column, at, entry);
            log.tamper(alteredEntry);
            first(log.check())
                    .as("%s of entry %d", column, entry)
                    .containsExactly(tuple(ENTRY_ALTERED, (long) place, place + 1L, (long) entry));
            log.tamper(alteredEntry);

            var alteredHash =
                    "update audit_leaf set hash = set_byte(hash, %1$d, get_byte(hash, %1$d) # 1) where leaf_index = %2$d"
                            .formatted(random.nextInt(32), place);
            log.tamper(alteredHash);
            first(log.check()).containsExactly(tuple(LEAF_ALTERED, (long) place, place + 1L, (long) entry));
            log.tamper(alteredHash);
        }
        assertThat(log.check().isWhole()).as("all was taken back").isTrue();
    }

    private static AbstractListAssert<?, List<? extends Tuple>, Tuple, ?> first(LogReport report) {
        assertThat(report.isWhole()).isFalse();
        return assertThat(report.findings().subList(0, 1))
                .extracting(Finding::kind, Finding::from, Finding::to, Finding::entry);
    }

    private static String shift(String which, int by) {
        // by way of a large number, as the places are unique at every moment
        return "update audit_leaf set leaf_index = leaf_index + 1000000 where " + which
                + "; update audit_leaf set leaf_index = leaf_index - 1000000 + " + by + " where leaf_index >= 1000000";
    }

    private static String swap(String column, long one, long other) {
        if (column.equals("entry_id")) {
            return """
                    create temporary table swapped on commit drop as
                        select leaf_index, entry_id from audit_leaf where leaf_index in (%1$d, %2$d);
                    update audit_leaf set entry_id = -entry_id where leaf_index in (%1$d, %2$d);
                    update audit_leaf l set entry_id = s.entry_id from swapped s
                        where l.leaf_index + s.leaf_index = %1$d + %2$d and l.leaf_index in (%1$d, %2$d);
                    drop table swapped""".formatted(one, other);
        }
        return "update audit_leaf l set hash = o.hash from audit_leaf o where (l.leaf_index, o.leaf_index) in ((%1$d, %2$d), (%2$d, %1$d))"
                .formatted(one, other);
    }

    private static final String LEAF_OF_ENTRY = """
            sha256('\\x00' || convert_to(concat_ws(E'\\n', 'ratssaal.audit-entry/1', id,
                to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, type, subject, line, ''), 'UTF8'))
            """;

    private static String leafFromEntry(long place, long entry) {
        return "insert into audit_leaf select " + place + ", id, " + LEAF_OF_ENTRY + " from audit_entry where id = "
                + entry;
    }

    private void relief(long place) {
        log.tamper("update audit_leaf set hash = (select " + LEAF_OF_ENTRY
                + " from audit_entry where id = entry_id) where leaf_index = " + place);
    }

    /** Leaves and nodes anew from the entries as they are now. */
    private void treeAnew() {
        log.tamper("update audit_leaf set hash = (select " + LEAF_OF_ENTRY + " from audit_entry where id = entry_id)");
        for (var level = 1; level < 6; level++) {
            var below = level == 1
                    ? "select leaf_index as position, hash from audit_leaf"
                    : "select position, hash from audit_node where level = " + (level - 1);
            log.tamper(("update audit_node n set hash = (with below as (%s) select sha256('\\x01' || l.hash || r.hash)"
                            + " from below l, below r where l.position = n.position * 2 and r.position = l.position + 1)"
                            + " where level = %d")
                    .formatted(below, level));
        }
    }

    private void replace(SignedHead head) {
        log.tamper("delete from audit_head where tree_size = " + head.size());
        log.store.addHead(head, head.at());
    }
}
