package de.ratssaal.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo city. It can be put forward, so that a newcomer need not wait days for the meeting they planned. At
 * the first start it begins in the past and runs ahead through what the city has done since.
 * There is no such clock outside the demo.
 */
@Component
@Profile("demo")
public class DemoClock extends Clock {

    private final Clock real;
    private final ZoneId zone;
    private final Path kept;
    private volatile Duration ahead;

    @org.springframework.beans.factory.annotation.Autowired
    DemoClock(RatssaalProperties settings) {
        this(Clock.systemUTC(), settings.data().resolve("demo-clock"));
    }

    DemoClock(Clock real, Path kept) {
        this.real = real;
        this.zone = real.getZone();
        this.kept = kept;
        this.ahead = read(kept);
    }

    /** Puts the clock forward to a moment; it is never put back. */
    public synchronized void putForwardTo(Instant moment) {
        var needed = Duration.between(real.instant(), moment);
        if (needed.compareTo(ahead) > 0) {
            ahead = needed;
            write();
        }
    }

    /** Lets the demo city's story begin so long ago, unless the clock was set before. */
    synchronized void beginBefore(Duration past) {
        if (!Files.exists(kept)) {
            ahead = past.negated();
            write();
        }
    }

    /** The story has arrived in the present. */
    synchronized void arrive() {
        if (ahead.isNegative()) {
            ahead = Duration.ZERO;
            write();
        }
    }

    /** The moment at which the demo city's story arrives in the present, while it is still being told. */
    public Instant present() {
        return ahead.isNegative() ? real.instant() : instant();
    }

    /** How far the demo's time is ahead of the real one; negative while the city's story is being told. */
    public Duration ahead() {
        return ahead;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(real.withZone(other), ahead);
    }

    private void write() {
        try {
            Files.createDirectories(kept.toAbsolutePath().getParent());
            Files.writeString(kept, ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration read(Path kept) {
        try {
            return Files.exists(kept) ? Duration.parse(Files.readString(kept).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
