package de.ratssaal.bench;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page of the members' application without a browser: it asks the server for the same view as a real page did, keeps the
 * WebSocket open through which changes are pushed, and notes when which ballot arrives. For the server it is a page like
 * any other; it draws nothing.
 */
final class PushedPage implements AutoCloseable {

    private static final Pattern BALLOT = Pattern.compile("/api/polls/([0-9a-f-]{36})/vote");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Instant> ballots = new ConcurrentHashMap<>();
    private final WebSocket push;

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
        push = member.client()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Receiver(this::note))
                .get(1, TimeUnit.MINUTES);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private void note(String message) {
        var found = BALLOT.matcher(message);
        while (found.find()) {
            ballots.putIfAbsent(found.group(1), Instant.now());
        }
    }

    /** When the ballot of a poll arrived, by its identifier. */
    Map<String, Instant> ballots() {
        return ballots;
    }

    @Override
    public void close() {
        push.abort();
    }

    /** Puts the parts of messages together. */
    private static final class Receiver implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();
        private final Consumer<String> whole;

        Receiver(Consumer<String> whole) {
            this.whole = whole;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                whole.accept(message.toString());
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
