package de.ratssaal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one browser of a test run: Debian's Chromium, without windows or a screen and without a network of its own. */
public final class TestBrowser {

    /** An address of the application at which the browser takes the connection for unsafe, as on a city's own network. */
    static final String PLAIN_HTTP_HOST = "ratssaal.test";

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private TestBrowser() {}

    public static Browser get() {
        return Held.BROWSER;
    }

    private static final class Held {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--no-first-run",
                                    "--host-resolver-rules=MAP " + PLAIN_HTTP_HOST + " 127.0.0.1",
                                    "--use-fake-device-for-media-stream",
                                    "--use-fake-ui-for-media-stream")));
            // a busy machine is slow, not wrong
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
            return browser;
        }

        private static Path executable() {
            return Stream.concat(
                            Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of),
                            NAMES.stream()
                                    .flatMap(name -> Arrays.stream(
                                                    System.getenv("PATH").split(File.pathSeparator))
                                            .map(folder -> Path.of(folder, name))))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no Chromium found: install the package chromium, or name it in the variable CHROMIUM"));
        }
    }
}
