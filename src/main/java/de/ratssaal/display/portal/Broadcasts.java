package de.ratssaal.display.portal;

import de.ratssaal.display.PublicMoments;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.publication.PublicMeeting;
import de.ratssaal.publication.PublicRegister;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/** The meetings that are followed on this node, and how many follow them. */
@Component
class Broadcasts {

    /** Proxies cut lines on which nothing is said for half a minute or more. */
    static final int BEAT_MILLIS = 15_000;

    /** Then the browser comes again by itself, perhaps to another node. */
    private static final Duration LONGEST_LINE = Duration.ofMinutes(30);

    /** A meeting that nobody asked for is read no longer. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    /** Before its start a meeting can be followed for so long, and after it, if it does not begin. */
    private static final Duration AROUND_START = Duration.ofHours(12);

    private final Map<MeetingId, Broadcast> running = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final PublicRegister register;
    private final PublicMoments moments;
    private final Frames frames;
    private final LiveSettings settings;
    private final Clock clock;

    Broadcasts(PublicRegister register, PublicMoments moments, Frames frames, LiveSettings settings, Clock clock) {
        this.register = register;
        this.moments = moments;
        this.frames = frames;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a published meeting stands; none if it cannot be followed now. */
    Optional<Frame> frame(PublicMeeting meeting) {
        return broadcast(meeting).map(it -> it.frame(clock.instant()));
    }

    /** What came of asking for a line. */
    sealed interface Answer {

        record Line(ResponseBodyEmitter line) implements Answer {}

        /** The meeting cannot be followed now. */
        record Nothing() implements Answer {}

        record Full() implements Answer {}
    }

    /**
     * @param address from where somebody asks
     * @param seen identifier of the frame that the browser has; may be empty
     */
    Answer listen(PublicMeeting meeting, String language, String address, String seen) {
        var broadcast = broadcast(meeting).orElse(null);
        if (broadcast == null) {
            return new Answer.Nothing();
        }
        if (!takePlace(address)) {
            return new Answer.Full();
        }
        var line = new ResponseBodyEmitter(LONGEST_LINE.toMillis());
        // an emitter that ends before it is taken over calls nobody back: whoever ends it says so as well
        var isHere = new AtomicBoolean(true);
        var listener = new Listener(line, language, seen, broadcast.frame(clock.instant()), clock, it -> {
            if (isHere.getAndSet(false)) {
                broadcast.remove(it);
                givePlaceBack(address);
            }
        });
        line.onTimeout(line::complete);
        line.onCompletion(listener::gone);
        line.onError(failure -> listener.gone());
        if (!broadcast.add(listener)) {
            listener.gone();
            return new Answer.Nothing();
        }
        return new Answer.Line(line);
    }

    private Optional<Broadcast> broadcast(PublicMeeting meeting) {
        if (!canBeFollowed(meeting)) {
            return Optional.empty();
        }
        try {
            return Optional.of(running.computeIfAbsent(
                    meeting.id(), it -> new Broadcast(meeting, moments, frames, clock.instant())));
        } catch (NoSuchElementException notPublic) {
            return Optional.empty();
        }
    }

    private boolean canBeFollowed(PublicMeeting meeting) {
        var apart = Duration.between(meeting.startsAt(), clock.instant()).abs();
        return meeting.state().isRunning() || meeting.isToCome() && apart.compareTo(AROUND_START) <= 0;
    }

    private boolean takePlace(String address) {
        if (open.incrementAndGet() > settings.listeners()) {
            open.decrementAndGet();
            return false;
        }
        if (byAddress.merge(address, 1, Integer::sum) > settings.listenersPerAddress()) {
            givePlaceBack(address);
            return false;
        }
        return true;
    }

    private void givePlaceBack(String address) {
        open.decrementAndGet();
        byAddress.computeIfPresent(address, (it, count) -> count == 1 ? null : count - 1);
    }

    int countListeners() {
        return open.get();
    }

    /** Keeps lines open, and ends what nobody follows or what is published no longer. */
    @Scheduled(fixedDelay = BEAT_MILLIS)
    void beat() {
        var now = clock.instant();
        running.values().forEach(it -> {
            var isPublished = register.meeting(it.meeting().id()).isPresent();
            if (!isPublished || it.isForgottenSince(now.minus(KEPT_FOR))) {
                running.remove(it.meeting().id(), it);
                it.close();
            } else {
                it.beat();
            }
        });
    }

    /** Before the server waits for whoever is being answered: these never end by themselves. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        running.values().forEach(Broadcast::close);
    }
}
