package de.ratssaal.document;

import de.ratssaal.base.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Works off what waits, a few pieces at a time, each on a thread of its own: a slow one holds up no other. A claim holds for a
 * short time and is renewed while the work runs, so that another node takes up what a killed one had begun. What took the
 * application with it each time is given up.
 *
 * @param <C> a claim on a piece of work
 */
abstract class ClaimedWork<C extends ClaimedWork.Claim> implements SmartLifecycle {

    static final Duration CLAIM = Duration.ofSeconds(20);
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(ClaimedWork.class);

    /** What is worked on; not even the same node takes a claim that ran out for its own again. */
    interface Claim {

        /** Of the content it is about. */
        String hash();

        /** How often it was begun, this time included. */
        int attempts();
    }

    private final String name;
    private final Clock clock;
    private final Path folder;
    private final int parallel;
    private final Semaphore places;
    private volatile boolean running;

    /**
     * @param name of the work, for threads and the log
     * @param folder for what lies on the disk meanwhile; what a killed application left there goes
     */
    ClaimedWork(String name, int parallel, Path folder, Clock clock) throws IOException {
        this.name = name;
        this.clock = clock;
        this.folder = folder;
        this.parallel = parallel;
        this.places = new Semaphore(parallel);
        WorkFolder.sweep(folder);
    }

    /** The next piece, if one waits. */
    abstract Optional<C> claim();

    /** @return whether the claim still held */
    abstract boolean renew(C claimed, Instant until);

    /** Does it. If it fails otherwise than by a state that is recorded, it is tried again when the claim has run out. */
    abstract void perform(C claimed) throws IOException, InterruptedException;

    /** It is not tried again. */
    abstract void giveUp(C claimed);

    Path folder() {
        return folder;
    }

    @Scheduled(fixedDelay = 1_000)
    void begin() {
        while (running && places.tryAcquire()) {
            Optional<C> claimed;
            try {
                claimed = claim();
            } catch (RuntimeException e) {
                places.release(); // the database may be back at the next turn
                throw e;
            }
            if (claimed.isEmpty()) {
                places.release();
                return;
            }
            Thread.ofVirtual().name(name).start(() -> {
                try {
                    work(claimed.get());
                } finally {
                    places.release();
                }
            });
        }
    }

    void work(C claimed) {
        try (var lease =
                Lease.keep("%s of %s".formatted(name, claimed.hash()), CLAIM, clock, until -> renew(claimed, until))) {
            if (claimed.attempts() > MOST_ATTEMPTS) {
                giveUp(claimed);
            } else {
                perform(claimed);
            }
        } catch (IOException | RuntimeException e) {
            if (running) {
                LOG.error("{} of {} failed; it is tried again", name, claimed.hash(), e);
            } else { // the claim runs out, and the work is anybody's
                LOG.info("{} of {} ended with the application; it is tried again", name, claimed.hash());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Waits a moment for what is nearly done: afterwards the database is no longer there. */
    @Override
    public void stop() {
        running = false;
        try {
            if (places.tryAcquire(parallel, PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                places.release(parallel);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
