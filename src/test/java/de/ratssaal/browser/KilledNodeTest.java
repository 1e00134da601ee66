package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import de.ratssaal.ApplicationProcess;
import de.ratssaal.Nginx;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.TestDatabase;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayName("Two nodes behind nginx, of which one is killed in an open vote")
@EnabledOnOs(OS.LINUX)
class KilledNodeTest {

    private static final int DEVICES = 16;
    private static final int BEFORE_THE_KILL = 4;

    @TempDir
    Path folder;

    @Test
    @DisplayName("its users are back on the other one, still signed in, and every vote counts once")
    void killed() throws Exception {
        assumeTrue(Nginx.program().isPresent(), "nginx is missing");
        var database = TestDatabase.fresh();
        var port = freePort();
        var portOfA = freePort();
        var portOfB = freePort();
        try (var a = node(database, portOfA, "--empty")) {
            a.address();
            try (var b = node(database, portOfB);
                    var nginx = Nginx.before(Files.createDirectory(folder.resolve("nginx")), port, portOfA, portOfB)) {
                b.address();
                var vote = prepare(database, a);
                var devices = vote.devices(port);
                try (var chair = window("chair", port, "a");
                        var onB = window("member on the other node", port, "b");
                        var onA = window("member on the same node", port, "a");
                        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    chair.signIn(vote.logins().getFirst(), Vote.PASSWORD).open("/app/meetings/desk/" + vote.meeting());
                    onB.signIn(vote.logins().get(1), Vote.PASSWORD).open("/app/meetings/live/" + vote.meeting());
                    onA.signIn(vote.logins().get(2), Vote.PASSWORD).open("/app/meetings/live/" + vote.meeting());
                    var receipts =
                            Stream.generate(UUID::randomUUID).limit(DEVICES).toList();
                    var acknowledged = new CountDownLatch(BEFORE_THE_KILL);
                    var answers = IntStream.range(0, DEVICES)
                            .mapToObj(it -> supplyAsync(
                                    () -> {
                                        var answer =
                                                devices.get(it).vote(vote.poll(), Vote.choice(it), receipts.get(it));
                                        acknowledged.countDown();
                                        return answer;
                                    },
                                    threads))
                            .toList();
                    acknowledged.await();

                    a.kill();
                    var killed = System.nanoTime();
                    for (var member : List.of(onA, onB)) {
                        member.page().locator("[data-choice=NO]").click();
                        member.page().locator(".rs-vote-confirm").click();
                        assertThat(member.page()
                                        .getByText("Ihre Stimme ist gespeichert")
                                        .first())
                                .isVisible();
                    }
                    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                            .join();
                    assertThat(answers)
                            .allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
                    assertThat(chair.button("Abstimmung schließen (18 von 20)")).isVisible();
                    LoggerFactory.getLogger(KilledNodeTest.class)
                            .info(
                                    "All are back {} ms after the kill",
                                    Duration.ofNanos(System.nanoTime() - killed).toMillis());
                    assertThat(chair.page()).hasURL(address(port) + "/app/meetings/desk/" + vote.meeting());
                    try (var connection = DriverManager.getConnection(database, "postgres", "")) {
                        assertThat(vote.stored(connection)).isEqualTo(vote.expected());
                    }

                    chair.button("Abstimmung schließen (18 von 20)").click();
                    var result = "Ja: 12, Nein: 2, Enthaltungen: 4, Befangen: 0";
                    for (var window : List.of(chair, onA, onB)) {
                        assertThat(window.page().getByText(result).first()).isVisible();
                    }
                }
            }
        }
    }

    private ApplicationProcess node(String database, int port, String... options) {
        var settings = new HashMap<>(Map.of(
                "RATSSAAL_DB_URL", database, "RATSSAAL_DB_USER", "postgres", "SERVER_PORT", Integer.toString(port)));
        return ApplicationProcess.start(folder.resolve("data"), settings, options);
    }

    private static Vote prepare(String database, ApplicationProcess application) throws Exception {
        try (var node = NodeWithoutPages.on(database, "", application.documentsKey())) {
            return Vote.begin(node, 3, DEVICES);
        }
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    private static Window window(String name, int port, String node) {
        var context = TestBrowser.get().newContext(new Browser.NewContextOptions().setLocale("de-DE"));
        context.addCookies(List.of(new Cookie(Nginx.COOKIE, node).setUrl(address(port))));
        return new Window(name, context, address(port));
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
