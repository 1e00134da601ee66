package de.ratssaal.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.identity.TestTime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SessionsTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String SERVERS_COOKIE = "JSESSIONID";
    private static final String KEPT_COOKIE = "ratssaal-session";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTime time;

    HttpBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new HttpBrowser(port);
    }

    @Test
    void aSessionOutlivesARestartOfTheServer() {
        signIn(browser, accounts.member(PASSWORD));

        browser.forget(SERVERS_COOKIE);

        assertThat(status(browser)).isEqualTo(200);
    }

    @Test
    void whoeverCopiedTheCookieSignsBothOut() {
        signIn(browser, accounts.member(PASSWORD));
        var thief = new HttpBrowser(port);
        thief.keep(browser.cookie(KEPT_COOKIE).orElseThrow());
        browser.forget(SERVERS_COOKIE);
        assertThat(status(browser)).isEqualTo(200);

        time.pass(Duration.ofMinutes(2));

        assertThat(status(thief)).isEqualTo(401);
        browser.forget(SERVERS_COOKIE);
        assertThat(status(browser)).isEqualTo(401);
    }

    @Test
    void requestsThatABrowserSentTogetherMayShowTheTokenBefore() {
        signIn(browser, accounts.member(PASSWORD));
        var together = new HttpBrowser(port);
        together.keep(browser.cookie(KEPT_COOKIE).orElseThrow());
        browser.forget(SERVERS_COOKIE);

        assertThat(status(browser)).isEqualTo(200);
        assertThat(status(together)).isEqualTo(200);
    }

    @Test
    void aPlantedSessionNumberIsNotKept() {
        browser.get("/app/login");
        var planted = browser.cookie(SERVERS_COOKIE).orElseThrow().getValue();

        signIn(browser, accounts.member(PASSWORD));

        assertThat(browser.cookie(SERVERS_COOKIE).orElseThrow().getValue()).isNotEqualTo(planted);
    }

    @Test
    void cookiesAreKeptFromScripts() {
        var answer = signIn(browser, accounts.member(PASSWORD));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(it).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void afterSigningOutACopiedCookieIsWorthNothing() {
        signIn(browser, accounts.member(PASSWORD));
        var copy = new HttpBrowser(port);
        copy.keep(browser.cookie(KEPT_COOKIE).orElseThrow());
        copy.keep(browser.cookie(SERVERS_COOKIE).orElseThrow());

        accounts.endSessions(browser.cookie(KEPT_COOKIE).orElseThrow().getValue());

        await().atMost(Duration.ofSeconds(10)).until(() -> status(copy) == 401);
    }

    @Test
    void aClosedAccountIsSignedOutWithinAMinute() {
        var login = accounts.member(PASSWORD);
        signIn(browser, login);

        accounts.close(login);
        time.pass(Duration.ofMinutes(1));

        assertThat(status(browser)).isEqualTo(401);
        assertThat(signIn(new HttpBrowser(port), login).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHours() {
        signIn(browser, accounts.member(PASSWORD));

        time.pass(Duration.ofHours(13));

        assertThat(status(browser)).isEqualTo(401);
    }

    @Test
    void guessingIsStoppedAndTheRightPasswordDoesNotHelpMeanwhile() {
        var login = accounts.member(PASSWORD);

        for (int guess = 0; guess < 5; guess++) {
            assertThat(signIn(browser, login, "guess " + guess).statusCode()).isEqualTo(401);
        }

        assertThat(signIn(browser, login, "guess 5").statusCode()).isEqualTo(429);
        assertThat(signIn(browser, login).statusCode()).isEqualTo(429);
        time.pass(Duration.ofMinutes(15));
        assertThat(signIn(browser, login).statusCode()).isEqualTo(302);
    }

    @Test
    void aNameThatDoesNotExistIsStoppedInTheSameWay() {
        for (int guess = 0; guess < 5; guess++) {
            signIn(browser, "no-such-name", "guess " + guess);
        }

        assertThat(signIn(browser, "no-such-name", "guess 5").statusCode()).isEqualTo(429);
        assertThat(signIn(browser, "NO-SUCH-NAME ", "guess 6").statusCode())
                .as("written otherwise it is the same name")
                .isEqualTo(429);
    }

    private HttpResponse<String> signIn(HttpBrowser browser, String login) {
        return signIn(browser, login, PASSWORD);
    }

    private static HttpResponse<String> signIn(HttpBrowser browser, String login, String password) {
        return browser.submit("/app/login", "/app/login", Map.of("login", login, "password", password));
    }

    private static int status(HttpBrowser browser) {
        return browser.json("/api/session").statusCode();
    }
}
