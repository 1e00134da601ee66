package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands registrations on to the node that collects them, sealed for it alone. They pass as notices of the database server, which
 * stand in no table and no log of changes.
 */
@Component
class HandingOn implements SmartLifecycle {

    private static final String CHANNEL = "ratssaal_urn";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(HandingOn.class);

    private final Collecting collecting;
    private final UrnStore store;
    private final JdbcClient database;
    private final JdbcConnectionDetails address;
    private final Map<String, CompletableFuture<Collecting.Answer>> asked = new ConcurrentHashMap<>();
    private volatile boolean running;

    HandingOn(Collecting collecting, UrnStore store, DataSource dataSource, JdbcConnectionDetails address) {
        this.collecting = collecting;
        this.store = store;
        this.database = JdbcClient.create(dataSource);
        this.address = address;
    }

    /** @return none if the other node does not answer */
    Optional<Collecting.Answer> handOn(Urn urn, PersonId voter, String credential) {
        var question = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Collecting.Answer>();
        asked.put(question, answer);
        try {
            var sealed = SealedNote.seal(voter + " " + credential, urn.collectorKey());
            say("REGISTER %s %s %d %s".formatted(question, urn.poll(), urn.attempt(), sealed));
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            asked.remove(question);
        }
    }

    private void say(String words) {
        database.sql("select pg_notify(?, ?)")
                .params(CHANNEL, words)
                .query((row, number) -> number)
                .list();
    }

    private void hear(String notice) {
        var words = notice.split(" ");
        if (words[0].equals("ANSWER")) {
            Optional.ofNullable(asked.get(words[1])).ifPresent(it -> it.complete(Collecting.Answer.valueOf(words[2])));
            return;
        }
        var poll = new SecretPollId(UUID.fromString(words[2]));
        var attempt = Integer.parseInt(words[3]);
        collecting.read(poll, attempt, words[4]).ifPresent(note -> {
            var parts = note.split(" ", 2);
            var voter = new PersonId(UUID.fromString(parts[0]));
            var answer = collecting.add(poll, attempt, voter, parts[1]);
            if (answer == Collecting.Answer.DONE) {
                store.ready(poll, attempt, voter);
            }
            say("ANSWER %s %s".formatted(words[1], answer));
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("registrations").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (var connection =
                    DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword())) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + CHANNEL);
                }
                while (running) {
                    receive(connection.unwrap(PGConnection.class));
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("Registrations from other nodes are interrupted: {}", e.getMessage());
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                }
            }
        }
    }

    private void receive(PGConnection connection) throws SQLException {
        var notices = connection.getNotifications(1_000);
        if (notices == null) {
            return;
        }
        for (var notice : notices) {
            try {
                hear(notice.getParameter());
            } catch (RuntimeException e) {
                // whoever asked asks again; the notice itself must not stand in the log
                LOG.warn(
                        "A registration from another node could not be taken: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
