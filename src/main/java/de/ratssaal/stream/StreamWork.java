package de.ratssaal.stream;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.OneAtATime;
import de.ratssaal.conference.Broadcastable;
import de.ratssaal.conference.Lines;
import de.ratssaal.conference.Room;
import de.ratssaal.conference.Scene;
import de.ratssaal.conference.Taking;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.stream.media.Segment;
import de.ratssaal.stream.media.Take;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes the streams: of each stretch that goes on, one server at a time takes sound and picture of whoever is to be shown and keeps the
 * segments. Whoever may not be shown is not let through; who that is, is asked anew every second and after each change.
 */
@Component
class StreamWork {

    private static final Logger LOG = LoggerFactory.getLogger(StreamWork.class);
    private static final int LOOK_MILLIS = 1_000;

    /** So long a stretch waits for another server after its own has died. */
    private static final Duration CLAIM = Duration.ofSeconds(8);

    /** So long nothing comes from somebody before they are looked for anew. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final UUID node = UUID.randomUUID();
    private final Map<RunId, Making> making = new ConcurrentHashMap<>();
    private final Meetings meetings;
    private final Councils councils;
    private final Lines lines;
    private final Map<String, Broadcastable> sources;
    private final StreamStore store;
    private final FfmpegHere ffmpeg;
    private final StreamSettings settings;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;
    private final ChangeNotices.Watch watch;
    private final OneAtATime looking = new OneAtATime("streams", this::lookNow);
    private volatile boolean stopped;

    StreamWork(
            Meetings meetings,
            Councils councils,
            Lines lines,
            List<Broadcastable> sources,
            StreamStore store,
            FfmpegHere ffmpeg,
            StreamSettings settings,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.lines = lines;
        this.sources = sources.stream().collect(Collectors.toMap(Broadcastable::provider, Function.identity()));
        this.store = store;
        this.ffmpeg = ffmpeg;
        this.settings = settings;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
        this.watch = notices.watch(StreamFollowsMeeting.TOPIC, looking::ask);
    }

    /** Nothing else of this server waits for a program or a gateway. */
    @Scheduled(fixedDelay = LOOK_MILLIS)
    void look() {
        looking.ask();
    }

    private synchronized void lookNow() {
        if (stopped) {
            return;
        }
        access.asSystem("stream", () -> {
            var open = store.open();
            var ids = open.stream().map(StreamStore.Run::id).collect(Collectors.toSet());
            making.keySet().stream().filter(it -> !ids.contains(it)).toList().forEach(this::end);
            open.forEach(this::workAt);
        });
    }

    /** What fails in one meeting holds up no other. */
    private void workAt(StreamStore.Run run) {
        try {
            var now = clock.instant();
            if (!canMake(run) || !store.claim(run.id(), node, now, now.plus(CLAIM))) {
                end(run.id());
                return;
            }
            var mine = making.get(run.id());
            if (mine != null && !mine.take.isRunning()) {
                LOG.warn("The stream of the meeting {} broke off; it begins anew", run.meeting());
                end(run.id());
                mine = null;
            }
            if (mine == null) {
                mine = begin(run);
            }
            mine.steer();
        } catch (IOException | RuntimeException e) {
            LOG.error("The stream of the meeting {} cannot be made; it is tried again", run.meeting(), e);
            Optional.ofNullable(making.get(run.id())).ifPresent(it -> it.take.shut());
        }
    }

    /** A server that has what it needs comes first; what nobody can make is shown as such after a while. */
    private boolean canMake(StreamStore.Run run) {
        if (ffmpeg.program().isEmpty()) {
            return false;
        }
        return making.containsKey(run.id())
                || run.startedAt().plus(CLAIM).isBefore(clock.instant())
                || lines.scene(run.meeting()).flatMap(it -> source(it.room())).isPresent();
    }

    private Optional<Broadcastable> source(Room room) {
        return Optional.ofNullable(sources.get(room.provider())).filter(it -> it.canForward(room));
    }

    private Making begin(StreamStore.Run run) throws IOException {
        var folder = Files.createTempDirectory("stream");
        var made = new Making(run);
        made.take = Take.begin(
                ffmpeg.program().orElseThrow(),
                settings.format(),
                folder,
                InetAddress.getByName(settings.host()),
                made::keep);
        making.put(run.id(), made);
        return made;
    }

    private void end(RunId run) {
        Optional.ofNullable(making.remove(run)).ifPresent(Making::close);
    }

    /**
     * From this moment nothing of what is said goes into the stretch, whether or not the running act comes to stand; only when it is over is it
     * asked anew who is to be shown.
     */
    void silence(RunId run) {
        var made = making.get(run);
        if (made == null) {
            return;
        }
        made.hushed.incrementAndGet();
        made.take.shut();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    goOn(made);
                }
            });
        } else {
            goOn(made);
        }
    }

    private void goOn(Making made) {
        made.hushed.decrementAndGet();
        looking.ask();
    }

    /** As {@link #silence}, of all that this server makes. */
    void silenceAll() {
        making.keySet().forEach(this::silence);
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
        watch.close();
        Set.copyOf(making.keySet()).forEach(this::end);
        try {
            store.release(node);
        } catch (DataAccessException e) {
            LOG.debug("The database is away already", e);
        }
    }

    /** A stretch that this server makes. */
    private final class Making {

        private final StreamStore.Run run;
        private final UUID id = UUID.randomUUID();

        @SuppressWarnings("NullAway.Init") // begins with its take
        private Take take;

        private @Nullable Instant began;
        private @Nullable PersonId person;
        private Broadcastable.@Nullable Forwarding forwarding;
        private long since;
        private int source;
        private final AtomicInteger hushed = new AtomicInteger();

        Making(StreamStore.Run run) {
            this.run = run;
        }

        /** On the thread of the take. */
        void keep(Segment segment) {
            var first = began == null ? clock.instant().minus(segment.at()).minus(segment.length()) : began;
            began = first;
            try {
                store.keep(run, node, id, first.plus(segment.at()), segment);
                if (segment.at().isZero()) {
                    notices.changed(ChangeNotices.meeting(run.meeting().value()));
                }
            } catch (DataAccessException e) {
                LOG.debug("The stretch is over: a segment is thrown away", e);
            }
        }

        void steer() {
            var scene = lines.scene(run.meeting());
            var choice = choose(run.meeting(), scene);
            var shown = choice.shown;
            // whoever came back sends anew, from another place at the gateway
            var isGone = forwarding != null && take.silence().compareTo(PATIENCE) > 0 && isSince(PATIENCE);
            if (choice.person == null || !choice.person.equals(person) || isGone) {
                take.shut();
                stopForwarding();
            }
            if (choice.person != null && forwarding == null) {
                var room = scene.orElseThrow().room();
                // what another forwarding that cannot be ended goes on sending has another one
                source = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
                forwarding = source(room)
                        .flatMap(it -> it.forward(
                                room,
                                choice.person,
                                new Broadcastable.RtpTarget(
                                        settings.host(), take.soundPort(), take.picturePort(), source)))
                        .orElse(null);
                person = choice.person;
                since = System.nanoTime();
                if (forwarding == null) {
                    shown = source(room).isPresent() ? PublicStream.Shown.NOBODY : PublicStream.Shown.NOT_POSSIBLE;
                }
            }
            if (forwarding != null) {
                letUnlessHushed();
                if (take.waitsForWholePicture()) {
                    forwarding.wholePicture();
                }
            }
            if (store.shows(run.id(), shown)) {
                notices.changed(ChangeNotices.meeting(run.meeting().value()));
            }
        }

        /** An act that silences and this one wait for each other's word, not for each other. */
        private void letUnlessHushed() {
            take.let(source);
            if (hushed.get() > 0) {
                take.shut();
            }
        }

        private boolean isSince(Duration time) {
            return System.nanoTime() - since > time.toNanos();
        }

        private void stopForwarding() {
            var before = forwarding;
            forwarding = null;
            person = null;
            if (before != null) {
                before.close();
            }
        }

        private Choice choose(MeetingId id, Optional<Scene> scene) {
            var meeting = meetings.meeting(id);
            if (meeting.state() != MeetingState.OPEN) {
                return new Choice(null, PublicStream.Shown.BREAK);
            }
            var large = scene.filter(
                            it -> it.room().id().equals(run.room()) && it.room().isPublic())
                    .flatMap(it -> it.people().stream()
                            .filter(one -> one.line().equals(it.large()))
                            .findFirst())
                    // not whoever merely may be heard: who has the floor or the word, and who conducts
                    .filter(it -> it.heard()
                            && (it.hasFloor()
                                    || it.person().equals(meeting.conductedBy())
                                    || scene.get().onlySpeakerHeard()))
                    .map(Taking::person);
            if (large.isEmpty()) {
                return new Choice(null, PublicStream.Shown.NOBODY);
            }
            var needsConsent = councils.rules(meeting.organization(), meeting.day()).stream()
                    .consent();
            return needsConsent && !store.consents(large.get(), run.recorded())
                    ? new Choice(null, PublicStream.Shown.WITHHELD)
                    : new Choice(large.get(), PublicStream.Shown.SPEAKER);
        }

        void close() {
            take.shut();
            stopForwarding();
            take.close();
        }
    }

    /** @param person who is to be shown; none for nobody */
    private record Choice(@Nullable PersonId person, PublicStream.Shown shown) {}
}
