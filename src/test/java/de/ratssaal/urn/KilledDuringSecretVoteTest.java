package de.ratssaal.urn;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.ApplicationProcess;
import de.ratssaal.MovableClock;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.VotingDevice;
import de.ratssaal.ballot.Hash;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.identity.TestAccounts;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** With more ballots: {@code ./ratssaal test KilledDuringSecretVoteTest -Dratssaal.killed.ballots=1000}. */
@DisplayName("A secret vote during which application and database are killed")
@EnabledOnOs(OS.LINUX)
class KilledDuringSecretVoteTest {

    private static final int BALLOTS = Integer.getInteger("ratssaal.killed.ballots", 24);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "goes on after the restart: every ballot that was acknowledged is in the record, once, and none beside them")
    void killed() throws Exception {
        var settings = Map.of("SERVER_PORT", Integer.toString(freePort()));
        try (var first = ApplicationProcess.start(folder, settings, "--empty")) {
            var port = first.address().getPort();
            TestVote vote;
            List<VotingDevice> devices;
            List<String> ballots;
            try (var node = node(first)) {
                node.getBean(MovableClock.class).putForwardTo(Instant.now().minus(Duration.ofDays(8)));
                vote = new TestVote(BALLOTS, BALLOTS, node).opened(BALLOTS);
                ballots = ballots(vote);
                var accounts = node.getBean(TestAccounts.class);
                devices =
                        accounts
                                .sessionsOf(accounts.of(vote.meeting.council().members(), "ein langer Weg zum Rathaus"))
                                .stream()
                                .map(it -> VotingDevice.withSession(port, it))
                                .toList();
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var acknowledged = new CountDownLatch(BALLOTS / 3);
                var answers = sent(vote, ballots, devices, acknowledged, threads);
                acknowledged.await();
                first.postgres().destroyForcibly();
                first.kill();
                try (var again = ApplicationProcess.start(folder, settings)) {
                    again.address();
                    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                            .join();
                    assertThat(answers)
                            .allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
                    for (var it = 0; it < BALLOTS; it++) {
                        assertThat(devices.get(it)
                                        .cast(vote.poll, ballots.get(it))
                                        .body())
                                .as("sent again")
                                .isEqualTo(answers.get(it).join().body());
                    }
                    recorded(vote, again, ballots);
                }
            }
        }
    }

    private static List<String> ballots(TestVote vote) {
        return IntStream.range(0, BALLOTS)
                .mapToObj(it -> vote.ballot(vote.meeting.member(it), it % 3 == 0 ? TestVote.NO : TestVote.YES))
                .toList();
    }

    private static List<CompletableFuture<HttpResponse<String>>> sent(
            TestVote vote,
            List<String> ballots,
            List<VotingDevice> devices,
            CountDownLatch acknowledged,
            ExecutorService threads) {
        return IntStream.range(0, BALLOTS)
                .mapToObj(it -> supplyAsync(
                        () -> {
                            var answer = devices.get(it).cast(vote.poll, ballots.get(it));
                            acknowledged.countDown();
                            return answer;
                        },
                        threads))
                .toList();
    }

    private static void recorded(TestVote vote, ApplicationProcess application, List<String> ballots) throws Exception {
        try (var node = node(application)) {
            var after = vote.at(node);
            after.end();
            var heads = List.of(
                    String.valueOf(after.urn().openingHead()),
                    String.valueOf(after.urn().closingHead()));
            var report = RecordVerification.verify(
                    after.archive(), new Wanted(false, true, heads, List.of(), Optional.empty()));
            assertThat(report.failure()).isEmpty();
            assertThat(report.record().trackers())
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(ballots.stream()
                            .map(it -> Hash.base64(OpenedElection.bytes(it)))
                            .toList());
        }
    }

    private static ConfigurableApplicationContext node(ApplicationProcess application) throws Exception {
        return NodeWithoutPages.on(
                application.databaseAddress(), application.databasePassword(), application.documentsKey());
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
