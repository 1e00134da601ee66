package de.ratssaal.audit;

import com.zaxxer.hikari.HikariDataSource;
import de.ratssaal.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A log on a database of its own, with its sequencer under the test's control. */
class OwnLog implements AutoCloseable {

    private final HikariDataSource connections = connections();
    final JdbcTemplate database = new JdbcTemplate(connections);
    final LogStore store = new LogStore(database);
    final Path data = folder();
    final LogKeys keys = new LogKeys(data, "https://ratssaal.lindenau.example");
    final Sequencer sequencer;
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00.123456Z");
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the log is in UTC");
        }
    };

    OwnLog() {
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/migration/audit")
                .load()
                .migrate();
        sequencer = sequencer();
    }

    private static HikariDataSource connections() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh());
        pool.setMinimumIdle(1);
        return pool;
    }

    @Override
    public void close() {
        connections.close();
    }

    Sequencer sequencer() {
        return new Sequencer(store, keys, clock, true);
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    TransactionTemplate transaction() {
        return store.transaction(TransactionDefinition.ISOLATION_DEFAULT);
    }

    /** Writes an entry whose line is the word. */
    void write(String word) {
        store.write(clock.instant(), "system/test", "test.Happened", "test/" + word, word);
    }

    /** Writes so many entries. */
    void write(int entries) {
        transaction().executeWithoutResult(status -> IntStream.range(0, entries).forEach(it -> write("number " + it)));
    }

    /** Merges in batches of at most so many entries, each with a head of its own. */
    void writeAndMerge(int... batches) {
        for (var batch : batches) {
            write(batch);
            sequencer.merge();
            wait(Duration.ofSeconds(1));
        }
    }

    /** Does what only a superuser can: past the triggers. */
    void tamper(String... statements) {
        transaction().executeWithoutResult(status -> {
            for (var table : List.of("audit_entry", "audit_leaf", "audit_node", "audit_head")) {
                database.execute("alter table " + table + " disable trigger all");
            }
            for (var statement : statements) {
                database.execute(statement);
            }
            for (var table : List.of("audit_entry", "audit_leaf", "audit_node", "audit_head")) {
                database.execute("alter table " + table + " enable always trigger append_only");
            }
        });
    }

    LogReport check(SignedHead... outside) {
        return check(keys.verifiers(), outside);
    }

    LogReport check(Collection<VerifierKey> known, SignedHead... outside) {
        return new LogCheck(store, known, List.of(outside)).run((checked, of) -> {});
    }

    SignedHead head() {
        return SignedHead.parse(store.newestHead().orElseThrow().note());
    }

    /** Words of the merged entries in the order of the tree. */
    List<String> merged() {
        return database.queryForList(
                "select line from audit_leaf join audit_entry on id = entry_id order by leaf_index", String.class);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("ratssaal-audit");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
