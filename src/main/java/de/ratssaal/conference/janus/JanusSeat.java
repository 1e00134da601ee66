package de.ratssaal.conference.janus;

import static de.ratssaal.conference.janus.JanusTrouble.ID_EXISTS;

import de.ratssaal.conference.Gateway;
import de.ratssaal.conference.GatewayRoom;
import de.ratssaal.conference.LineId;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one page has of Janus: a handle with which it sends, and one with which it receives everybody else. It sends one sound and one
 * picture, and receives what is there; nothing else can be asked for.
 *
 * <p>All of it is done by one thread, in the order in which it comes. Whatever goes wrong ends this sitting, and another one begins.
 */
final class JanusSeat implements Gateway.Seat {

    /** Names of the two parts of what a page sends. */
    static final String SOUND = "0";

    static final String PICTURE = "1";

    private static final Logger LOG = LoggerFactory.getLogger(JanusSeat.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonNode OVER = JsonMapper.shared().readTree("{\"janus\":\"over\"}");
    private static final int WAITING = 500;
    private static final int TOKEN_BYTES = 24;
    private static final long LOOK_MILLIS = 1_000;
    private static final long PAUSE_NANOS = 500_000_000;
    private static final Pattern PART = Pattern.compile("(?m)^m=(\\w+) ");
    private static final Pattern MID = Pattern.compile("(?m)^a=mid:(\\S+)");

    private final JanusGateway gateway;
    private final GatewayRoom room;
    private final LineId line;
    private final long number;
    private final Gateway.Page page;
    private final BlockingQueue<Heard> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean closed;
    private volatile @Nullable Sitting sitting;
    private long run;

    /** From the page, or from Janus on one of the handles. */
    private record Heard(@Nullable Sitting of, boolean fromPage, JsonNode what) {}

    JanusSeat(JanusGateway gateway, GatewayRoom room, LineId line, Gateway.Page page) {
        this.gateway = gateway;
        this.room = room;
        this.line = line;
        this.number = JanusGateway.number(line);
        this.page = page;
    }

    void start() {
        Thread.ofVirtual().name("seat of " + line).start(this::sit);
    }

    boolean isIn(GatewayRoom other) {
        return room.room().equals(other.room());
    }

    @Override
    public void hear(String said) {
        try {
            enqueue(new Heard(null, true, JsonMapper.shared().readTree(said)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not for the gateway", e);
        }
    }

    private void enqueue(Heard heard) {
        if (!closed && !queue.offer(heard)) {
            LOG.warn("A page says more to Janus than it can take");
            queue.clear();
            over(sitting);
        }
    }

    /** Its thread is not interrupted: it may be at the database. */
    private void over(@Nullable Sitting which) {
        queue.offer(new Heard(which, false, OVER)); // a full queue need not wake it
    }

    /** Janus has been told to let its handles go, unless it is gone: then they went with it. */
    @Override
    public void close() {
        closed = true;
        leave();
        gateway.over(line, this);
    }

    /** As {@link #close}, but it comes in again if its line still leads into the room, as when the act came to nothing. */
    void leave() {
        var now = sitting;
        if (now != null) {
            now.end();
        }
    }

    void wholePicture() {
        var now = sitting;
        if (now != null) {
            now.link.ask(now.sending, Map.of("request", "configure", "keyframe", true), null);
        }
    }

    private void sit() {
        while (!closed) {
            try {
                var now = new Sitting(gateway.connected());
                sitting = now;
                now.run();
            } catch (JanusTrouble e) {
                LOG.debug("A page is put out of Janus and comes in again", e);
            } catch (InterruptedException e) {
                LOG.debug("Interrupted", e);
            } catch (RuntimeException e) {
                LOG.warn("A page cannot be brought into Janus", e);
            }
            var last = sitting;
            sitting = null;
            if (last != null) {
                last.end();
                if (!closed && last.joined) {
                    page.tell(Map.of("lost", run));
                }
            }
            if (!closed) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** From coming in to the first thing that goes wrong. */
    private final class Sitting {

        private final JanusGateway.Connected at;
        private final JanusLink link;
        private final Set<Long> wanted = new HashSet<>();
        private final Set<Long> received = new HashSet<>();
        private volatile long sending;
        private volatile long receiving;
        private volatile boolean ended;
        private long privateId;
        private boolean awaitsAnswer;
        private boolean joined;

        Sitting(JanusGateway.Connected at) {
            this.at = at;
            this.link = at.link();
        }

        void run() throws InterruptedException {
            if (!page.isIn()) {
                return;
            }
            run++;
            queue.clear();
            sending = link.attach(it -> enqueue(new Heard(this, false, it)));
            requireOpen();
            gateway.create(at, room);
            var here = join();
            privateId = here.path("private_id").asLong();
            if (!page.isIn()) {
                return; // its room was closed while it came in
            }
            joined = true;
            page.tell(Map.of("joined", run));
            publishers(here.path("publishers"));
            while (!ended && !closed) {
                receiveMore();
                var heard = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (heard == null) {
                    continue;
                }
                if (heard.fromPage()) {
                    if (heard.what().path("run").asLong() == run) {
                        fromPage(heard.what());
                    }
                } else if (heard.of() == this) {
                    fromJanus(heard.what());
                }
            }
        }

        /** With a token that is for this one time. */
        private JsonNode join() {
            var random = new byte[TOKEN_BYTES];
            RANDOM.nextBytes(random);
            var token = HexFormat.of().formatHex(random);
            var request = Map.of(
                    "request",
                    "join",
                    "ptype",
                    "publisher",
                    "room",
                    room.number(),
                    "pin",
                    room.pin(),
                    "id",
                    number,
                    "display",
                    line.toString(),
                    "token",
                    token);
            allow("add", token);
            try {
                return data(link.get(sending, request, null));
            } catch (JanusTrouble e) {
                if (e.code() != ID_EXISTS) {
                    throw e;
                }
                gateway.kick(room, number); // what the same page had before
                return data(link.get(sending, request, null));
            } finally {
                allow("remove", token);
            }
        }

        private void allow(String action, String token) {
            var request = JanusGateway.request("allowed", room);
            request.put("action", action);
            request.put("allowed", List.of(token));
            link.get(at.handle(), request, null);
        }

        private void fromPage(JsonNode said) {
            if (said.has("publish")) {
                publish(said.path("publish").asString(""));
            } else if (said.has("answer")) {
                answered(said.path("answer").asString(""));
            } else if (said.has("candidate")) {
                candidate(said.path("of").asString(""), said.path("candidate"));
            } else if (said.has("again")) {
                throw new JanusTrouble(0, "the page begins anew");
            } else {
                throw new JanusTrouble(0, "not understood");
            }
        }

        /** Whoever may not be heard is silent before anything can flow: the page has no answer yet. */
        private void publish(String offer) {
            requireOneSoundAndPicture(offer);
            var answer = link.get(
                    sending,
                    Map.of("request", "publish", "audiocodec", "opus", "videocodec", "vp8"),
                    Map.of("type", "offer", "sdp", offer));
            link.get(at.handle(), JanusGateway.moderation(room, number, page.mayBeHeard()), null);
            page.tell(
                    Map.of("run", run, "answer", answer.path("jsep").path("sdp").asString("")));
        }

        private void candidate(String of, JsonNode candidate) {
            var handle = of.equals("sending") ? sending : receiving;
            var text = candidate.path("candidate").asString("");
            if (handle == 0 || text.contains(".local ")) { // Janus would look for that name and hold up everything
                return;
            }
            link.trickle(
                    handle,
                    text.isEmpty()
                            ? Map.of("completed", true)
                            : Map.of(
                                    "candidate", text,
                                    "sdpMid", candidate.path("sdpMid").asString(""),
                                    "sdpMLineIndex",
                                            candidate.path("sdpMLineIndex").asInt()));
        }

        private void fromJanus(JsonNode told) {
            switch (told.path("janus").asString("")) {
                case "over", "detached", "hangup" ->
                    throw new JanusTrouble(
                            0,
                            told.path("janus").asString("") + ": "
                                    + told.path("reason").asString(""));
                case "event" -> {
                    var data = data(told);
                    if (data.path("videoroom").asString("").equals("destroyed")
                            || data.path("leaving").asString("").equals("ok")) {
                        throw new JanusTrouble(0, "put out");
                    }
                    publishers(data.path("publishers"));
                    List.of("unpublished", "leaving", "kicked").forEach(it -> gone(data.path(it)));
                }
                default -> {}
            }
        }

        private void publishers(JsonNode publishers) {
            for (var it : publishers) {
                wanted.add(it.path("id").asLong());
            }
        }

        private void gone(JsonNode publisher) {
            if (publisher.isNumber()) {
                wanted.remove(publisher.asLong());
                received.remove(publisher.asLong());
            }
        }

        /** Asks for everybody who is sending; one change after the other, each with an answer of the page. */
        private void receiveMore() {
            if (awaitsAnswer) {
                return;
            }
            var more = new HashSet<>(wanted);
            more.removeAll(received);
            if (more.isEmpty()) {
                return;
            }
            var feeds = more.stream().map(it -> Map.of("feed", it)).toList();
            try {
                offer(receiving == 0 ? subscribe(feeds) : update(feeds));
                received.addAll(more);
            } catch (JanusTrouble e) {
                if (e.code() == 0) {
                    throw e;
                }
                LOG.debug("Somebody has just gone", e);
                if (received.isEmpty() && receiving != 0) {
                    link.detach(receiving);
                    receiving = 0;
                }
                more.forEach(wanted::remove);
                stillThere(more);
            }
        }

        private void stillThere(Set<Long> more) {
            for (var it : gateway.govern(JanusGateway.request("listparticipants", room))
                    .path("participants")) {
                if (more.contains(it.path("id").asLong())
                        && it.path("publisher").asBoolean()) {
                    wanted.add(it.path("id").asLong());
                }
            }
        }

        private JsonNode subscribe(List<Map<String, Long>> feeds) {
            receiving = link.attach(it -> enqueue(new Heard(this, false, it)));
            requireOpen();
            return link.get(
                    receiving,
                    Map.of(
                            "request",
                            "join",
                            "ptype",
                            "subscriber",
                            "room",
                            room.number(),
                            "pin",
                            room.pin(),
                            "private_id",
                            privateId,
                            "autoupdate",
                            false,
                            "streams",
                            feeds),
                    null);
        }

        private JsonNode update(List<Map<String, Long>> feeds) {
            return link.get(receiving, Map.of("request", "update", "subscribe", feeds), null);
        }

        private void offer(JsonNode told) {
            var sdp = told.path("jsep").path("sdp").asString("");
            if (sdp.isEmpty()) {
                return;
            }
            var streams = new ArrayList<Map<String, Object>>();
            for (var it : data(told).path("streams")) {
                if (it.path("active").asBoolean(true) && it.has("feed_display")) {
                    streams.add(Map.of(
                            "mid", it.path("mid").asString(""),
                            "line", it.path("feed_display").asString("")));
                }
            }
            awaitsAnswer = true;
            page.tell(Map.of("run", run, "offer", sdp, "streams", streams));
        }

        private void answered(String answer) {
            if (!awaitsAnswer) {
                return;
            }
            link.get(receiving, Map.of("request", "start"), Map.of("type", "answer", "sdp", answer));
            awaitsAnswer = false;
        }

        private void requireOpen() {
            if (ended || closed) {
                end();
                throw new JanusTrouble(0, "over");
            }
        }

        /** Called from anywhere. */
        void end() {
            ended = true;
            over(this);
            for (var handle : new long[] {sending, receiving}) {
                if (handle != 0) {
                    link.detach(handle);
                }
            }
        }
    }

    private static JsonNode data(JsonNode told) {
        return told.path("plugindata").path("data");
    }

    /** More parts could not be silenced by their names. */
    static void requireOneSoundAndPicture(String offer) {
        var parts = PART.matcher(offer).results().map(it -> it.group(1)).toList();
        var mids = MID.matcher(offer).results().map(it -> it.group(1)).toList();
        if (!parts.equals(List.of("audio", "video")) || !mids.equals(List.of(SOUND, PICTURE))) {
            throw new JanusTrouble(0, "not one sound and one picture: " + parts + " " + mids);
        }
    }
}
