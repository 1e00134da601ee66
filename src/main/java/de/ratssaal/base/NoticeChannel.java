package de.ratssaal.base;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one node says here all nodes hear, itself among them. It passes through the database server and stands in no table. */
public final class NoticeChannel {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeChannel.class);

    private final String name;
    private final JdbcClient database;
    private final JdbcConnectionDetails address;
    private volatile boolean running;

    public NoticeChannel(String name, DataSource dataSource, JdbcConnectionDetails address) {
        this.name = name;
        this.database = JdbcClient.create(dataSource);
        this.address = address;
    }

    public void say(String words) {
        database.sql("select pg_notify(?, ?)")
                .params(name, words)
                .query((row, number) -> number)
                .list();
    }

    /**
     * Listens until {@link #stop}, on a thread of its own.
     *
     * @param connected is called whenever the line is there again: something may have been missed
     */
    public void start(Runnable connected, Consumer<String> hearer) {
        running = true;
        Thread.ofVirtual().name(name).start(() -> listen(connected, hearer));
    }

    public void stop() {
        running = false;
    }

    public boolean isRunning() {
        return running;
    }

    private void listen(Runnable connected, Consumer<String> hearer) {
        while (running) {
            try (var connection =
                    DriverManager.getConnection(address.getJdbcUrl(), address.getUsername(), address.getPassword())) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen " + name);
                }
                connected.run();
                while (running) {
                    receive(connection.unwrap(PGConnection.class), hearer);
                }
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("The line {} to other nodes is interrupted: {}", name, e.getMessage());
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                }
            }
        }
    }

    private void receive(PGConnection connection, Consumer<String> hearer) throws SQLException {
        var notices = connection.getNotifications(1_000);
        if (notices == null) {
            return;
        }
        for (var notice : notices) {
            try {
                hearer.accept(notice.getParameter());
            } catch (RuntimeException e) {
                // what was said may be secret: neither it nor a message that repeats it stands in the log
                LOG.warn(
                        "What came from another node on {} could not be taken: {}",
                        name,
                        e.getClass().getSimpleName());
            }
        }
    }
}
