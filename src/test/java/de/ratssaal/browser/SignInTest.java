package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInTest extends BrowserTest {

    @Test
    void whoeverIsNotSignedInIsAskedToSignIn() {
        var stranger = window("stranger");

        stranger.open("/app");

        assertThat(stranger.page().locator("input[name=password]")).isVisible();
    }
}
