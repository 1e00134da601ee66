package de.ratssaal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import de.ratssaal.identity.DemoLogins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** One person's browser: its own cookies, its own screen. What went wrong in its scripts is kept. */
public final class Window implements AutoCloseable {

    /** Which elements reach beyond the window, innermost last. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('body *')]
              .filter(it => it.getBoundingClientRect().right > window.innerWidth + 1)
              .slice(-6).map(it => it.localName + '.' + it.className + ' ' + it.textContent.slice(0, 40)).join(' | ')
            """;

    private static final String AXE = axe();

    /** What is as it should be needs no description: most of an analysis would be spent on it. There are no frames.
     * Vaadin's notice of a lost connection fades slowly once it is found again. */
    private static final String BREACHES = """
            async rules => (await axe.run(
                { exclude: ['vaadin-connection-indicator:not([offline]):not([reconnecting])'] },
                { runOnly: rules, resultTypes: ['violations'], iframes: false }))
              .violations.flatMap(rule => rule.nodes.map(it =>
                `${rule.help} (${rule.id})\\n  ${it.html}\\n  ${it.failureSummary}`))
            """;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String IDLE = """
            () => document.readyState === 'complete' && document.fonts.status === 'loaded'
              && (!window.Vaadin?.Flow?.clients
                || Object.values(window.Vaadin.Flow.clients).every(it => !it.isActive?.()))
              && (!document.querySelector('#outlet') || !!document.querySelector('#outlet').firstElementChild)
            """;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String GO = """
            path => new Promise(arrived => {
              window.addEventListener('vaadin-navigated', arrived, { once: true });
              window.dispatchEvent(new CustomEvent('vaadin-navigate',
                { detail: { url: location.origin + path, state: null, replace: false, callback: true } }));
            })
            """;

    /** What has just been said of the step before belongs to no picture. */
    private static final String NOTICES = """
            shown => document.querySelectorAll('vaadin-notification-container')
              .forEach(it => it.style.opacity = shown ? '' : '0')
            """;

    /** What is half faded in or out has not its contrast. Dialogs fade inside their shadow trees. Vaadin's notice of a lost
     * connection lies hidden and changes its colours slowly. */
    private static final String FADED = """
            () => {
              const stands = root => !root.querySelector('[opening], [closing]')
                && root.getAnimations().every(it => it.playState !== 'running'
                  || it.effect?.target?.classList.contains('v-status-message')
                  || it.effect?.getComputedTiming().endTime === Infinity)
                && [...root.querySelectorAll('*')].every(it => !it.shadowRoot || stands(it.shadowRoot));
              return stands(document);
            }
            """;

    /** Half way from light to dark nothing has the contrast it will have. */
    private static final String COLORS_STAND = """
            () => document.getAnimations().every(it => !(it instanceof CSSTransition) || it.playState === 'finished'
              || it.effect.target.classList.contains('v-status-message'))
            """;

    /** Where the documentation keeps its pictures. */
    static final List<Path> PICTURES = List.of(Path.of("docs", "pictures"), Path.of("docs", "handbook", "pictures"));

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private boolean isOutside;
    private final List<String> scriptErrors = new CopyOnWriteArrayList<>();

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Window(String name, BrowserContext context, String address) {
        this.name = name;
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onPageError(scriptErrors::add);
    }

    /** Who sits before it. */
    public String name() {
        return name;
    }

    /** Everything that Playwright can do. */
    public Page page() {
        if (isOutside) {
            open("/app");
        }
        return page;
    }

    /** The whole address of a path. */
    String address(String path) {
        return address + path;
    }

    /** Opens an address of the application, such as {@code /app/meetings}, and waits until it stands. */
    public Window open(String path) {
        isOutside = false;
        page.navigate(address + path);
        return settle();
    }

    /** Goes to another view of the application without loading the page anew, as by a link in it. */
    public Window go(String path) {
        page().evaluate(GO, path);
        return settle();
    }

    /**
     * Signs in with the form of the sign-in page, which a new window reads but does not draw: {@link #signInOnPage} sees to
     * that. Nothing is shown before the test goes somewhere or looks, and then it is the start page.
     */
    public Window signIn(String login, String password) {
        if (!page.url().equals("about:blank") || address.contains(TestBrowser.PLAIN_HTTP_HOST)) {
            return signInOnPage(login, password);
        }
        var signIn = address + "/app/login";
        var form = context.request().get(signIn).text();
        var token = TOKEN.matcher(form)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form to sign in with: " + form))
                .group(1);
        var answer = context.request()
                .post(
                        signIn,
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("login", login)
                                        .set("password", password)
                                        .set("_csrf", token)));
        assertThat(answer.headers().getOrDefault("location", signIn))
                .as("where %s is sent after signing in", name)
                .doesNotContain("/login");
        isOutside = true;
        return this;
    }

    /** Signs in on the sign-in page as people do, and waits for the application. */
    public Window signInOnPage(String login, String password) {
        page.navigate(address + "/app/login");
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return settle();
    }

    /** Signs in as somebody of the demo city. */
    public Window signIn(String demoLogin) {
        return signIn(demoLogin, DemoLogins.PASSWORD);
    }

    /** Waits until the page has loaded and the application has answered everything it was asked. */
    public Window settle() {
        waitFor(IDLE);
        return this;
    }

    /** Asks now and then: asked for each frame, a busy page is kept busier by the question. */
    private void waitFor(String condition) {
        page().waitForFunction(condition, null, new Page.WaitForFunctionOptions().setPollingInterval(50));
    }

    public Locator button(String label) {
        return page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label));
    }

    public Locator link(String label) {
        return page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(label));
    }

    public Locator heading(String text) {
        return page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    public Locator field(String label) {
        return page().getByLabel(label);
    }

    public Window dark() {
        return colors(ColorScheme.DARK);
    }

    public Window light() {
        return colors(ColorScheme.LIGHT);
    }

    private Window colors(ColorScheme scheme) {
        page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        waitFor(COLORS_STAND);
        return this;
    }

    public Window resize(Size size) {
        page().setViewportSize(size.width(), size.height());
        return settle();
    }

    /** Cuts the network, as in a tunnel. */
    public Window offline() {
        context.setOffline(true);
        return this;
    }

    /** Another tab of the same browser. */
    public Window tab() {
        return new Window(name, context, address);
    }

    /** As if the session had run out long ago. */
    public Window forgetCookies() {
        context.clearCookies();
        return this;
    }

    public Window online() {
        context.setOffline(false);
        return this;
    }

    /** Nothing on the page breaks WCAG 2.2 AA as far as axe can tell. */
    public Window assertAccessible() {
        return assertAccessible(Map.of("type", "tag", "values", WCAG));
    }

    /** As {@link #assertAccessible}, of the colours alone: nothing else depends on whether they are light or dark. */
    public Window assertContrast() {
        return assertAccessible(Map.of("type", "rule", "values", List.of("color-contrast")));
    }

    private Window assertAccessible(Map<String, Object> rules) {
        waitFor(FADED);
        if (!(Boolean) page().evaluate("() => 'axe' in window")) { // reading it takes as long as a third of an analysis
            page().evaluate(AXE);
        }
        assertThat((List<?>) page().evaluate(BREACHES, rules))
                .as(() -> "accessibility of %s, seen by %s".formatted(page().url(), name))
                .isEmpty();
        return this;
    }

    /** Opens a card that the desk has folded away. */
    public Window unfold(String card) {
        var button = page().locator(".rs-folded")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(card).setExact(true));
        PlaywrightAssertions.assertThat(button).isVisible();
        if (!"true".equals(button.getAttribute("aria-expanded"))) {
            button.click();
        }
        PlaywrightAssertions.assertThat(button).hasAttribute("aria-expanded", "true");
        return this;
    }

    /** The page needs no sideways scrolling. */
    public Window assertFits() {
        // what slides in or out has to arrive first
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                page().evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                        .as(() -> "pixels by which %s is too wide for %s: %s"
                                .formatted(page().url(), name, page().evaluate(TOO_WIDE)))
                        .satisfies(it -> assertThat(((Number) it).intValue()).isLessThanOrEqualTo(0)));
        return this;
    }

    /** No script of the page failed. */
    public Window assertNoScriptErrors() {
        assertThat(scriptErrors).as("errors of scripts, seen by %s", name).isEmpty();
        return this;
    }

    /** What is seen without scrolling, into target/screenshots, unless nobody will look: with {@code PICTURES=no}. */
    public Window screenshot(String picture) {
        return takesPictures() ? picture(Path.of("target", "screenshots", picture + ".png"), false) : settle();
    }

    static boolean takesPictures() {
        return !"no".equals(System.getenv("PICTURES"));
    }

    /** As {@link #screenshot}, the whole page. */
    public Window wholePage(String picture) {
        if (!takesPictures()) {
            settle();
            scrollToTop();
            return this;
        }
        return picture(Path.of("target", "screenshots", picture + ".png"), true);
    }

    /**
     * A picture for the documentation, into target/handbook, unless nobody will look. With UPDATE_DOCS=1 it replaces the one that
     * a page of the documentation shows.
     */
    public Window handbook(String picture) {
        if (!takesPictures()) {
            return settle();
        }
        var file = Path.of("target", "handbook", picture + ".png");
        settle().page().evaluate(NOTICES, false);
        picture(file, false);
        page().evaluate(NOTICES, true);
        if (System.getenv("UPDATE_DOCS") != null) {
            PICTURES.stream()
                    .map(it -> it.resolve(picture + ".png"))
                    .filter(Files::exists)
                    .forEach(it -> replace(it, file));
        }
        return this;
    }

    private static void replace(Path shown, Path now) {
        try {
            Files.copy(now, shown, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What sticks to the window stands where it belongs, and covers nothing. */
    private void scrollToTop() {
        page().evaluate("() => window.scrollTo(0, 0)");
    }

    private Window picture(Path file, boolean whole) {
        settle();
        if (whole) {
            scrollToTop();
        }
        page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
