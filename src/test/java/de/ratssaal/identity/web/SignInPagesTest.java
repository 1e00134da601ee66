package de.ratssaal.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.identity.TestAccounts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SignInPagesTest {

    static final String PASSWORD = "ein langer Weg zum Rathaus";

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    HttpBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = new HttpBrowser(port);
    }

    @Test
    void whoeverHasTheRightPasswordIsLetIn() {
        var login = accounts.member(PASSWORD);

        var answer = signIn(login, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/app/");
        assertThat(browser.json("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var known = signIn(accounts.member(PASSWORD), "something else entirely");
        var unknown = signIn("nobody-of-this-name", "something else entirely");

        assertThat(known.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(withoutWhatVaries(known.body())).isEqualTo(withoutWhatVaries(unknown.body()));
    }

    @Test
    void whoeverIsNotSignedInIsSentToTheSignInPageAndThenWhereTheyWanted() {
        var refused = browser.get("/app/somewhere?and=more");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/app/login");

        var answer = signIn(accounts.member(PASSWORD), PASSWORD);

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .isEqualTo("http://localhost:" + port + "/app/somewhere?and=more");
    }

    @Test
    void aProgramThatIsNotSignedInGetsAStatusRatherThanAPage() {
        var answer = browser.json("/api/session");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void aChangingRequestWithoutTheTokenIsRefused() {
        signIn(accounts.member(PASSWORD), PASSWORD);

        var answer = browser.send(browser.request("/api/session").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void thePublicSideKeepsNoSessionAndTakesNoWrites() {
        var page = browser.json("/actuator/health");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();

        assertThat(browser.post("/actuator/health", Map.of()).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> signIn(String login, String password) {
        return browser.submit("/app/login", "/app/login", Map.of("login", login, "password", password));
    }

    private static String withoutWhatVaries(String page) {
        return page.replaceAll(" value=\"[^\"]*\"", "");
    }
}
