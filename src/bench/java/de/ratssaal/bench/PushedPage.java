package de.ratssaal.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of the members' application without a browser: it asks the server for the same view as a real page did, keeps the
 * WebSocket open through which changes are pushed, and notes when what arrives. For the server it is a page like any other; it
 * draws nothing.
 */
final class PushedPage implements AutoCloseable {

    private static final Pattern NUMBER = Pattern.compile("\"syncId\":(\\d+)");
    private static final Pattern BALLOT = Pattern.compile("/api/polls/([0-9a-f-]{36})/vote");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Instant> ballots = new ConcurrentHashMap<>();
    private final PushLine push;
    private volatile Awaited awaited = new Awaited("");
    private volatile int last;
    private volatile int missed;
    private volatile long characters;

    /** What a real page says to the server when it opens, taken down from one. */
    static final class Script {

        private volatile String init = "";
        private volatile String navigate = "";
        private volatile String push = "";

        /** Listens to a real page. */
        Script(Page page) {
            page.onRequest(request -> {
                if (request.url().contains("v-r=init")) {
                    init = request.url();
                } else if (request.url().contains("v-r=uidl")
                        && request.postData() != null
                        && request.postData().contains("ui-navigate")) {
                    navigate = request.postData();
                }
            });
            page.onWebSocket(socket -> push = socket.url());
        }

        private void requireComplete() {
            if (init.isEmpty() || navigate.isEmpty() || push.isEmpty()) {
                throw new IllegalStateException("init: %s%nnavigate: %s%npush: %s".formatted(init, navigate, push));
            }
        }
    }

    PushedPage(Member member, Script script) throws Exception {
        script.requireComplete();
        var init = URI.create(script.init);
        var config = JSON.readTree(member.get(init.getRawPath() + "?" + init.getRawQuery()))
                .get("appConfig");
        var ui = config.get("v-uiId").asInt();
        var uidl = config.get("uidl");
        var navigate = (ObjectNode) JSON.readTree(script.navigate);
        navigate.put("csrfToken", text(uidl, "Vaadin-Security-Key")).put("syncId", 0).put("clientId", 0);
        var answer = member.post(init.getRawPath() + "?v-r=uidl&v-uiId=" + ui, navigate.toString());
        if (!answer.contains("\"changes\"") || answer.contains("\"appError\"")) {
            throw new IllegalStateException("no page: " + answer.substring(0, Math.min(300, answer.length())));
        }
        note(answer);
        var address = script.push
                .replaceFirst("v-uiId=\\d+", "v-uiId=" + ui)
                .replaceFirst("v-pushId=[^&]+", "v-pushId=" + text(uidl, "Vaadin-Push-ID"));
        push = new PushLine(member, URI.create(address), this::note);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    /** Something that is to arrive. */
    private static final class Awaited {

        private final String words;
        private volatile @Nullable Instant at;

        Awaited(String words) {
            this.words = words;
        }
    }

    private void note(String message) {
        var now = Instant.now();
        var number = NUMBER.matcher(message);
        if (number.find()) {
            var at = Integer.parseInt(number.group(1));
            missed += Math.max(0, at - last - 1);
            last = at;
        }
        characters += message.length();
        var expected = awaited;
        if (expected.at == null && message.contains(expected.words)) {
            expected.at = now;
        }
        if (message.contains("/api/polls/")) {
            var found = BALLOT.matcher(message);
            while (found.find()) {
                ballots.putIfAbsent(found.group(1), now);
            }
        }
    }

    /** From now on a message with these words is waited for. */
    void expect(String words) {
        awaited = new Awaited(words);
    }

    /** When the message came that is waited for; null if it has not. */
    @Nullable Instant arrived() {
        return awaited.at;
    }

    /** How many messages the server counted that never came. */
    int missed() {
        return missed;
    }

    /** How much was said to it so far. */
    long characters() {
        return characters;
    }

    /** When the ballot of a poll arrived, by its identifier. */
    Map<String, Instant> ballots() {
        return ballots;
    }

    @Override
    public void close() throws IOException {
        push.close();
    }
}
