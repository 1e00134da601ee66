package de.ratssaal.conference.janus;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One session with Janus over its WebSocket. When it is over, so is everything that was attached to it: Janus ends a session with its
 * connection.
 */
final class JanusLink implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(JanusLink.class);
    private static final Duration PULSE = Duration.ofSeconds(10);
    private static final int LONGEST = 4 * 1_024 * 1_024;
    private static final String PLUGIN = "janus.plugin.videoroom";

    private final String secret;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();
    private final Map<Long, Consumer<JsonNode>> handles = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object sending = new Object();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private volatile @Nullable WebSocket socket;
    private long session;

    /** @param received whether that Janus has received it is the answer */
    private record Asked(CompletableFuture<JsonNode> answer, boolean received) {}

    private JanusLink(String secret) {
        this.secret = secret;
    }

    /** @throws JanusTrouble if nobody answers there, or refuses */
    static JanusLink open(HttpClient client, URI address, String secret) {
        var link = new JanusLink(secret);
        try {
            client.newWebSocketBuilder()
                    .subprotocols("janus-protocol")
                    .connectTimeout(PATIENCE)
                    .buildAsync(address, link.new Listener())
                    .thenAccept(link::take)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            link.session = await(link.say(Map.of("janus", "create"), false), PATIENCE)
                    .path("data")
                    .path("id")
                    .asLong();
            Thread.ofVirtual().name("pulse of janus").start(link::pulse);
            return link;
        } catch (ExecutionException | TimeoutException e) {
            link.close();
            throw new JanusTrouble(0, "Janus does not answer at " + address + ": " + e);
        } catch (InterruptedException e) {
            link.close();
            Thread.currentThread().interrupt();
            throw new JanusTrouble(0, "interrupted");
        } catch (RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /** Also when nobody waits for it any more. */
    private void take(WebSocket opened) {
        socket = opened;
        if (!isOpen()) {
            opened.abort();
        }
    }

    /** @param hearer of what comes from there unasked; must not wait for anything */
    long attach(Consumer<JsonNode> hearer) {
        var handle = await(say(Map.of("janus", "attach", "session_id", session, "plugin", PLUGIN), false), PATIENCE)
                .path("data")
                .path("id")
                .asLong();
        handles.put(handle, hearer);
        return handle;
    }

    void detach(long handle) {
        if (handles.remove(handle) != null && isOpen()) {
            say(of(handle, "detach"), false);
        }
    }

    /** Asks the VideoRoom. The answer is the plugin's own, with {@code jsep} where there is one. */
    CompletableFuture<JsonNode> ask(long handle, Map<String, ?> body, @Nullable Map<String, ?> jsep) {
        var message = of(handle, "message");
        message.put("body", body);
        if (jsep != null) {
            message.put("jsep", jsep);
        }
        return say(message, false).thenApply(it -> {
            var data = it.path("plugindata").path("data");
            if (data.has("error_code")) {
                throw new JanusTrouble(
                        data.path("error_code").asInt(), data.path("error").asString(""));
            }
            return it;
        });
    }

    JsonNode get(long handle, Map<String, ?> body, @Nullable Map<String, ?> jsep) {
        return await(ask(handle, body, jsep), PATIENCE);
    }

    void trickle(long handle, Map<String, ?> candidate) {
        var message = of(handle, "trickle");
        message.put("candidate", candidate);
        say(message, true);
    }

    private Map<String, Object> of(long handle, String what) {
        return new HashMap<>(Map.of("janus", what, "session_id", session, "handle_id", handle));
    }

    /** @throws JanusTrouble if it refuses or does not answer in time */
    static JsonNode await(CompletableFuture<JsonNode> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw trouble(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new JanusTrouble(0, "Janus does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JanusTrouble(0, "interrupted");
        }
    }

    private static JanusTrouble trouble(Throwable cause) {
        var inner = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        return inner instanceof JanusTrouble known ? known : new JanusTrouble(0, inner.toString());
    }

    /** Waits for nothing, not even that it is sent: whoever wants to know that it is done waits for the answer. */
    private CompletableFuture<JsonNode> say(Map<String, ?> what, boolean received) {
        var transaction = UUID.randomUUID().toString();
        var message = new HashMap<String, Object>(what);
        message.put("transaction", transaction);
        message.put("apisecret", secret);
        var answer = new CompletableFuture<JsonNode>();
        asked.put(transaction, new Asked(answer, received));
        answer.whenComplete((it, fault) -> asked.remove(transaction));
        answer.orTimeout(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        var text = JsonMapper.shared().writeValueAsString(message);
        var open = socket;
        if (open == null || !isOpen()) {
            answer.completeExceptionally(new JanusTrouble(0, "the connection with Janus is over"));
            return answer;
        }
        CompletableFuture<?> mine;
        synchronized (sending) { // one after the other, as the socket wants it
            mine = sent.thenCompose(before -> open.sendText(text, true));
            sent = mine;
        }
        mine.whenComplete((it, fault) -> {
            if (fault != null) {
                LOG.debug("Janus takes nothing", fault);
                close();
            }
        });
        return answer;
    }

    /** Janus forgets who is silent for a minute; and who does not answer is not there. */
    private void pulse() {
        while (isOpen()) {
            LockSupport.parkNanos(PULSE.toNanos());
            try {
                await(say(Map.of("janus", "keepalive", "session_id", session), true), PATIENCE);
            } catch (JanusTrouble e) {
                LOG.debug("Janus has no pulse", e);
                close();
            }
        }
    }

    boolean isOpen() {
        return over.getCount() > 0;
    }

    void awaitEnd() throws InterruptedException {
        over.await();
    }

    private void hear(String text) {
        JsonNode told;
        try {
            told = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            LOG.warn("Janus said what nobody understands", e);
            return;
        }
        var kind = told.path("janus").asString("");
        var known = asked.get(told.path("transaction").asString(""));
        if (known != null) {
            if (kind.equals("error")) {
                var error = told.path("error");
                known.answer()
                        .completeExceptionally(new JanusTrouble(
                                error.path("code").asInt(), error.path("reason").asString("")));
            } else if (!kind.equals("ack") || known.received()) {
                known.answer().complete(told);
            }
            return;
        }
        var hearer = handles.get(told.path("sender").asLong(0));
        if (hearer != null) {
            hearer.accept(told);
        }
        if (kind.equals("timeout")) {
            close();
        }
    }

    @Override
    public void close() {
        over.countDown();
        var old = socket;
        if (old != null) {
            old.abort();
        }
        var why = new JanusTrouble(0, "the connection with Janus is over");
        asked.values().forEach(it -> it.answer().completeExceptionally(why));
        var end = JsonMapper.shared().readTree("{\"janus\":\"over\"}");
        handles.values().forEach(it -> it.accept(end));
        handles.clear();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (part.length() > LONGEST) {
                close();
                return null;
            }
            if (last) {
                var text = part.toString();
                part.setLength(0);
                hear(text);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            close();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            LOG.debug("The connection with Janus broke", error);
            close();
        }
    }
}
