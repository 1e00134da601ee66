package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.Acting;
import de.ratssaal.DatabaseBehindGate;
import de.ratssaal.HttpBrowser;
import de.ratssaal.VotingDevice;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = DatabaseBehindGate.class, inheritInitializers = false)
@DisplayName("A vote, seen from members' devices,")
class VoteFaultsTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    /** A request waits for the database some seconds before it says that it is away. */
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    PollConduct conduct;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @Test
    @DisplayName("counts once: a second window is told so, and a vote without the page's token is not taken")
    void secondWindow() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        var login = accounts.of(meeting.council().members(), PASSWORD).get(1);
        var phone = VotingDevice.signedIn(port, login, PASSWORD);
        var laptop = VotingDevice.signedIn(port, login, PASSWORD);
        var receipt = UUID.randomUUID();

        assertThat(phone.send(poll, Choice.YES, receipt).body()).contains("\"STORED\"", "\"YES\"");
        assertThat(phone.send(poll, Choice.YES, receipt).body()).contains("\"ALREADY_STORED\"", "\"YES\"");
        var second = laptop.send(poll, Choice.NO, UUID.randomUUID());
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Sie haben schon abgestimmt. Ihre erste Stimme zählt.");
        assertThat(new HttpBrowser(port)
                        .post("/api/polls/%s/vote".formatted(poll), java.util.Map.of())
                        .statusCode())
                .as("of a stranger")
                .isIn(401, 403);

        assertThat(close(meeting, poll)).isEqualTo(new Tally(1, 0, 0));
    }

    @Test
    @DisplayName(
            "survives a database that is gone for ten seconds: everybody is told, nothing is lost, nothing counts twice")
    void databaseGone() throws Exception {
        var meeting = TestMeeting.open(21, 20, context);
        var poll = meeting.openPoll(meeting.item());
        var logins = accounts.of(meeting.council().members().subList(0, 10), PASSWORD);
        var devices = logins.subList(2, 10).stream()
                .map(it -> VotingDevice.signedIn(port, it, PASSWORD))
                .toList();
        var member = window("member at home", Size.PHONE)
                .signIn(logins.get(1), PASSWORD)
                .open("/app/meetings/live/" + meeting.id());
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        assertThat(devices.get(0).vote(poll, Choice.YES, UUID.randomUUID()).statusCode())
                .isEqualTo(200);
        assertThat(devices.get(1).vote(poll, Choice.NO, UUID.randomUUID()).statusCode())
                .isEqualTo(200);
        assertThat(health()).isEqualTo(200);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var gone = System.nanoTime();
            DatabaseBehindGate.GATE.close();
            var answers = IntStream.range(2, 8)
                    .mapToObj(it ->
                            supplyAsync(() -> devices.get(it).vote(poll, Choice.YES, UUID.randomUUID()), threads))
                    .toList();
            member.page().locator("[data-choice=ABSTENTION]").click();
            member.page().locator(".rs-vote-confirm").click();
            chair.button("Sitzung unterbrechen").click();

            assertThat(chair.page()
                            .getByText("Das System ist gerade nicht erreichbar")
                            .first())
                    .isVisible(PATIENT);
            assertThat(member.page().getByText("Ihre Stimme ist auf diesem Gerät gesichert"))
                    .isVisible(PATIENT);
            await().atMost(ofSeconds(20)).until(() -> health() == 503);
            await("ten seconds are over")
                    .atMost(ofSeconds(20))
                    .until(() -> System.nanoTime() - gone > ofSeconds(10).toNanos());
            DatabaseBehindGate.GATE.open();

            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
            assertThat(answers)
                    .allSatisfy(it -> assertThat(it.join().statusCode()).isEqualTo(200));
        }
        assertThat(member.page().getByText("Ihre Stimme ist gespeichert").first())
                .isVisible(PATIENT);
        await().atMost(ofSeconds(20)).until(() -> health() == 200);
        assertThat(devices.stream().flatMap(it -> it.failures().stream()))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                    assertThat(answer.body()).contains("Ihre Stimme wird gesendet, sobald es wieder geht.");
                });
        assertThat(database.sql("select person_id from voting_vote where poll_id = ?")
                        .param(poll.value())
                        .query(UUID.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(meeting.council().members().subList(1, 10).stream()
                        .map(it -> it.value())
                        .toList());
        assertThat(close(meeting, poll)).isEqualTo(new Tally(7, 1, 1));
    }

    @AfterEach
    void letTheApplicationEnd() throws Exception {
        DatabaseBehindGate.GATE.open();
    }

    private Tally close(TestMeeting meeting, PollId poll) {
        var closed = Acting.as(meeting.chair(), () -> conduct.close(poll));
        assertThat(closed.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
        return closed.tally();
    }

    private int health() {
        return new HttpBrowser(port).json("/actuator/health").statusCode();
    }
}
