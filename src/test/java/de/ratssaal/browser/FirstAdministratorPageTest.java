package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import de.ratssaal.ApplicationProcess;
import de.ratssaal.identity.TestAuthenticator;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever installs the application")
@EnabledOnOs(OS.LINUX)
class FirstAdministratorPageTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final Pattern LINK = Pattern.compile("(/app/login/first-administrator/\\S+)");

    @TempDir
    Path folder;

    @Test
    @DisplayName("becomes the first administrator by the printed link, with a second factor, and no other way")
    void byThePrintedLink() throws Exception {
        var port = freePort();
        var settings = Map.of("SERVER_PORT", port, "RATSSAAL_PUBLIC_URL", "http://localhost:" + port);
        try (var application = ApplicationProcess.start(folder, settings, "--empty")) {
            var address = application.address();
            var link = await("the link is printed")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> LINK.matcher(application.output()), java.util.regex.Matcher::find)
                    .group(1);
            try (var administrator = window("administrator", address);
                    var stranger = window("stranger", address)) {
                stranger.open("/app/login");
                assertThat(stranger.page().getByText("Willkommen im Ratssaal")).hasCount(0);
                var page = administrator.open(link).page();
                administrator.assertAccessible().screenshot("first-administrator");
                administrator.resize(Size.PHONE).assertFits().assertAccessible();

                page.locator("#name").fill("Ada Amtlich");
                page.locator("#login").fill("ada");
                page.locator("#password").fill(PASSWORD);
                page.locator("#repeated").fill("etwas anderes als das");
                administrator.button("Konto anlegen").click();
                assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                        .isVisible();
                assertThat(page.locator("#name")).hasValue("Ada Amtlich");
                page.locator("#password").fill(PASSWORD);
                page.locator("#repeated").fill(PASSWORD);
                administrator.button("Konto anlegen").click();
                assertThat(page).hasURL(Pattern.compile("/app/login\\?created"));
                administrator.assertAccessible();

                stranger.open(link);
                assertThat(stranger.page().locator("#password")).hasCount(0);
                stranger.assertAccessible();

                page.locator("#login").fill("ada");
                page.locator("#password").fill(PASSWORD);
                page.locator("#password").press("Enter");
                var telephone =
                        new TestAuthenticator(page.locator(".rs-sign-in-secret").textContent());
                administrator.assertFits().assertAccessible().screenshot("second-factor");
                page.locator("#code").fill("000000");
                page.locator("#code").press("Enter");
                assertThat(page.getByText("Der Code stimmt nicht.")).isVisible();
                page.locator("#code").fill(telephone.code(Instant.now()));
                page.locator("#code").press("Enter");
                assertThat(page.locator(".rs-sign-in-codes li")).hasCount(10);
                administrator.assertFits().assertAccessible();
                administrator.link("Ich habe sie aufbewahrt, weiter").click();
                assertThat(page).hasURL(Pattern.compile("/app/?$"));
                administrator.settle().assertFits().assertAccessible().handbook("first-steps");
            }
        }
    }

    private static String freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static Window window(String name, URI address) {
        return new Window(
                name,
                TestBrowser.get().newContext(new Browser.NewContextOptions().setLocale("de-DE")),
                address.toString());
    }
}
