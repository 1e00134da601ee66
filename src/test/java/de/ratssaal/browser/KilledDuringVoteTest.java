package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.ApplicationProcess;
import de.ratssaal.NodeWithoutPages;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
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

@DisplayName("A vote during which the application is killed")
@EnabledOnOs(OS.LINUX)
class KilledDuringVoteTest {

    private static final int DEVICES = 16;
    private static final int BEFORE_THE_KILL = 4;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "goes on after the restart: every acknowledged vote is there once, waiting ones arrive, the result is right")
    void killed() throws Exception {
        var settings = Map.of("SERVER_PORT", Integer.toString(freePort()));
        try (var first = ApplicationProcess.start(folder, settings, "--empty")) {
            var address = first.address();
            var vote = prepare(first);
            var devices = vote.devices(address.getPort());
            try (var member = window("member at home", address);
                    var chair = window("chair", address);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                member.signIn(vote.logins().get(1), Vote.PASSWORD).open("/app/meetings/live/" + vote.meeting());
                chair.signIn(vote.logins().getFirst(), Vote.PASSWORD).open("/app/meetings/desk/" + vote.meeting());
                var receipts = Stream.generate(UUID::randomUUID).limit(DEVICES).toList();
                var acknowledged = new CountDownLatch(BEFORE_THE_KILL);
                var answers = IntStream.range(0, DEVICES)
                        .mapToObj(it -> supplyAsync(
                                () -> {
                                    var answer = devices.get(it).vote(vote.poll(), Vote.choice(it), receipts.get(it));
                                    acknowledged.countDown();
                                    return answer;
                                },
                                threads))
                        .toList();
                acknowledged.await();

                first.kill();
                member.page().locator("[data-choice=NO]").click();
                member.page().locator(".rs-vote-confirm").click();
                assertThat(member.page().getByText("Ihre Stimme ist auf diesem Gerät gesichert"))
                        .isVisible();

                try (var again = ApplicationProcess.start(folder, settings)) {
                    again.address();
                    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                            .join();
                    assertThat(answers)
                            .allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
                    assertThat(member.page()
                                    .getByText("Ihre Stimme ist gespeichert")
                                    .first())
                            .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
                    for (var it = 0; it < DEVICES; it++) {
                        assertThat(devices.get(it)
                                        .vote(vote.poll(), Vote.choice(it), receipts.get(it))
                                        .body())
                                .as("sent again")
                                .contains("ALREADY_STORED");
                    }
                    try (var database = again.database()) {
                        assertThat(vote.stored(database)).isEqualTo(vote.expected());
                    }

                    chair.button("Abstimmung schließen (17 von 20)").click();
                    assertThat(chair.page()
                                    .getByText("Ja: 12, Nein: 1, Enthaltungen: 4, Befangen: 0")
                                    .first())
                            .isVisible();
                }
            }
        }
    }

    private static Vote prepare(ApplicationProcess application) throws Exception {
        try (var node = NodeWithoutPages.on(
                application.databaseAddress(), application.databasePassword(), application.documentsKey())) {
            return Vote.begin(node, DEVICES);
        }
    }

    private static Window window(String name, URI address) {
        return new Window(
                name,
                TestBrowser.get().newContext(new Browser.NewContextOptions().setLocale("de-DE")),
                address.toString());
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
