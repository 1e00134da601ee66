package de.ratssaal.base;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every node's live views that something changed, without saying what: they read it again.
 *
 * <p>A notice goes out after the commit: at once after a calm, and then at most once in {@value #PERIOD_MILLIS} ms for each
 * topic, so that votes never wait for it. A notice that got lost is healed: all topics that somebody watches are announced again every
 * {@value #HEALING_MILLIS} ms and after a lost connection.
 */
@Component
public class ChangeNotices implements SmartLifecycle {

    static final int PERIOD_MILLIS = 100;
    static final int HEALING_MILLIS = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(ChangeNotices.class);

    private final String node = UUID.randomUUID().toString();
    private final Map<String, List<OneAtATime>> watchers = new ConcurrentHashMap<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final OneAtATime announcing = new OneAtATime("change notices", this::announceAndPause);
    private final NoticeChannel nodes;

    ChangeNotices(DataSource dataSource, JdbcConnectionDetails address) {
        this.nodes = new NoticeChannel("ratssaal_changes", dataSource, address);
    }

    /** The topic of everything that happens in one meeting. */
    public static String meeting(UUID meeting) {
        return "meeting/" + meeting;
    }

    /** Announces a change after the running transaction's commit, or at once if there is none. */
    public void changed(String topic) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    announceSoon(topic);
                }
            });
        } else {
            announceSoon(topic);
        }
    }

    private void announceSoon(String topic) {
        changed.add(topic);
        announcing.ask();
    }

    /**
     * @param topic what to watch
     * @param watcher is called soon, on a thread of its own; for several changes at once perhaps only once
     * @return ends the watch
     */
    public Watch watch(String topic, Runnable watcher) {
        var watching = new OneAtATime("watcher of " + topic, watcher);
        watchers.compute(topic, (it, before) -> {
            var list = before == null ? new CopyOnWriteArrayList<OneAtATime>() : before;
            list.add(watching);
            return list;
        });
        return () -> watchers.computeIfPresent(topic, (it, list) -> {
            list.remove(watching);
            return list.isEmpty() ? null : list;
        });
    }

    /** A running watch. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    private void announceAndPause() {
        announce();
        LockSupport.parkNanos(Duration.ofMillis(PERIOD_MILLIS).toNanos());
    }

    private void announce() {
        var topics = new HashSet<>(changed);
        changed.removeAll(topics);
        topics.forEach(this::tellWatchers);
        try {
            topics.forEach(topic -> nodes.say(node + " " + topic));
        } catch (org.springframework.dao.DataAccessException e) {
            LOG.warn("Other nodes could not be told of changes ({}); they will look for themselves", e.getMessage());
        }
    }

    @Scheduled(fixedDelay = HEALING_MILLIS)
    void heal() {
        watchers.keySet().forEach(this::tellWatchers);
    }

    private void tellWatchers(String topic) {
        watchers.getOrDefault(topic, List.of()).forEach(OneAtATime::ask);
    }

    @Override
    public void start() {
        nodes.start(this::heal, this::hear);
    }

    @Override
    public void stop() {
        nodes.stop();
    }

    @Override
    public boolean isRunning() {
        return nodes.isRunning();
    }

    private void hear(String notice) {
        var words = notice.split(" ", 2);
        if (words.length == 2 && !words[0].equals(node)) {
            tellWatchers(words[1]);
        }
    }
}
