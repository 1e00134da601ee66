package de.ratssaal.conference.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.HttpBrowser;
import de.ratssaal.browser.BrowserTest;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.TestMeeting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The line of a browser into a conference")
class ConferenceLineTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("is opened by our own pages alone, for somebody who is signed in")
    void ownPagesOnly() {
        var meeting = TestMeeting.open(3, 1, context);
        var ada = device(meeting, 1);

        assertThat(refusal(null, origin())).isEqualTo(401);
        assertThat(refusal(ada, "https://elsewhere.example")).isEqualTo(403);
        assertThat(refusal(ada, null)).isEqualTo(403);
        ada.open().socket.abort();
    }

    @Test
    @DisplayName(
            "leads into the room with a ticket that is theirs; signals go from one to the other, and end with the room")
    void intoTheRoom() {
        var meeting = TestMeeting.open(3, 1, context);
        var ada = device(meeting, 1);
        var ben = device(meeting, 2);
        var stolen = ben.open();
        stolen.say(Map.of("type", "enter", "ticket", ada.ticket(meeting)));
        stolen.hears("REFUSED");

        var one = ada.open();
        one.say(Map.of("type", "enter", "ticket", ada.ticket(meeting)));
        var other = ben.open();
        other.say(Map.of("type", "enter", "ticket", ben.ticket(meeting)));
        var line = one.hears("ENTERED").get("line").asString();
        other.hears("ENTERED");
        other.hears(line);
        other.say(Map.of("type", "signal", "to", line, "body", "offer"));
        one.hears("offer");
        one.say(Map.of("type", "beat"));
        one.hears("BEAT");

        meeting.call(meeting.nonPublic());
        one.hears("ROOM");
        other.hears("ROOM");
        one.isClosed();
        assertThat(ada.ask(meeting).statusCode()).isEqualTo(409);
        assertThat(ada.ask(meeting).body()).contains("ALONE", "nicht öffentlich");
    }

    @Test
    @DisplayName("is one of few that lead nowhere yet; whoever opens more of them has them closed")
    void fewOutside() {
        var meeting = TestMeeting.open(3, 1, context);
        var ada = device(meeting, 1);
        var ben = device(meeting, 2);
        var few = Stream.generate(ada::open).limit(5).toList();
        ada.open().isClosed();
        few.getFirst().say(Map.of("type", "enter", "ticket", ada.ticket(meeting)));
        few.getFirst().hears("ENTERED");
        var more = ada.open();
        more.say(Map.of("type", "enter", "ticket", ada.ticket(meeting)));
        more.hears("ENTERED");
        ben.open().socket.abort();
        few.forEach(it -> it.socket.abort());
        more.socket.abort();
    }

    @Test
    @DisplayName("says nothing to a gateway where the room runs from browser to browser")
    void noGateway() {
        var meeting = TestMeeting.open(3, 1, context);
        var ada = device(meeting, 1);
        assertThat(ada.ask(meeting).body()).contains("\"gateway\":false");
        var line = ada.open();
        line.say(Map.of("type", "enter", "ticket", ada.ticket(meeting)));
        line.hears("ENTERED");
        line.say(Map.of("type", "gateway", "body", "{}"));
        line.hears("UNFIT");
    }

    @Test
    @DisplayName("ends when it says what nobody understands, too much, or anything before it is in the room")
    void unfit() {
        var meeting = TestMeeting.open(3, 1, context);
        var ada = device(meeting, 1);
        for (var said : List.of("no JSON", "{\"type\":\"beat\"}", "{\"type\":\"dance\"}", "[]")) {
            var line = ada.open();
            line.socket.sendText(said, true).join();
            line.isClosed();
        }
        var large = ada.open();
        large.socket.sendText("x".repeat(2 * ConferenceSocket.LARGEST), true);
        large.isClosed();
        var talkative = ada.open();
        talkative.say(Map.of("type", "enter", "ticket", ada.ticket(meeting)));
        talkative.hears("ENTERED");
        for (var said = 0; said < 400; said++) {
            talkative
                    .socket
                    .sendText("{\"type\":\"signal\",\"body\":\"x\"}", true)
                    .exceptionally(over -> null);
        }
        talkative.hears("UNFIT");
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private Device device(TestMeeting meeting, int member) {
        var login = accounts.of(List.of(meeting.member(member)), PASSWORD).getFirst();
        var browser = new HttpBrowser(port);
        browser.submit("/app/login", "/app/login", Map.of("login", login, "password", PASSWORD));
        return new Device(browser, browser.scriptToken());
    }

    private int refusal(@Nullable Device device, @Nullable String origin) {
        try {
            connect(device, origin, new Heard()).join().abort();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private CompletableFuture<WebSocket> connect(
            @Nullable Device device, @Nullable String origin, WebSocket.Listener listener) {
        var socket = HttpClient.newHttpClient().newWebSocketBuilder();
        if (origin != null) {
            socket.header("Origin", origin);
        }
        if (device != null) {
            socket.header("Cookie", device.cookies());
        }
        return socket.buildAsync(URI.create("ws://localhost:%d%s".formatted(port, SocketConfiguration.PATH)), listener);
    }

    /** What came on a line. */
    private static final class Heard implements WebSocket.Listener {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final StringBuilder part = new StringBuilder();
        private volatile boolean closed;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed = true;
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed = true;
        }
    }

    private record Line(WebSocket socket, Heard heard) {

        void say(Map<String, String> what) {
            socket.sendText(JsonMapper.shared().writeValueAsString(what), true).join();
        }

        JsonNode hears(String word) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> heard.texts.stream().anyMatch(it -> it.contains(word)));
            return JsonMapper.shared()
                    .readTree(heard.texts.stream()
                            .filter(it -> it.contains(word))
                            .findFirst()
                            .orElseThrow());
        }

        void isClosed() {
            await().atMost(Duration.ofSeconds(20)).until(() -> heard.closed);
        }
    }

    private final class Device {

        private final HttpBrowser browser;
        private final Map.Entry<String, String> token;

        Device(HttpBrowser browser, Map.Entry<String, String> token) {
            this.browser = browser;
            this.token = token;
        }

        String cookies() {
            return List.of("JSESSIONID", "ratssaal-session").stream()
                    .flatMap(it -> browser.cookie(it).stream())
                    .map(it -> it.getName() + "=" + it.getValue())
                    .reduce((one, other) -> one + "; " + other)
                    .orElseThrow();
        }

        Line open() {
            var heard = new Heard();
            return new Line(connect(this, origin(), heard).join(), heard);
        }

        HttpResponse<String> ask(TestMeeting meeting) {
            return browser.send(browser.request("/api/conference/meetings/%s/ticket".formatted(meeting.id()))
                    .setHeader("Accept", "application/json")
                    .header("Content-Type", "application/json")
                    .header(token.getKey(), token.getValue())
                    .POST(HttpRequest.BodyPublishers.ofString("{\"takeOver\":true,\"before\":null}")));
        }

        String ticket(TestMeeting meeting) {
            var answer = ask(meeting);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body()).get("ticket").asString();
        }
    }
}
