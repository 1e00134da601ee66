package de.ratssaal.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.TestAccounts;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in by the city's own directory, which says who somebody is and nothing else. */
@ServerTest
@DirtiesContext
class DirectoryTest {

    private static final String START = "/app/login/directory/go/city";
    private static final CityDirectory DIRECTORY = CityDirectory.start();

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts people;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    HttpBrowser browser;
    String login;
    String subject;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry settings) {
        settings.add("ratssaal.oidc.issuer", DIRECTORY::issuer);
        settings.add("ratssaal.oidc.client-id", () -> CityDirectory.CLIENT);
        settings.add("ratssaal.oidc.client-secret", () -> CityDirectory.SECRET);
    }

    @AfterAll
    static void stop() {
        DIRECTORY.close();
    }

    @BeforeEach
    void somebody() {
        DIRECTORY.answersAt("http://localhost:" + port + "/app/login/directory/back/city");
        browser = new HttpBrowser(port);
        login = people.member("ein langer Weg zum Rathaus");
        subject = "staff-" + UUID.randomUUID();
        DIRECTORY.enter(subject, new CityDirectory.Entry(login + "@lindenau.example", true));
    }

    @Test
    void theSignInPageOffersIt() {
        assertThat(browser.get("/app/login").body()).contains(START);
    }

    @Test
    void whoeverTheDirectoryVouchesForIsLetInWithoutAnyFurtherRight() {
        assertThat(signIn(browser)).endsWith("/app/");

        assertThat(isIn(browser)).isTrue();
        assertThat(people.rolesIn(
                        browser.cookie("ratssaal-session").orElseThrow().getValue()))
                .isEmpty();
    }

    @Test
    void afterTheFirstTimeTheAddressMayChange() {
        signIn(browser);
        DIRECTORY.enter(subject, new CityDirectory.Entry("new-name@lindenau.example", false));

        assertThat(signIn(new HttpBrowser(port))).endsWith("/app/");
    }

    @Test
    void anAddressThatTheDirectoryDoesNotVouchForIsNobodys() {
        DIRECTORY.enter(subject, new CityDirectory.Entry(login + "@lindenau.example", false));

        assertThat(signIn(browser)).endsWith("/app/login?directory-unknown");
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void whoeverHasNoAccountGetsNone() {
        DIRECTORY.enter(subject, new CityDirectory.Entry("stranger@lindenau.example", true));

        assertThat(signIn(browser)).endsWith("/app/login?directory-unknown");
        assertThat(isIn(browser)).isFalse();
        assertThat(browser.get("/app/login?directory-unknown").body()).contains("Verzeichnis der Stadt");
        assertThat(database.sql("select count(*) from identity_account where mail = 'stranger@lindenau.example'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverGetsAnAddressLaterDoesNotGetTheAccountOfWhoHadItBefore() {
        signIn(browser);
        subject = "successor-" + UUID.randomUUID();
        DIRECTORY.enter(subject, new CityDirectory.Entry(login + "@lindenau.example", true));
        var successor = new HttpBrowser(port);

        assertThat(signIn(successor)).endsWith("/app/login?directory-unknown");
        assertThat(isIn(successor)).isFalse();

        var administrator = people.withRoles("ein langer Weg zum Rathaus", Role.ADMINISTRATOR);
        people.as(administrator, () -> accounts.unlinkDirectory(people.idOf(login)));
        assertThat(signIn(successor)).endsWith("/app/");
    }

    @Test
    void anAddressOfTwoAccountsSaysOfNeitherWhoseItIs() {
        var other = people.member("ein langer Weg zum Rathaus");
        database.sql("update identity_account set mail = ? where login = ?")
                .params(login + "@Lindenau.example", other)
                .update();

        assertThat(signIn(browser)).endsWith("/app/login?directory-unknown");
    }

    @Test
    void aLockedAccountStaysLocked() {
        signIn(browser);
        people.close(login);
        var again = new HttpBrowser(port);

        assertThat(signIn(again)).endsWith("/app/login?directory-unknown");
        assertThat(isIn(again)).isFalse();
    }

    @Test
    void theSecretariatShowsItsSecondFactorHereToo() {
        people.grant(login, Role.SECRETARIAT);

        assertThat(signIn(browser)).endsWith("/app/login/second-factor");
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void anAnswerThatSomebodyElseAskedForIsRefused() {
        var answer = location(atDirectory(browser, location(browser.get(START))));
        var victim = new HttpBrowser(port);

        assertThat(location(victim.get(answer))).endsWith("/app/login?directory-failed");
        assertThat(isIn(victim)).isFalse();
    }

    @Test
    void anAnswerCountsOnce() {
        var answer = location(atDirectory(browser, location(browser.get(START))));
        browser.get(answer);
        var again = new HttpBrowser(port);
        browser.cookie("JSESSIONID").ifPresent(again::keep);
        people.endSessions(browser.cookie("ratssaal-session").orElseThrow().getValue());

        assertThat(location(again.get(answer))).endsWith("/app/login?directory-failed");
    }

    /** To the directory, where the person signs in, and back; where that leads. */
    private String signIn(HttpBrowser who) {
        return location(who.get(location(atDirectory(who, location(who.get(START))))));
    }

    private HttpResponse<String> atDirectory(HttpBrowser who, String address) {
        return who.send(who.request(address)
                .header(CityDirectory.SIGNS_IN, subject + ":" + CityDirectory.PASSWORD)
                .GET());
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static boolean isIn(HttpBrowser who) {
        return who.json("/api/session").statusCode() == 200;
    }
}
