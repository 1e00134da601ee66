package de.ratssaal.identity;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The time by which sessions, codes and links grow old. It is the real one even in the demo, whose clock may be put
 * forward by days: nobody is signed out by that, and one-time codes go on to agree with the telephone that shows them.
 */
@Component
class RealTime {

    private final Clock clock;

    RealTime() {
        this(Clock.systemUTC());
    }

    RealTime(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }
}
