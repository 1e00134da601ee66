package de.ratssaal.identity;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Lets a test wait without waiting. */
@TestComponent
@Primary
public class TestTime extends RealTime {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    Instant now() {
        return super.now().plus(ahead);
    }

    public void pass(Duration more) {
        ahead = ahead.plus(more);
    }

    /** The time by which codes change. */
    public Instant present() {
        return now();
    }
}
