package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.DatabaseBehindGate;
import de.ratssaal.IntegrationTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@IntegrationTest
@ContextConfiguration(initializers = DatabaseBehindGate.class, inheritInitializers = false)
@DirtiesContext
@DisplayName("A claim on work")
class LeaseTest {

    private static final Duration LENGTH = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final AtomicInteger failures = new AtomicInteger();
    private final UUID node = UUID.randomUUID();

    @BeforeEach
    void claimed() {
        database.sql("create table if not exists base_test_claim (claimed_by uuid, claimed_until timestamptz)")
                .update();
        database.sql("delete from base_test_claim").update();
        database.sql("insert into base_test_claim values (?, ?)")
                .params(node, Timestamp.from(clock.instant()))
                .update();
    }

    private boolean renew(Instant until) {
        try {
            return database.sql("update base_test_claim set claimed_until = ? where claimed_by = ?")
                            .params(Timestamp.from(until), node)
                            .update()
                    == 1;
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            throw e;
        }
    }

    private Instant until() {
        return database.sql("select claimed_until from base_test_claim")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    @DisplayName("is renewed again when the database was away for a while")
    void databaseWasAway() throws Exception {
        try (var lease = Lease.keep("a test", LENGTH, clock, this::renew)) {
            var begun = until();
            await().atMost(PATIENCE).until(() -> until().isAfter(begun));

            DatabaseBehindGate.GATE.close();
            try {
                await().atMost(PATIENCE).until(() -> failures.get() > 0);
            } finally {
                DatabaseBehindGate.GATE.open();
            }

            var back = clock.instant();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> until().isAfter(back.plus(LENGTH)));
            assertThat(lease.isLost()).isFalse();
        }
    }

    @Test
    @DisplayName("is not taken back from somebody else, and not renewed once the work is done")
    void ends() {
        var asked = new AtomicInteger();
        Lease.Renewal counted = moment -> {
            asked.incrementAndGet();
            return renew(moment);
        };
        try (var lease = Lease.keep("a test", LENGTH, clock, counted)) {
            database.sql("update base_test_claim set claimed_by = ?")
                    .param(UUID.randomUUID())
                    .update();
            await().atMost(PATIENCE).until(lease::isLost);
        }
        var until = until();
        var times = asked.get();
        await().during(LENGTH).atMost(PATIENCE).until(() -> asked.get() == times);
        assertThat(until()).isEqualTo(until);
    }
}
