package de.ratssaal.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import de.ratssaal.TestDatabase;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.publication.PublishedThings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test in a real browser, on the whole application with the demo city. Everybody who takes part has a window of their
 * own, named after them:
 *
 * <pre>
 * var chair = window("chair").signIn(…);
 * var memberAtHome = window("member at home", Size.PHONE).signIn(…);
 * </pre>
 *
 * When a test fails, a picture of each window is left in target/screenshots/failed.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles("demo")
@Import({TestAccounts.class, PublishedThings.class})
public abstract class BrowserTest {

    private final List<Window> windows = new ArrayList<>();

    @LocalServerPort
    private int port;

    @RegisterExtension
    final AfterTestExecutionCallback leavePictures =
            context -> context.getExecutionException().ifPresent(failure -> leavePictures(context));

    /** A new window on a desk. */
    protected Window window(String name) {
        return window(name, Size.DESKTOP);
    }

    /** A new window with cookies of its own, in German. */
    protected Window window(String name, Size size) {
        return window(name, size, "localhost");
    }

    /** As {@link #window(String, Size)}, in a network without HTTPS. */
    protected Window windowOnPlainHttp(String name, Size size) {
        return window(name, size, TestBrowser.PLAIN_HTTP_HOST);
    }

    private Window window(String name, Size size, String host) {
        var phone = size.equals(Size.PHONE);
        var window = new Window(
                name,
                TestBrowser.get()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(size.width(), size.height())
                                .setHasTouch(phone || size.equals(Size.TABLET))
                                .setIsMobile(phone)
                                .setDeviceScaleFactor(phone && Window.takesPictures() ? 2 : 1)
                                // what moves without end is drawn without end, in each window that is open
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("de-DE")
                                .setTimezoneId("Europe/Berlin")),
                "http://%s:%d".formatted(host, port));
        windows.add(window);
        return window;
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(Window::close);
        windows.forEach(Window::assertNoScriptErrors);
        windows.clear();
    }

    private void leavePictures(ExtensionContext test) {
        for (var window : windows) {
            var picture = "failed/%s-%s-%s"
                    .formatted(
                            getClass().getSimpleName(),
                            test.getRequiredTestMethod().getName(),
                            window.name());
            try {
                window.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of("target", "screenshots", picture + ".png")));
            } catch (PlaywrightException e) {
                LoggerFactory.getLogger(BrowserTest.class).warn("No picture of {}: {}", window.name(), e.getMessage());
            }
        }
    }
}
