package de.ratssaal.conference.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.conference.Gateway;
import de.ratssaal.conference.GatewayRoom;
import de.ratssaal.conference.LineId;
import de.ratssaal.conference.RoomId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.StaticApplicationContext;

@DisplayName("The application's own Janus")
class OwnJanusTest {

    private static final JanusSettings SETTINGS =
            new JanusSettings(JanusSettings.Use.AUTO, null, "", "21000-21099", "", 0);
    private static final String LONG = "x".repeat(40);

    @TempDir
    Path data;

    private JanusGateway gateway;

    @BeforeEach
    void start() {
        JanusProgram.require();
        gateway = started(SETTINGS);
    }

    private JanusGateway started(JanusSettings settings) {
        var started = new JanusGateway(
                settings,
                new RatssaalProperties(
                        data, new RatssaalProperties.Database(null, "", ""), "http://localhost", new String[0]),
                new StaticApplicationContext());
        started.start();
        await().until(started::isThere);
        return started;
    }

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.stop();
            assertThat(JanusProgram.running()).isEmpty();
        }
    }

    private GatewayRoom room(long number) {
        return new GatewayRoom(RoomId.next(), gateway.name().orElseThrow(), number, LONG, LONG);
    }

    private URI address() throws IOException {
        var port = Files.readString(data.resolve("janus/janus.transport.websockets.jcfg"))
                .replaceAll("(?s).*ws_port = (\\d+).*", "$1");
        return URI.create("ws://127.0.0.1:" + port);
    }

    private String secret() throws IOException {
        return Files.readString(data.resolve("janus/janus.jcfg")).replaceAll("(?s).*api_secret = \"(\\w+)\".*", "$1");
    }

    private List<Long> people(GatewayRoom room) {
        var people = new ArrayList<Long>();
        try {
            gateway.govern(JanusGateway.request("listparticipants", room))
                    .path("participants")
                    .forEach(it -> people.add(it.path("id").asLong()));
        } catch (JanusTrouble e) {
            assertThat(e.code()).isEqualTo(JanusTrouble.NO_SUCH_ROOM);
        }
        return people;
    }

    /** A page as a browser has it, without sound and picture. */
    private static final class Page implements Gateway.Page {

        private final List<String> told = new CopyOnWriteArrayList<>();
        private volatile boolean in = true;

        @Override
        public void tell(Map<String, Object> what) {
            told.add(what.toString());
        }

        @Override
        public boolean isIn() {
            return in;
        }

        @Override
        public boolean mayBeHeard() {
            return false;
        }
    }

    private boolean has(GatewayRoom room) {
        return gateway.govern(Map.of("request", "exists", "room", room.number()))
                .path("exists")
                .asBoolean();
    }

    @Test
    @DisplayName("makes rooms and closes them, both of them twice; in a closed one there is nobody to put out")
    void rooms() {
        var room = room(4711);
        gateway.create(gateway.connected(), room);
        gateway.create(gateway.connected(), room);
        assertThat(has(room)).isTrue();
        gateway.putOut(room, LineId.next());
        gateway.moderate(room, Map.of(LineId.next(), false));
        gateway.keep(room, Map.of(LineId.next(), true));

        gateway.close(room);
        gateway.close(room);
        assertThat(has(room)).isFalse();
        gateway.putOut(room, LineId.next());
        gateway.keep(room, Map.of());
    }

    @Test
    @DisplayName("lets in pages with a line alone: not before, and not after their room was closed")
    void pages() {
        var room = room(4713);
        var line = LineId.next();
        var page = new Page();
        page.in = false;
        try (var seat = gateway.seat(room, line, page)) {
            await().during(Duration.ofMillis(700)).until(() -> people(room).isEmpty() && page.told.isEmpty());
            page.in = true;
            await().until(() -> page.told.contains("{joined=1}"));
            assertThat(people(room)).containsExactly(JanusGateway.number(line));

            seat.hear("{\"run\":1,\"publish\":\"v=0\"}");
            await().until(() -> page.told.contains("{lost=1}"));
            await().until(() -> page.told.contains("{joined=2}"));

            page.in = false;
            gateway.close(room);
            assertThat(people(room)).isEmpty();
            await().until(() -> page.told.contains("{lost=2}"));
            assertThat(has(room)).isFalse();
        }
    }

    @Test
    @DisplayName("puts out strangers once they were seen twice, and whose line ended at once")
    void strangers() {
        var room = room(4714);
        var known = LineId.next();
        var stranger = LineId.next();
        var page = new Page();
        var stray = new Page();
        try (var one = gateway.seat(room, known, page);
                var other = gateway.seat(room, stranger, stray)) {
            await().until(() -> people(room).size() == 2);
            stray.in = false;
            gateway.keep(room, Map.of(known, true));
            assertThat(people(room)).hasSize(2);
            gateway.keep(room, Map.of(known, true));
            await().until(() -> people(room).equals(List.of(JanusGateway.number(known))));
            assertThat(page.told).containsExactly("{joined=1}");
        }
        await().until(() -> people(room).isEmpty());
    }

    @Test
    @DisplayName(
            "can be shared: a page that comes to another server takes the place that it had, and either closes the room")
    void shared() throws Exception {
        var other = started(new JanusSettings(JanusSettings.Use.AUTO, address(), secret(), "21000-21099", "", 0));
        try {
            var room = room(4715);
            var line = LineId.next();
            var before = new Page();
            var after = new Page();
            try (var one = gateway.seat(room, line, before)) {
                await().until(() -> before.told.contains("{joined=1}"));
                before.in = false;
                try (var two = other.seat(room, line, after)) {
                    await().until(() -> after.told.contains("{joined=1}"));
                    await().until(() -> before.told.contains("{lost=1}"));
                    assertThat(people(room)).containsExactly(JanusGateway.number(line));
                    after.in = false;
                    other.close(room);
                    assertThat(has(room)).isFalse();
                }
            }
        } finally {
            other.stop();
        }
    }

    @Test
    @DisplayName("is governed by its secret alone, which only its owner can read")
    void governed() throws Exception {
        var config = Files.readString(data.resolve("janus/janus.jcfg"));
        assertThat(Files.getPosixFilePermissions(data.resolve("janus/janus.jcfg")))
                .hasSize(2);
        assertThat(config).contains("api_secret").doesNotContain("admin");
        try (var client = HttpClient.newHttpClient()) {
            assertThatExceptionOfType(JanusTrouble.class)
                    .isThrownBy(() -> JanusLink.open(client, address(), "guessed"))
                    .withMessageContaining("nauthorized");
        }
    }

    @Test
    @DisplayName("is started again when it dies, and keeps its name; an act that cannot be told fails at once")
    void startedAgain() {
        var name = gateway.name();
        var room = room(4712);
        gateway.create(gateway.connected(), room);
        JanusProgram.running().forEach(ProcessHandle::destroyForcibly);
        await().until(() -> !gateway.isThere());
        assertThatExceptionOfType(JanusTrouble.class).isThrownBy(() -> gateway.close(room));
        assertThat(gateway.reaches(room)).isTrue();

        await().until(gateway::isThere);
        assertThat(gateway.name()).isEqualTo(name);
        assertThat(has(room)).isFalse();
    }

    @Test
    @DisplayName(
            "holds up one act for a moment if it does not answer, and the next ones not at all; once it does, all is as they said")
    void silent() throws Exception {
        var room = room(4716);
        var other = room(4717);
        gateway.create(gateway.connected(), room);
        gateway.create(gateway.connected(), other);
        signal("STOP");
        var start = System.nanoTime();
        assertThatExceptionOfType(JanusTrouble.class).isThrownBy(() -> gateway.close(room));
        for (var act = 0; act < 20; act++) {
            assertThatExceptionOfType(JanusTrouble.class).isThrownBy(() -> gateway.putOut(room, LineId.next()));
        }
        assertThatExceptionOfType(JanusTrouble.class).isThrownBy(() -> gateway.close(other));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        signal("CONT");
        await().ignoreExceptions().until(() -> !has(room) && !has(other));
    }

    @Test
    @DisplayName("lets acts wait for it though it has not answered what is told in the background")
    void silentInTheBackground() throws Exception {
        var room = room(4718);
        gateway.create(gateway.connected(), room);
        signal("STOP");
        assertThatExceptionOfType(JanusTrouble.class).isThrownBy(() -> has(room));
        signal("CONT");
        gateway.close(room);
        assertThat(has(room)).isFalse();
    }

    private static void signal(String name) throws Exception {
        for (var janus : JanusProgram.running()) {
            new ProcessBuilder("kill", "-" + name, Long.toString(janus.pid()))
                    .start()
                    .waitFor();
            // it is told, and has heard it
            await().until(() -> Files.readString(Path.of("/proc/" + janus.pid() + "/stat"))
                            .replaceAll("^.*\\) ", "")
                            .startsWith("T")
                    == name.equals("STOP"));
        }
    }

    @Test
    @DisplayName("takes one sound and one picture from a page, and nothing beside them")
    void oneSoundAndOnePicture() {
        var fit = "v=0\r\nm=audio 9 X 111\r\na=mid:0\r\nm=video 9 X 96\r\na=mid:1\r\n";
        JanusSeat.requireOneSoundAndPicture(fit);
        for (var unfit : new String[] {
            "",
            fit + "m=audio 9 X 111\r\na=mid:2\r\n",
            fit.replace("a=mid:0", "a=mid:5"),
            fit.replace("m=video", "m=audio"),
            fit.replace("a=mid:1", "a=mid:0"),
            fit + "m=application 9 X y\r\na=mid:2\r\n"
        }) {
            assertThatExceptionOfType(JanusTrouble.class).isThrownBy(() -> JanusSeat.requireOneSoundAndPicture(unfit));
        }
    }
}
