package de.ratssaal.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.base.StartNotice;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.identity.TestTime;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation that nobody administers yet is opened with a link that only its start shows. */
@ServerTest
class FirstAdministratorTest {

    private static final String PASSWORD = "drei Linden vor der Brücke";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("firstAdministratorNotice")
    StartNotice start;

    HttpBrowser browser;
    String login;

    @BeforeEach
    void nobodyAdministersYet() {
        database.sql("delete from identity_role_grant where role = 'ADMINISTRATOR'")
                .update();
        browser = new HttpBrowser(port);
        login = "first" + UUID.randomUUID();
    }

    @Test
    void theLinkFromTheStartMakesTheAccountAndTheNextStepIsTheSecondFactor() {
        assertThat(create(link()).statusCode()).isEqualTo(302);

        var answer = browser.submit("/app/login", "/app/login", Map.of("login", login, "password", PASSWORD));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/app/login/second-factor");
        assertThat(start.lines()).as("at the next start").isEmpty();
    }

    @Test
    void theLinkWorksOnce() {
        var link = link();
        var early = new HttpBrowser(port);
        var form = HttpBrowser.formToken(early.get(link).body());
        create(link);

        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        login = "second" + UUID.randomUUID();
        assertThat(early.post(link, fields(form)).statusCode())
                .as("by whoever had opened it before")
                .isEqualTo(404);
        // not even if the administrator is gone again: a new start shows a new link
        database.sql("delete from identity_role_grant where role = 'ADMINISTRATOR'")
                .update();
        assertThat(early.post(link, fields(form)).statusCode()).isEqualTo(404);
    }

    @Test
    void onceThereIsAnAdministratorTheLinkIsWorthNothing() {
        var link = link();
        var form = HttpBrowser.formToken(browser.get(link).body());

        accounts.withRoles(PASSWORD, Role.ADMINISTRATOR);

        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(browser.post(link, fields(form)).statusCode()).isEqualTo(404);
        assertThat(start.lines()).isEmpty();
    }

    @Test
    void theLinkWorksForADay() {
        var link = link();

        time.pass(Duration.ofHours(25));

        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void aNewStartEndsTheLinkBefore() {
        var before = link();
        link();

        assertThat(browser.get(before).statusCode()).isEqualTo(404);
    }

    @Test
    void aWeakPasswordOrAWrongAddressIsRefusedAndTheLinkGoesOnWorking() {
        var link = link();

        assertThat(browser.submit(link, link, with("password", "kurz", "repeated", "kurz"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.submit(link, link, with("repeated", "something else"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.submit(link, link, with("mail", "nowhere")).statusCode())
                .isEqualTo(400);
        assertThat(browser.submit(link, link, with("login", "../..")).statusCode())
                .isEqualTo(400);

        assertThat(create(link).statusCode()).isEqualTo(302);
    }

    @Test
    void aGuessedLinkAndALinkForAPasswordAreNoWayIn() {
        link();
        assertThat(browser.get("/app/login/first-administrator/guessed").statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/app/login/password/" + link().substring("/app/login/first-administrator/".length()))
                        .statusCode())
                .isEqualTo(404);
    }

    private String link() {
        var lines = start.lines();
        assertThat(lines).hasSize(2);
        return URI.create(lines.getLast()).getPath();
    }

    private HttpResponse<String> create(String link) {
        return browser.submit(link, link, with());
    }

    private Map<String, String> fields(String formToken) {
        return with("_csrf", formToken);
    }

    private Map<String, String> with(String... changed) {
        var fields = new java.util.HashMap<>(Map.of(
                "login", login,
                "name", "Erika Muster",
                "mail", "erika@lindenau.example",
                "password", PASSWORD,
                "repeated", PASSWORD));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return fields;
    }
}
