package de.ratssaal.conference.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one browser is told, in order and aside: whoever tells it does not wait, so that a browser that takes nothing delays nobody
 * else. If too much waits for it, it is given up.
 */
final class Outbox {

    /** Characters. */
    static final int MOST = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Sends something, and waits until it is taken. */
    @FunctionalInterface
    interface Sender {

        void send(String what) throws IOException;
    }

    private final Sender sender;
    private final Runnable givenUp;
    private final Queue<String> waiting = new ArrayDeque<>();
    private int size;
    private boolean sending;
    private boolean over;
    private @Nullable Runnable end;

    /** @param givenUp is called once, if it takes nothing any more */
    Outbox(Sender sender, Runnable givenUp) {
        this.sender = sender;
        this.givenUp = givenUp;
    }

    synchronized void put(String what) {
        if (over || end != null) {
            return;
        }
        if (size + what.length() > MOST) {
            giveUp();
            return;
        }
        waiting.add(what);
        size += what.length();
        send();
    }

    /** Does this once everything was sent; nothing is put in any more. */
    synchronized void end(Runnable act) {
        if (!over && end == null) {
            end = act;
            send();
        }
    }

    private void send() {
        if (!sending) {
            sending = true;
            Thread.ofVirtual().name("outbox").start(this::sendAll);
        }
    }

    private void sendAll() {
        try {
            for (var next = next(); next != null; next = next()) {
                sender.send(next);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A line is over", e);
            synchronized (this) {
                giveUp();
            }
        }
    }

    /** @return none if there is nothing to do */
    private synchronized @Nullable String next() {
        var next = over ? null : waiting.poll();
        if (next != null) {
            size -= next.length();
            return next;
        }
        sending = false;
        if (end != null && !over) {
            over = true;
            Thread.ofVirtual().name("end of outbox").start(end);
        }
        return null;
    }

    private void giveUp() {
        if (!over) {
            over = true;
            waiting.clear();
            Thread.ofVirtual().name("end of outbox").start(end == null ? givenUp : end);
        }
    }
}
