package de.ratssaal.conference.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.conference.GatewayRoom;
import de.ratssaal.conference.LineId;
import de.ratssaal.conference.RoomId;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        gateway = new JanusGateway(
                SETTINGS,
                new RatssaalProperties(
                        data, new RatssaalProperties.Database(null, "", ""), "http://localhost", new String[0]),
                new StaticApplicationContext());
        gateway.start();
        await().until(gateway::isThere);
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
    @DisplayName("is governed by its secret alone, which only its owner can read")
    void secret() throws Exception {
        var config = Files.readString(data.resolve("janus/janus.jcfg"));
        assertThat(Files.getPosixFilePermissions(data.resolve("janus/janus.jcfg")))
                .hasSize(2);
        assertThat(config).contains("api_secret").doesNotContain("admin");
        var port = Files.readString(data.resolve("janus/janus.transport.websockets.jcfg"))
                .replaceAll("(?s).*ws_port = (\\d+).*", "$1");
        try (var client = HttpClient.newHttpClient()) {
            assertThatExceptionOfType(JanusTrouble.class)
                    .isThrownBy(() -> JanusLink.open(client, URI.create("ws://127.0.0.1:" + port), "guessed"))
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
