package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.ApplicationProcess;
import de.ratssaal.MovableClock;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.VotingDevice;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.TestMeeting;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
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

@DisplayName("A vote during which the application is killed")
@EnabledOnOs(OS.LINUX)
class KilledDuringVoteTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
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
            var devices = vote.logins.subList(2, vote.logins.size()).stream()
                    .map(it -> VotingDevice.signedIn(address.getPort(), it, PASSWORD))
                    .toList();
            try (var member = window("member at home", address);
                    var chair = window("chair", address);
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                member.signIn(vote.logins.get(1), PASSWORD).open("/app/meetings/live/" + vote.meeting);
                chair.signIn(vote.logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + vote.meeting);
                var receipts = Stream.generate(UUID::randomUUID).limit(DEVICES).toList();
                var acknowledged = new CountDownLatch(BEFORE_THE_KILL);
                var answers = IntStream.range(0, DEVICES)
                        .mapToObj(it -> supplyAsync(
                                () -> {
                                    var answer = devices.get(it).vote(vote.poll, choice(it), receipts.get(it));
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
                                        .vote(vote.poll, choice(it), receipts.get(it))
                                        .body())
                                .as("sent again")
                                .contains("ALREADY_STORED");
                    }
                    assertThat(votes(again, vote.poll)).isEqualTo(expected(vote));

                    chair.button("Abstimmung schließen (17 von 20)").click();
                    assertThat(chair.page()
                                    .getByText("Ja: 12, Nein: 1, Enthaltungen: 4, Befangen: 0")
                                    .first())
                            .isVisible();
                }
            }
        }
    }

    private static Choice choice(int device) {
        return device % 4 == 0 ? Choice.ABSTENTION : Choice.YES;
    }

    private static Map<UUID, String> expected(Vote vote) {
        var expected = new HashMap<UUID, String>();
        expected.put(vote.voters.get(1), "NO");
        IntStream.range(0, DEVICES)
                .forEach(it -> expected.put(vote.voters.get(it + 2), choice(it).name()));
        return expected;
    }

    private static Map<UUID, String> votes(ApplicationProcess application, PollId poll) throws Exception {
        try (var database = application.database();
                var question =
                        database.prepareStatement("select person_id, choice from voting_vote where poll_id = ?")) {
            question.setObject(1, poll.value());
            var votes = new HashMap<UUID, String>();
            try (var rows = question.executeQuery()) {
                while (rows.next()) {
                    assertThat(votes.put(rows.getObject(1, UUID.class), rows.getString(2)))
                            .as("a second vote")
                            .isNull();
                }
            }
            return votes;
        }
    }

    /** @param logins of the first voters, the chair first */
    private record Vote(String meeting, PollId poll, List<UUID> voters, List<String> logins) {}

    /** Lets a council meet and opens a vote, by the use cases on the running application's database. */
    private static Vote prepare(ApplicationProcess application) throws Exception {
        try (var node = NodeWithoutPages.on(
                application.databaseAddress(), application.databasePassword(), application.documentsKey())) {
            node.getBean(MovableClock.class).putForwardTo(Instant.now().minus(ofDays(8)));
            var meeting = TestMeeting.open(21, 20, node);
            var poll = meeting.openPoll(meeting.item());
            var voters = meeting.council().members().subList(0, DEVICES + 2);
            return new Vote(
                    meeting.id().toString(),
                    poll,
                    voters.stream().map(it -> it.value()).toList(),
                    node.getBean(TestAccounts.class).of(voters, PASSWORD));
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
