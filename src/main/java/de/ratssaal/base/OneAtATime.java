package de.ratssaal.base;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something whenever it is asked, on a thread of its own and never twice at once. Asked several times while it is at
 * it, it does it once more.
 */
public final class OneAtATime {

    private static final Logger LOG = LoggerFactory.getLogger(OneAtATime.class);

    private final AtomicInteger asked = new AtomicInteger();
    private final String name;
    private final Runnable work;

    /** @param name what the log calls it */
    public OneAtATime(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    /** Returns at once. */
    public void ask() {
        if (asked.getAndIncrement() == 0) {
            Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        int answered;
        do {
            answered = asked.get();
            try {
                work.run();
            } catch (RuntimeException | Error e) { // the next time it is asked it tries again
                LOG.error("{} failed", name, e);
            }
        } while (asked.addAndGet(-answered) > 0);
    }
}
