package de.ratssaal.conference.janus;

import static de.ratssaal.conference.janus.JanusTrouble.NO_SUCH_ROOM;
import static de.ratssaal.conference.janus.JanusTrouble.ROOM_EXISTS;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.conference.Broadcastable.Forwarding;
import de.ratssaal.conference.Broadcastable.RtpTarget;
import de.ratssaal.conference.Gateway;
import de.ratssaal.conference.GatewayRoom;
import de.ratssaal.conference.LineId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the connection with Janus, and Janus itself where the application runs its own: what dies is started again.
 *
 * <p>Pages never speak to it: each has a {@link JanusSeat} here, which says for it what it may say.
 */
@Component
@EnableConfigurationProperties(JanusSettings.class)
class JanusGateway implements Gateway, SmartLifecycle {

    /** An act of the meeting waits no longer. */
    private static final Duration ACT = Duration.ofMillis(1_500);

    /** So long after an act has waited in vain no other one waits. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** Away for longer, it is not waited for. */
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int STARTING_TRIES = 50;
    private static final int LOOK_MILLIS = 2_000;
    private static final int MOST_PEOPLE = 200;
    private static final int PICTURE_BITS = 600_000;
    private static final int KEY_FRAME_SECONDS = 10;
    private static final long NUMBERS = (1L << 52) - 1; // what JavaScript and JSON count exactly
    private static final Logger LOG = LoggerFactory.getLogger(JanusGateway.class);

    private final JanusSettings settings;
    private final boolean hasPages;
    private final Path folder;
    private final Optional<Path> program;
    private final Map<Long, JanusSeat> seats = new ConcurrentHashMap<>();
    private final Set<JanusForwarding> forwardings = ConcurrentHashMap.newKeySet();
    private final Map<Long, Set<Long>> strangers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable Connected connected;
    private volatile @Nullable String name;
    private volatile long awaySince;
    private volatile long patientFrom = System.nanoTime();
    private volatile @Nullable Thread keeping;
    private @Nullable OwnJanus own;

    /** @param handle through which rooms are governed */
    record Connected(JanusLink link, long handle) {}

    JanusGateway(JanusSettings settings, RatssaalProperties ratssaal, ApplicationContext context) {
        this.settings = settings;
        this.hasPages = context instanceof WebApplicationContext;
        this.folder = ratssaal.data().toAbsolutePath().resolve("janus");
        this.program = settings.address() == null ? OwnJanus.program() : Optional.empty();
    }

    // --- the connection

    @Override
    public boolean isAutoStartup() {
        return hasPages && settings.use() == JanusSettings.Use.AUTO;
    }

    @Override
    public synchronized void start() {
        if (running || settings.address() == null && program.isEmpty()) {
            return;
        }
        try {
            name = settings.address() == null ? ownName() : settings.address().toString();
        } catch (IOException e) {
            LOG.error("No gateway is used: its folder {} cannot be written", folder, e);
            return;
        }
        running = true;
        awaySince = System.nanoTime();
        keeping = Thread.ofVirtual().name("connection with janus").start(this::keep);
    }

    /** The same after the application was started anew: rooms that were open remain its own. */
    private String ownName() throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("name");
        if (!Files.exists(file)) {
            Files.writeString(file, "own " + UUID.randomUUID());
        }
        return Files.readString(file).strip();
    }

    private void keep() {
        try (var client = HttpClient.newHttpClient()) {
            var pause = FIRST_PAUSE;
            while (running) {
                try (var link = connect(client)) {
                    connected = new Connected(link, link.attach(it -> {}));
                    patientFrom = System.nanoTime();
                    LOG.info("Video conferences run over Janus: {}", where());
                    pause = FIRST_PAUSE;
                    link.awaitEnd();
                    LOG.warn("The connection with Janus is over; it is made anew");
                } catch (JanusTrouble | IOException e) {
                    LOG.warn("There is no connection with Janus: {}", e.getMessage());
                    pause = rest(pause);
                } catch (RuntimeException e) {
                    LOG.error("The connection with Janus failed; it is tried again", e);
                    pause = rest(pause);
                } catch (InterruptedException e) {
                    LOG.debug("Stopping", e);
                }
                if (connected != null) {
                    connected = null;
                    awaySince = System.nanoTime();
                }
            }
        } finally {
            endOwn();
        }
    }

    /** @return how long to rest the next time */
    private static Duration rest(Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private JanusLink connect(HttpClient client) throws IOException, InterruptedException {
        var address = settings.address();
        if (address != null) {
            return JanusLink.open(client, address, settings.secret());
        }
        var mine = own;
        if (mine == null || !mine.isAlive()) {
            mine = OwnJanus.start(program.orElseThrow(), folder, settings);
            own = mine;
        }
        for (var tries = 1; ; tries++) {
            try {
                return JanusLink.open(client, mine.address(), mine.secret());
            } catch (JanusTrouble e) {
                if (tries == STARTING_TRIES || !running || !mine.isAlive()) {
                    endOwn(); // hangs, or did not start: another one may
                    throw e;
                }
                Thread.sleep(FIRST_PAUSE.dividedBy(2));
            }
        }
    }

    private void endOwn() {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        seats.values().forEach(JanusSeat::close);
        var now = connected;
        if (now != null) {
            now.link().close();
        }
        var thread = keeping;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(MOMENT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            keeping = null;
        }
        name = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** @throws JanusTrouble if there is none at the moment */
    Connected connected() {
        var now = connected;
        if (now == null || !now.link().isOpen()) {
            throw new JanusTrouble(0, "there is no connection with Janus");
        }
        return now;
    }

    /** For people. */
    String where() {
        var address = settings.address();
        return address == null ? program.map(Path::toString).orElse("") : address.toString();
    }

    // --- rooms

    @Override
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    @Override
    public boolean isThere() {
        var now = connected;
        return running && now != null && now.link().isOpen();
    }

    @Override
    public boolean reaches(GatewayRoom room) {
        return running
                && room.gateway().equals(name)
                && (isThere() || System.nanoTime() - awaySince < MOMENT.toNanos());
    }

    @Override
    public int mostPictures() {
        return settings.picturesOn(Runtime.getRuntime().availableProcessors());
    }

    /** Random as lines are. */
    static long number(LineId line) {
        return line.value().getLeastSignificantBits() & NUMBERS;
    }

    /** Makes the room if it is not there. */
    void create(Connected at, GatewayRoom room) {
        var wanted = new HashMap<String, Object>(Map.of(
                "request",
                "create",
                "room",
                room.number(),
                "secret",
                room.secret(),
                "pin",
                room.pin(),
                "permanent",
                false,
                "is_private",
                true,
                "require_pvtid",
                true,
                "notify_joining",
                false,
                "publishers",
                MOST_PEOPLE,
                "allowed",
                List.of()));
        wanted.putAll(Map.of(
                "audiocodec",
                "opus",
                "videocodec",
                "vp8",
                "bitrate",
                PICTURE_BITS,
                "bitrate_cap",
                true,
                "fir_freq",
                KEY_FRAME_SECONDS,
                "record",
                false,
                "lock_record",
                true,
                "audiolevel_event",
                false));
        tolerating(ROOM_EXISTS, () -> at.link().get(at.handle(), wanted, null));
    }

    static Map<String, Object> request(String request, GatewayRoom room) {
        return new HashMap<>(Map.of("request", request, "room", room.number(), "secret", room.secret()));
    }

    /** In the background: whether it is answered is nothing to the acts. */
    JsonNode govern(Map<String, ?> request) {
        return JanusLink.await(asked(request), ACT).path("plugindata").path("data");
    }

    private CompletableFuture<JsonNode> asked(Map<String, ?> request) {
        var at = connected();
        return at.link().ask(at.handle(), request, null);
    }

    /** Within an act. After one that waited in vain the next ones say what they have to say, and do not wait. */
    private void tell(List<Map<String, Object>> requests, Consumer<JanusTrouble> refused) {
        var asked = requests.stream().map(this::asked).toList();
        var now = System.nanoTime();
        var waits = now - patientFrom >= 0;
        var until = waits ? now + ACT.toNanos() : now;
        for (var answer : asked) {
            try {
                JanusLink.await(answer, Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            } catch (JanusTrouble e) {
                if (e.code() == 0) {
                    if (waits) {
                        patientFrom = System.nanoTime() + SILENCE.toNanos();
                    }
                    throw e;
                }
                refused.accept(e);
            }
        }
    }

    private static void tolerating(int code, Runnable act) {
        try {
            act.run();
        } catch (JanusTrouble e) {
            if (e.code() != code) {
                throw e;
            }
        }
    }

    @Override
    public void close(GatewayRoom room) {
        strangers.remove(room.number());
        seats.values().stream().filter(it -> it.isIn(room)).forEach(JanusSeat::leave);
        tolerating(
                NO_SUCH_ROOM,
                () -> tell(List.of(request("destroy", room)), it -> {
                    throw it;
                }));
    }

    @Override
    public void putOut(GatewayRoom room, LineId line) {
        Optional.ofNullable(seats.get(number(line))).ifPresent(JanusSeat::leave);
        tell(List.of(kicking(room, number(line))), it -> LOG.debug("Was not there", it));
    }

    private static Map<String, Object> kicking(GatewayRoom room, long number) {
        var request = request("kick", room);
        request.put("id", number);
        return request;
    }

    /** In the background. */
    void kick(GatewayRoom room, long number) {
        try {
            govern(kicking(room, number));
        } catch (JanusTrouble e) {
            if (e.code() == 0) {
                throw e;
            }
            LOG.debug("Was not there", e);
        }
    }

    @Override
    public void moderate(GatewayRoom room, Map<LineId, Boolean> heard) {
        tell(moderations(room, heard), it -> LOG.debug("Sends nothing yet", it));
    }

    private static List<Map<String, Object>> moderations(GatewayRoom room, Map<LineId, Boolean> heard) {
        return heard.entrySet().stream()
                .map(it -> moderation(room, number(it.getKey()), it.getValue()))
                .toList();
    }

    static Map<String, Object> moderation(GatewayRoom room, long number, boolean heard) {
        var request = request("moderate", room);
        request.put("id", number);
        request.put("mid", JanusSeat.SOUND);
        request.put("mute", !heard);
        return request;
    }

    @Override
    public void keep(GatewayRoom room, Map<LineId, Boolean> heard) {
        var known = new HashSet<Long>();
        heard.keySet().forEach(it -> known.add(number(it)));
        Set<Long> unknown = new HashSet<>();
        try {
            for (var it : govern(request("listparticipants", room)).path("participants")) {
                unknown.add(it.path("id").asLong());
            }
        } catch (JanusTrouble e) {
            if (e.code() != NO_SUCH_ROOM) {
                throw e;
            }
        }
        unknown.removeAll(known);
        // who has just come may be in the room before the list of who belongs there names them
        var before = strangers.put(room.number(), unknown);
        if (before != null) {
            unknown.stream().filter(before::contains).forEach(it -> kick(room, it));
        }
        for (var answer : moderations(room, heard).stream().map(this::asked).toList()) {
            try {
                JanusLink.await(answer, ACT);
            } catch (JanusTrouble e) {
                if (e.code() == 0) {
                    throw e;
                }
                LOG.debug("Sends nothing yet", e);
            }
        }
    }

    // --- pages

    @Override
    public Seat seat(GatewayRoom room, LineId line, Page page) {
        var seat = new JanusSeat(this, room, line, page);
        Optional.ofNullable(seats.put(number(line), seat)).ifPresent(JanusSeat::close);
        seat.start();
        return seat;
    }

    void over(LineId line, JanusSeat seat) {
        seats.remove(number(line), seat);
    }

    // --- elsewhere

    @Override
    public Optional<Forwarding> forward(GatewayRoom room, LineSource line, RtpTarget to) {
        var forwarding = new JanusForwarding(this, room, line, to);
        if (!forwarding.begin()) {
            return Optional.empty();
        }
        forwardings.add(forwarding);
        return Optional.of(forwarding);
    }

    void over(JanusForwarding forwarding) {
        forwardings.remove(forwarding);
    }

    /** Asks who sends for a whole picture. If they sit elsewhere, the room does every few seconds. */
    void wholePicture(LineId line) {
        Optional.ofNullable(seats.get(number(line))).ifPresent(JanusSeat::wholePicture);
    }

    @Scheduled(fixedDelay = LOOK_MILLIS)
    void keepForwardings() {
        if (isThere()) {
            forwardings.forEach(JanusForwarding::keep);
        }
    }
}
