package de.ratssaal.search;

import de.ratssaal.identity.Access;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads anew what changed, one after the other, each in a transaction of its own together with the note that it waits. Nodes
 * share the work.
 */
@Component
class IndexWork {

    static final String JOB = "search";
    private static final Logger LOG = LoggerFactory.getLogger(IndexWork.class);

    private final IndexStore store;
    private final Sources sources;
    private final Access access;
    private final TransactionTemplate transaction;

    IndexWork(IndexStore store, Sources sources, Access access, PlatformTransactionManager transactions) {
        this.store = store;
        this.sources = sources;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${ratssaal.search.pause:400ms}")
    void work() {
        while (readOne()) {
            // until nothing waits
        }
    }

    /** @return whether anything waited */
    boolean readOne() {
        var taken = new AtomicReference<IndexStore.@Nullable Waiting>();
        try {
            return Boolean.TRUE.equals(transaction.execute(running -> {
                var next = store.take();
                next.ifPresent(it -> {
                    taken.set(it);
                    read(it.source());
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            var failed = taken.get();
            if (failed == null) {
                throw e;
            }
            // without its message, in which the database may quote what nobody but a few may read
            LOG.error("{} could not be made searchable; it is tried again: {}", failed.source(), kindOf(e));
            store.putOff(failed);
            return true;
        }
    }

    private void read(Source source) {
        if (source.kind() == Source.Kind.ALL) {
            askForAll();
            return;
        }
        store.hold(source);
        access.asSystem(JOB, () -> {
            var gone = new HashSet<>(store.items(source));
            if (store.replace(source, sources.entries(source))) {
                sources.filesOf(source).forEach(store::ask);
            }
            gone.removeAll(store.items(source));
            gone.stream().flatMap(sources::filesOfItem).forEach(store::ask);
        });
    }

    private static String kindOf(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var kind = cause.getClass().getName();
        return cause instanceof SQLException database ? kind + " " + database.getSQLState() : kind;
    }

    @EventListener(ApplicationReadyEvent.class)
    void readAllIfOutdated() {
        if (store.isOutdated()) {
            transaction.executeWithoutResult(running -> {
                store.ask(Source.ALL);
                store.setShape();
            });
        }
    }

    /** Rules begin to hold by the calendar, without an event; and what was missed, for whatever reason, is found. */
    @Scheduled(cron = "0 17 3 * * *")
    void everyNight() {
        store.ask(Source.ALL);
    }

    /** @return how much waits now */
    int askForAll() {
        return access.asSystem(JOB, () -> {
            var there = new HashSet<Source>();
            sources.all().forEach(it -> {
                there.add(it);
                store.askInTurn(it);
            });
            store.orphans(there).forEach(store::askInTurn);
            return there.size();
        });
    }
}
