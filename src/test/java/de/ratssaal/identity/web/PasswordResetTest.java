package de.ratssaal.identity.web;

import static de.ratssaal.identity.AccountLetter.Kind.CHANGED;
import static de.ratssaal.identity.AccountLetter.Kind.FORGOTTEN;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.identity.TestMail;
import de.ratssaal.identity.TestTime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class PasswordResetTest {

    private static final String OLD = "ein langer Weg zum Rathaus";
    private static final String NEW = "drei Linden vor der Brücke";

    @Value("${ratssaal.public-url}")
    String publicUrl;

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestMail mail;

    @Autowired
    TestTime time;

    HttpBrowser browser;
    String login;

    @BeforeEach
    void openBrowser() {
        browser = new HttpBrowser(port);
        login = accounts.member(OLD);
        // each test asks for letters, all from one address
        time.pass(Duration.ofHours(2));
    }

    @Test
    void whoeverForgotThePasswordChoosesANewOneWithTheLinkFromTheMail() {
        var link = askForLink(login);

        assertThat(choose(link, NEW).statusCode()).isEqualTo(302);

        assertThat(signIn(browser, OLD).statusCode()).isEqualTo(401);
        assertThat(signIn(browser, NEW).statusCode()).isEqualTo(302);
        mail.await(address(), CHANGED);
    }

    @Test
    void theMailAddressIsAsGoodAsTheLogin() {
        assertThat(choose(askForLink(" " + address().toUpperCase(java.util.Locale.ROOT)), NEW)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void theLinkWorksOnce() {
        var link = askForLink(login);
        var early = new HttpBrowser(port);
        var form = HttpBrowser.formToken(early.get(link).body());
        choose(link, NEW);

        assertThat(browser.get(link).statusCode()).isEqualTo(404);
        assertThat(early.post(link, Map.of("_csrf", form, "password", OLD + " 2", "repeated", OLD + " 2"))
                        .statusCode())
                .as("by whoever had opened it before")
                .isEqualTo(404);
        assertThat(signIn(browser, NEW).statusCode()).isEqualTo(302);
    }

    @Test
    void lookingAtTheLinkDoesNotUseItUp() {
        var link = askForLink(login);

        new HttpBrowser(port).get(link);

        assertThat(choose(link, NEW).statusCode()).isEqualTo(302);
    }

    @Test
    void theLinkWorksForAnHour() {
        var link = askForLink(login);

        time.pass(Duration.ofMinutes(61));

        assertThat(browser.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void aNewLinkEndsTheOneBefore() {
        var first = askForLink(login);
        askAgain();

        assertThat(browser.get(first).statusCode()).isEqualTo(404);
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkGoesOnWorking() {
        var link = askForLink(login);

        assertThat(choose(link, "kurz").statusCode()).isEqualTo(400);
        assertThat(choose(link, login + "!").statusCode()).isEqualTo(400);
        assertThat(choose(link, "aaaaaaaaaaaaaaaa").statusCode()).isEqualTo(400);

        assertThat(choose(link, NEW).statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverWasSignedInIsSignedOut() {
        var stranger = new HttpBrowser(port);
        signIn(stranger, OLD);

        choose(askForLink(login), NEW);

        stranger.forget("JSESSIONID");
        assertThat(stranger.json("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void thePageDoesNotTellWhetherAnAccountExists() {
        var known = ask(login).body();
        var unknown = ask("nobody-" + login).body();

        assertThat(known).isEqualTo(unknown);
    }

    @Test
    void aClosedAccountGetsNoLink() {
        accounts.close(login);

        ask(login);
        // letters of others go out meanwhile, so this one would have too
        var other = accounts.member(OLD);
        ask(other);
        mail.await(other + "@lindenau.example", FORGOTTEN);

        assertThat(mail.to(address())).isEmpty();
    }

    @Test
    void nobodysMailboxIsFilled() {
        for (int i = 0; i < 10; i++) {
            ask(login);
        }
        var other = accounts.member(OLD);
        ask(other);
        mail.await(other + "@lindenau.example", FORGOTTEN);

        assertThat(mail.to(address())).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theLinkLeadsToTheCityWhateverTheRequestSaysWhereItWasSent() {
        var page = browser.get("/app/login/forgotten").body();
        browser.send(browser.request("/app/login/forgotten")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "login=" + login + "&_csrf=" + HttpBrowser.formToken(page))));

        assertThat(mail.await(address(), FORGOTTEN).link()).asString().startsWith(publicUrl + "/");
    }

    private String address() {
        return login + "@lindenau.example";
    }

    private HttpResponse<String> ask(String typed) {
        return browser.submit("/app/login/forgotten", "/app/login/forgotten", Map.of("login", typed));
    }

    private String askForLink(String typed) {
        ask(typed);
        return pathOf(mail.await(address(), FORGOTTEN));
    }

    private void askAgain() {
        ask(login);
        org.awaitility.Awaitility.await()
                .until(() -> mail.to(address()).stream()
                                .filter(it -> it.kind() == FORGOTTEN)
                                .count()
                        == 2);
    }

    private static String pathOf(de.ratssaal.identity.AccountLetter letter) {
        return java.util.Objects.requireNonNull(letter.link()).getPath();
    }

    private HttpResponse<String> choose(String link, String password) {
        return browser.submit(link, link, Map.of("password", password, "repeated", password));
    }

    private HttpResponse<String> signIn(HttpBrowser browser, String password) {
        return browser.submit("/app/login", "/app/login", Map.of("login", login, "password", password));
    }
}
