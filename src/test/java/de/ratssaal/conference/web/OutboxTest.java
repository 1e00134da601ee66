package de.ratssaal.conference.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a browser is told")
class OutboxTest {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger ends = new AtomicInteger();

    @Test
    @DisplayName("goes out in order, and then it ends; what comes later is not sent")
    void inOrder() {
        var outbox = new Outbox(sent::add, ends::incrementAndGet);
        for (var text = 0; text < 100; text++) {
            outbox.put("" + text);
        }
        outbox.end(() -> sent.add("end"));
        outbox.end(() -> sent.add("once more"));
        outbox.put("late");
        await().untilAsserted(() -> assertThat(sent).hasSize(101));
        assertThat(sent).startsWith("0", "1", "2").endsWith("99", "end");
        assertThat(ends).hasValue(0);
    }

    @Test
    @DisplayName("holds up nobody if it is not taken; if too much waits, the browser is given up once")
    void stalled() throws Exception {
        var stalled = new CountDownLatch(1);
        var outbox = new Outbox(
                it -> {
                    try {
                        stalled.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                },
                ends::incrementAndGet);
        for (var text = 0; text < 20; text++) {
            outbox.put("x".repeat(Outbox.MOST / 10));
        }
        await().untilAsserted(() -> assertThat(ends).hasValue(1));
        stalled.countDown();
    }

    @Test
    @DisplayName("is over once it cannot be sent")
    void broken() {
        var outbox = new Outbox(
                it -> {
                    throw new IOException("gone");
                },
                ends::incrementAndGet);
        outbox.put("one");
        await().untilAsserted(() -> assertThat(ends).hasValue(1));
        outbox.put("two");
        assertThat(ends).hasValue(1);
    }
}
