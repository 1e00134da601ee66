package de.ratssaal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Merges new entries into the Merkle tree, several times a second and many at once, and signs the new head. Votes never wait
 * for it.
 *
 * <p>Entries become visible in another order than their numbers say: a transaction that took a smaller number may commit
 * later, or never. So no number is believed to be the last one seen. Whatever is visible and in no leaf is merged; to find
 * it without looking at the whole log, entries of transactions that had all ended at an earlier complete round are left out
 * (ADR 0010).
 */
@Component
class Sequencer implements SmartLifecycle {

    static final int BATCH = 5_000;
    private static final Duration PERIOD = Duration.ofMillis(400);
    /** Now and then everything is looked at, in case the database was replaced by another copy of itself. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    private final LogStore store;
    private final LogKeys keys;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean auto;
    private @Nullable ScheduledExecutorService thread;

    private volatile long complete;
    private Instant forgetAt = Instant.MIN;
    private boolean failing;

    Sequencer(LogStore store, LogKeys keys, Clock clock, @Value("${ratssaal.jobs:true}") boolean auto) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.auto = auto;
        // Each statement must see what was committed before it, above all by the sequencer that had its turn before.
        this.transaction = store.transaction(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Merges what is there, unless another sequencer is at it.
     *
     * @return number of entries merged
     */
    synchronized int merge() {
        if (!clock.instant().isBefore(forgetAt)) {
            complete = 0;
            forgetAt = clock.instant().plus(MEMORY);
        }
        var merged = 0;
        while (true) {
            var batch = mergeBatch();
            merged += batch;
            if (batch < BATCH) {
                return merged;
            }
        }
    }

    /** Entries that are written but not merged, counted up to {@value #BATCH}. */
    int waiting() {
        return store.unmerged(complete, BATCH).size();
    }

    private int mergeBatch() {
        var round = transaction.execute(status -> {
            if (!store.takeTurn()) {
                return new Round(0, complete);
            }
            var settled = store.settled(); // before the entries are read: none of these can appear later
            var entries = store.unmerged(Math.min(complete, settled), BATCH);
            if (!entries.isEmpty()) {
                append(entries);
            }
            return new Round(entries.size(), entries.size() < BATCH ? settled : complete);
        });
        complete = round.complete(); // only after the commit
        return round.entries();
    }

    private void append(List<AuditEntry> entries) {
        var key = key();
        var size = store.size();
        var tree = new GrowingTree(size, edge(size));
        var hashes = new ArrayList<Hash>(entries.size());
        var subtrees = new ArrayList<Subtree>(entries.size());
        var nodes = new ArrayList<Hash>(entries.size());
        for (var entry : entries) {
            var leaf = entry.leaf();
            hashes.add(leaf);
            tree.add(leaf, (subtree, hash) -> {
                subtrees.add(subtree);
                nodes.add(hash);
            });
        }
        store.addLeaves(size, entries.stream().map(AuditEntry::id).toList(), hashes);
        store.addNodes(subtrees, nodes);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.addHead(SignedHead.sign(tree.size(), tree.root(), now, key), now);
    }

    private List<Hash> edge(long size) {
        var subtrees = Subtree.covering(0, size);
        var kept = store.hashesOf(subtrees);
        if (kept.size() != subtrees.size()) {
            throw new IllegalStateException("the tree of %d entries misses nodes; see audit verify".formatted(size));
        }
        return subtrees.stream().map(kept::get).toList();
    }

    /** The key is made with the very first head. Later a missing key is a fault that must not be covered up by a new one. */
    private SignerKey key() {
        return keys.signer().orElseGet(() -> {
            if (store.newestHead().isPresent()) {
                throw new KeyMissing();
            }
            var key = keys.make();
            LOG.info("The audit log's public key is {}", key.verifier());
            return key;
        });
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("audit-sequencer").daemon(true).factory());
        executor.scheduleWithFixedDelay(this::tryToMerge, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        thread = executor;
    }

    private synchronized void tryToMerge() {
        try {
            merge();
            if (failing) {
                failing = false;
                LOG.info("The audit log is merged again");
            }
        } catch (RuntimeException e) {
            complete = 0;
            if (!failing) {
                failing = true;
                LOG.warn("The audit log's entries are written but cannot be merged now; trying on", e);
            }
        }
    }

    /** Stops after the web server, and leaves nothing unmerged. */
    @Override
    public void stop() {
        var executor = thread;
        thread = null;
        if (executor == null) {
            return;
        }
        executor.shutdown();
        try {
            if (executor.awaitTermination(5, TimeUnit.SECONDS)) {
                tryToMerge();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public boolean isAutoStartup() {
        return auto;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private record Round(int entries, long complete) {}
}
