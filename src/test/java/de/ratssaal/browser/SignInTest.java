package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import de.ratssaal.identity.TestAccounts;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    TestAccounts accounts;

    @Test
    void whoeverIsNotSignedInIsAskedToSignIn() {
        var stranger = window("stranger");

        stranger.open("/app");

        assertThat(stranger.page().locator("input[name=password]")).isVisible();
        stranger.assertAccessible();
    }

    @Test
    void aMemberSignsInAndOutAgain() {
        var member = window("member").signIn(accounts.member(PASSWORD), PASSWORD);
        assertThat(member.page().getByText("Erika Muster").first()).isVisible();

        member.page().getByLabel("Konto von Erika Muster").click();
        member.page().getByText("Abmelden").click();

        assertThat(member.page()).hasURL(Pattern.compile("/app/login\\?signed-out"));
        assertThat(member.page().getByText("Sie sind abgemeldet.")).isVisible();
    }
}
