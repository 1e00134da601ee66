package de.ratssaal.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A claim on a piece of work that is renewed, on a thread of its own, as long as the work goes on. If the database is away
 * meanwhile it tries again until the work is done: a short fault takes nobody's work away.
 *
 * <pre>{@code
 * try (var lease = Lease.keep("packet " + id, CLAIM, clock, until -> store.renew(id, node, until))) {
 *     …
 * }
 * }</pre>
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    /** Makes the claim hold until a moment. */
    @FunctionalInterface
    public interface Renewal {

        /** @return whether the work is still ours; if not, it is renewed no more */
        boolean until(Instant moment);
    }

    private final CountDownLatch done = new CountDownLatch(1);
    private final String what;
    private final Duration length;
    private final Clock clock;
    private final Renewal renewal;
    private volatile boolean lost;

    private Lease(String what, Duration length, Clock clock, Renewal renewal) {
        this.what = what;
        this.length = length;
        this.clock = clock;
        this.renewal = renewal;
    }

    /**
     * @param what is worked at, for the log
     * @param length for how long the claim holds each time; it is renewed four times as often
     */
    public static Lease keep(String what, Duration length, Clock clock, Renewal renewal) {
        var lease = new Lease(what, length, clock, renewal);
        Thread.ofVirtual().name("lease").start(lease::renew);
        return lease;
    }

    /** Whether somebody else has the work by now, so that what comes of it here counts no more. */
    public boolean isLost() {
        return lost;
    }

    // Never interrupted: an interrupt in the middle of a question to the database would break its connection.
    private void renew() {
        var pause = length.dividedBy(4).toMillis();
        try {
            while (!lost && !done.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    lost = !renewal.until(clock.instant().plus(length));
                } catch (RuntimeException e) {
                    LOG.warn("The claim on {} could not be renewed; it is tried again", what, e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends
        }
    }

    /** The work is over, well or not. */
    @Override
    public void close() {
        done.countDown();
    }
}
