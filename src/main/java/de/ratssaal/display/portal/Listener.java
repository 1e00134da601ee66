package de.ratssaal.display.portal;

import de.ratssaal.base.OneAtATime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/**
 * Somebody who follows a meeting. What is sent is written on a thread of their own: a slow line holds up nobody else, and is
 * sent the newest state next, not each one in between.
 */
final class Listener {

    private final ResponseBodyEmitter line;
    private final String language;
    private final Clock clock;
    private final Consumer<Listener> whenGone;
    private final OneAtATime writing = new OneAtATime("live listener", this::write);
    private final AtomicBoolean beats = new AtomicBoolean(true);
    private volatile Frame newest;
    private @Nullable String sent;

    /**
     * @param seen the frame that the browser has, as it says itself; may be empty
     * @param whenGone told that nothing more is written, perhaps several times
     */
    Listener(
            ResponseBodyEmitter line,
            String language,
            String seen,
            Frame now,
            Clock clock,
            Consumer<Listener> whenGone) {
        this.line = line;
        this.language = language;
        this.whenGone = whenGone;
        this.sent = seen;
        this.newest = now;
        this.clock = clock;
    }

    /** Nothing more is written to it. */
    void gone() {
        whenGone.accept(this);
    }

    /** Says what time it is and, if it is news, where the meeting stands. */
    void begin() {
        writing.ask();
    }

    void show(Frame frame) {
        newest = frame;
        writing.ask();
    }

    /** Shows both sides that the line still stands. */
    void beat() {
        beats.set(true);
        writing.ask();
    }

    /** Does not wait for a browser that does not read. */
    void end() {
        Thread.ofVirtual().name("live end").start(this::complete);
    }

    private void complete() {
        line.complete();
        gone();
    }

    private void write() {
        try {
            if (beats.getAndSet(false)) {
                line.send("event: time\ndata: %d\n\n".formatted(clock.millis()).getBytes(StandardCharsets.UTF_8));
            }
            var frame = newest;
            var written = frame.in(language);
            if (!written.id().equals(sent)) {
                line.send(written.event());
                sent = written.id();
            }
            if (frame.isOver()) {
                complete();
            }
        } catch (IOException | IllegalStateException wentAway) {
            line.completeWithError(wentAway);
            gone();
        }
    }
}
