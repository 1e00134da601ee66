package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
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
import java.util.List;
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

    private static final String VOTES = "**/api/polls/*/vote";

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

    @Test
    @DisplayName("that comes after the chair has closed does not count, and its member is told so; one that had been"
            + " stored before counts, and its member is told that")
    void closedWithoutNetwork() {
        var meeting = TestMeeting.open(5, 4, context);
        var poll = meeting.openPoll(meeting.item());
        var logins = accounts.of(meeting.council().members().subList(0, 4), PASSWORD);
        var room = "/app/meetings/live/" + meeting.id();
        var inTunnel = window("in a tunnel", Size.PHONE)
                .signIn(logins.get(1), PASSWORD)
                .open(room);
        var answerLost = window("answer lost", Size.PHONE)
                .signIn(logins.get(2), PASSWORD)
                .open(room);
        var reloading =
                window("reloading", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        inTunnel.offline();
        vote(inTunnel, Choice.NO);
        answerLost.page().route(VOTES, it -> {
            it.fetch();
            it.abort();
        });
        vote(answerLost, Choice.YES);
        reloading.page().route(VOTES, Route::abort);
        vote(reloading, Choice.NO);
        for (var window : List.of(inTunnel, answerLost, reloading)) {
            assertThat(window.page().getByText("Ihre Stimme ist auf diesem Gerät gesichert"))
                    .isVisible();
        }

        assertThat(close(meeting, poll)).isEqualTo(new Tally(1, 0, 0));

        assertThat(answerLost.page().locator("rs-vote-pad")).hasCount(0);
        answerLost.page().unroute(VOTES);
        inTunnel.online();
        reloading.page().unroute(VOTES);
        reloading.open(room);
        for (var late : List.of(inTunnel, reloading)) {
            assertThat(late.page().getByText("Die Abstimmung ist geschlossen. Ihre Stimme wurde nicht mehr gezählt."))
                    .isVisible(PATIENT);
            assertThat(late.page().locator("rs-vote-pad")).hasCount(0);
        }
        inTunnel.settle().assertAccessible().assertFits().wholePage("vote-came-too-late");
        assertThat(answerLost.page().getByText("Ihre Stimme ist gespeichert: Ja"))
                .isVisible(PATIENT);
        inTunnel.button("Verstanden").click();
        assertThat(inTunnel.page().getByText("Ihre Stimme wurde nicht mehr gezählt."))
                .hasCount(0);
        assertThat(database.sql("select person_id from voting_vote where poll_id = ?")
                        .param(poll.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(meeting.member(2).value());
    }

    @Test
    @DisplayName("is not sent in the name of somebody else who has signed in on the same device meanwhile")
    void somebodyElseSignedIn() {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var room = "/app/meetings/live/" + meeting.id();
        var first = window("shared device", Size.PHONE)
                .signIn(logins.get(1), PASSWORD)
                .open(room);
        first.page().route(VOTES, Route::abort);
        vote(first, Choice.NO);
        assertThat(first.page().getByText("Ihre Stimme ist auf diesem Gerät gesichert"))
                .isVisible();
        var address = first.page().url().replaceFirst("/app/.*", "");
        first.page().context().clearCookies();
        var other = first.page().context().newPage();
        other.navigate(address + "/app/login");
        other.locator("#login").fill(logins.get(2));
        other.locator("#password").fill(PASSWORD);
        other.locator("#password").press("Enter");
        other.waitForURL(url -> !url.contains("/login"));

        first.page().unroute(VOTES);

        assertThat(first.page().getByText("Sie sind abgemeldet")).isVisible(PATIENT);
        assertThat(database.sql("select count(*) from voting_vote where poll_id = ?")
                        .param(poll.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static void vote(Window member, Choice choice) {
        member.page().locator("[data-choice=%s]".formatted(choice)).click();
        member.page().locator(".rs-vote-confirm").click();
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
