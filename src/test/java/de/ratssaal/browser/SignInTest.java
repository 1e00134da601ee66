package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.DemoLogins;
import de.ratssaal.identity.NewAccount;
import de.ratssaal.identity.TestAccounts;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    TestAccounts accounts;

    @Autowired
    DemoLogins demo;

    @Autowired
    Access access;

    @Test
    void whoeverIsNotSignedInIsAskedToSignIn() {
        var stranger = window("stranger");

        stranger.open("/app");

        assertThat(stranger.page().locator("input[type=password]")).isVisible();
        stranger.assertAccessible();
    }

    @Test
    void inTheDemoOneClickIsEnough() {
        access.asSystem(
                "test",
                () -> demo.register(
                        new NewAccount("demo-" + UUID.randomUUID(), "Dr. Ute Abendroth", null, null, List.of()),
                        "Sitzungsdienst"));
        var newcomer = window("newcomer").open("/app/login");
        newcomer.assertAccessible().wholePage("sign-in-demo");

        newcomer.button("Dr. Ute Abendroth Sitzungsdienst").click();

        assertThat(newcomer.page().getByText("Dr. Ute Abendroth").first()).isVisible();
        assertThat(newcomer.page().getByText("Demo – nichts hier ist echt")).isVisible();
    }

    @Test
    void aMemberSignsInAndOutAgain() {
        var member = window("member").signInOnPage(accounts.member(PASSWORD), PASSWORD);
        assertThat(member.page().getByText("Erika Muster").first()).isVisible();

        member.page().getByLabel("Konto von Erika Muster").click();
        member.page().getByText("Abmelden").click();

        assertThat(member.page()).hasURL(Pattern.compile("/app/login\\?signed-out"));
        assertThat(member.page().getByText("Sie sind abgemeldet.")).isVisible();
    }
}
