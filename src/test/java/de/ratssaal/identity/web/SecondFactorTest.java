package de.ratssaal.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.identity.AccountLetter;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.identity.TestAuthenticator;
import de.ratssaal.identity.TestMail;
import de.ratssaal.identity.TestTime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has the rights of secretariat or administrator needs more than a password. */
@ServerTest
class SecondFactorTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String CODE = "/app/login/code";
    private static final String SET_UP = "/app/login/second-factor";
    private static final Pattern KEY = Pattern.compile("rs-sign-in-secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li>([A-Z2-7-]{19})</li>");

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    JdbcClient database;

    HttpBrowser browser;
    String login;

    @BeforeEach
    void openBrowser() {
        browser = new HttpBrowser(port);
        login = accounts.withRoles(PASSWORD, Role.SECRETARIAT);
    }

    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "ADMINISTRATOR"})
    void thePasswordAloneLetsNobodyInWhoNeedsMore(Role role) {
        login = accounts.withRoles(PASSWORD, role);

        var answer = signIn(browser);

        assertThat(target(answer)).endsWith(SET_UP);
        assertThat(isIn(browser)).isFalse();
        assertThat(browser.get("/app/").statusCode()).isEqualTo(302);
    }

    @Test
    void aMemberNeedsNone() {
        login = accounts.member(PASSWORD);

        assertThat(target(signIn(browser))).endsWith("/app/");
    }

    @Test
    void setUpOnceItIsAskedForAtEverySignIn() {
        var telephone = setUp().telephone();
        assertThat(isIn(browser)).isTrue();
        time.pass(Duration.ofMinutes(1));

        var elsewhere = new HttpBrowser(port);
        assertThat(target(signIn(elsewhere))).endsWith(CODE);
        assertThat(isIn(elsewhere)).isFalse();
        assertThat(code(elsewhere, telephone.code(time.present())).statusCode()).isEqualTo(302);
        assertThat(isIn(elsewhere)).isTrue();
    }

    @Test
    void aWrongCodeSetsNothingUp() {
        signIn(browser);

        var answer = browser.submit(SET_UP, SET_UP, Map.of("code", "000000"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(isIn(browser)).isFalse();
        assertThat(target(signIn(browser))).endsWith(SET_UP);
    }

    @Test
    void aCodeThatSomebodySawBeingTypedIsWorthNothing() {
        var telephone = setUp().telephone();
        time.pass(Duration.ofMinutes(1));
        var owner = new HttpBrowser(port);
        signIn(owner);
        var seen = telephone.code(time.present());
        code(owner, seen);

        var thief = new HttpBrowser(port);
        signIn(thief);

        assertThat(code(thief, seen).statusCode()).isEqualTo(401);
        assertThat(isIn(thief)).isFalse();
    }

    @Test
    void whoeverFoundThePasswordDoesNotReplaceTheSecondFactor() {
        setUp();
        var thief = new HttpBrowser(port);
        signIn(thief);

        assertThat(target(thief.get(SET_UP))).endsWith(CODE);
        assertThat(target(thief.submit(CODE, SET_UP, Map.of("code", "123456")))).endsWith(CODE);
        assertThat(isIn(thief)).isFalse();
    }

    @Test
    void guessingCodesIsStopped() {
        var telephone = setUp().telephone();
        time.pass(Duration.ofMinutes(1));
        var thief = new HttpBrowser(port);
        signIn(thief);

        for (int guess = 0; guess < 5; guess++) {
            assertThat(code(thief, "00000" + guess).statusCode()).isEqualTo(401);
        }

        assertThat(code(thief, telephone.code(time.present())).statusCode())
                .as("not even the right one, for a while")
                .isEqualTo(429);
        assertThat(isIn(thief)).isFalse();
    }

    @Test
    void aRecoveryCodeWorksOnceAndItsOwnerHearsOfIt() {
        var recovery = setUp().recoveryCodes();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        var found = new HttpBrowser(port);
        signIn(found);

        assertThat(code(
                                found,
                                recovery.getFirst()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('-', ' '))
                        .statusCode())
                .isEqualTo(302);
        assertThat(isIn(found)).isTrue();
        mail.await(login + "@lindenau.example", AccountLetter.Kind.RECOVERY_CODE_USED);

        var again = new HttpBrowser(port);
        signIn(again);
        assertThat(code(again, recovery.getFirst()).statusCode()).isEqualTo(401);
    }

    @Test
    void halfASignInIsOverAfterTenMinutes() {
        var telephone = setUp().telephone();
        var slow = new HttpBrowser(port);
        signIn(slow);

        time.pass(Duration.ofMinutes(11));

        assertThat(target(code(slow, telephone.code(time.present())))).endsWith("/app/login?again");
        assertThat(isIn(slow)).isFalse();
    }

    @Test
    void anAccountThatIsClosedMeanwhileIsNotLetIn() {
        var telephone = setUp().telephone();
        time.pass(Duration.ofMinutes(1));
        var late = new HttpBrowser(port);
        signIn(late);

        accounts.close(login);

        assertThat(target(code(late, telephone.code(time.present())))).endsWith("/app/login?again");
        assertThat(isIn(late)).isFalse();
    }

    @Test
    void withoutThePasswordThereIsNoSecondStep() {
        assertThat(target(browser.get(CODE))).endsWith("/app/login?again");
        assertThat(target(browser.get(SET_UP))).endsWith("/app/login?again");
        assertThat(target(browser.submit("/app/login", CODE, Map.of("code", "123456"))))
                .endsWith("/app/login?again");
    }

    @Test
    void theSecretIsNotReadInTheDatabase() {
        var typed = setUp();

        var sealed = database.sql("select sealed from identity_totp where account_id = ?")
                .param(accounts.idOf(login).value())
                .query(byte[].class)
                .single();

        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(typed.telephone().plain());
        assertThat(database.sql("select count(*) from identity_recovery_code where account_id = ?")
                        .param(accounts.idOf(login).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void aRoleGrantedLaterCountsOnlyAfterASignInWithTheSecondFactor() {
        login = accounts.member(PASSWORD);
        signIn(browser);

        accounts.grant(login, Role.SECRETARIAT);
        time.pass(Duration.ofMinutes(1));

        assertThat(browser.json("/api/session").statusCode()).isEqualTo(200);
        assertThat(accounts.rolesIn(
                        browser.cookie("ratssaal-session").orElseThrow().getValue()))
                .isEmpty();
        assertThat(target(signIn(new HttpBrowser(port)))).endsWith(SET_UP);
    }

    private record Done(TestAuthenticator telephone, List<String> recoveryCodes) {}

    private Done setUp() {
        signIn(browser);
        var page = browser.get(SET_UP).body();
        var key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        var telephone = new TestAuthenticator(key.group(1));
        var answer = browser.submit(SET_UP, SET_UP, Map.of("code", telephone.code(time.present())));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Done(
                telephone,
                RECOVERY.matcher(answer.body()).results().map(it -> it.group(1)).toList());
    }

    private HttpResponse<String> signIn(HttpBrowser who) {
        return who.submit("/app/login", "/app/login", Map.of("login", login, "password", PASSWORD));
    }

    private static HttpResponse<String> code(HttpBrowser who, String code) {
        return who.submit(CODE, CODE, Map.of("code", code));
    }

    private static String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static boolean isIn(HttpBrowser who) {
        return who.json("/api/session").statusCode() == 200;
    }
}
