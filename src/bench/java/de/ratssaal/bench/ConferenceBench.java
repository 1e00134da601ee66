package de.ratssaal.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.ratssaal.browser.TestBrowser;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the press on "enter" to the first picture of somebody who was there before, from browser to browser and over Janus; and what
 * Janus costs the processors for each picture that it brings to somebody. Real pages with the browser's own made-up camera.
 */
final class ConferenceBench implements Measurement {

    private static final int PEOPLE = 6;
    private static final int ROUNDS = 9;
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private static final String CHECK = """
            () => document.querySelector('rs-conference button.rs-button-primary').click()
            """;
    private static final String IS_CHECKED = "() => !!document.querySelector('.rs-conference-preview video')";

    /** Milliseconds. */
    private static final String ENTER = """
            () => new Promise(done => {
              const start = performance.now();
              const look = () => {
                const videos = [...document.querySelectorAll('.rs-conference-tile:not([data-mine]) video')];
                if (videos.some(it => it.getVideoPlaybackQuality().totalVideoFrames > 0)) {
                  done(performance.now() - start);
                } else {
                  setTimeout(look, 5);
                }
              };
              document.querySelector('rs-conference button.rs-button-primary').click();
              look();
            })
            """;

    private static final String ENTER_FIRST =
            "() => document.querySelector('rs-conference button.rs-button-primary').click()";
    private static final String IS_IN = "() => !!document.querySelector('.rs-conference-tile[data-mine]')";

    private static final String LEAVE =
            "() => [...document.querySelectorAll('.rs-conference-controls button')].at(-1).click()";
    private static final String IS_ASKED = "() => !!document.querySelector('rs-conference [role=alertdialog] button')";
    private static final String LEAVE_NOW = "() => document.querySelector('rs-conference [role=alertdialog] button').click()";
    private static final String IS_OUT = "() => !document.querySelector('.rs-conference-tile')";

    private static final String FRAMES = """
            () => [...document.querySelectorAll('.rs-conference-tile:not([data-mine]) video')]
                .reduce((sum, it) => sum + it.getVideoPlaybackQuality().totalVideoFrames, 0)
            """;

    @Override
    public String what() {
        return "milliseconds until the first picture of another is seen, and what Janus costs [people [rounds]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var people = arguments.isEmpty() ? PEOPLE : Integer.parseInt(arguments.get(0));
        var rounds = arguments.size() < 2 ? ROUNDS : Integer.parseInt(arguments.get(1));
        try (var hall = Hall.of(people + 1);
                var database = DriverManager.getConnection(
                        hall.program().databaseAddress(), "postgres", hall.program().databasePassword())) {
            // the room was opened by the node that made the meeting, which has no gateway
            until(hall, rounds, "from browser to browser");
            anew(database);
            until(hall, rounds, "over Janus");
            anew(database);
            cost(hall, people);
            anew(database);
            stream(hall);
        }
    }

    /** The next one who comes in opens a room at the program that is measured. */
    private static void anew(Connection database) throws SQLException {
        try (var close = database.createStatement()) {
            close.execute("update conference_room set closed_at = now() where closed_at is null");
            close.execute("delete from conference_line");
        }
    }

    private static void until(Hall hall, int rounds, String how) throws Exception {
        var first = checked(hall, 1);
        first.evaluate(ENTER_FIRST);
        first.waitForFunction(IS_IN);
        var took = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            var other = checked(hall, 2);
            took.add(((Number) other.evaluate(ENTER)).doubleValue());
            leave(other);
        }
        leave(first);
        var all = Figures.of(took);
        System.out.printf(
                "%s: first picture after %.0f ms (median of %d), %.0f to %.0f ms%n",
                how,
                all.median(),
                rounds,
                all.sorted().getFirst(),
                all.greatest());
    }

    private static void leave(Page page) {
        page.evaluate(LEAVE);
        page.waitForFunction(IS_ASKED);
        page.evaluate(LEAVE_NOW);
        page.waitForFunction(IS_OUT);
        page.context().close();
    }

    private static Page checked(Hall hall, int number) throws Exception {
        var page = hall.browser(number);
        hall.open(page, "live");
        page.waitForSelector(
                "rs-conference button.rs-button-primary",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED));
        page.evaluate(CHECK);
        page.waitForFunction(IS_CHECKED);
        return page;
    }

    private static void cost(Hall hall, int people) throws Exception {
        var pages = new ArrayList<Page>();
        for (var number = 1; number <= people; number++) {
            var page = checked(hall, number);
            page.evaluate(ENTER_FIRST);
            page.waitForFunction(IS_IN);
            pages.add(page);
        }
        for (var page : pages) {
            page.waitForFunction(
                    "others => document.querySelectorAll('.rs-conference-tile:not([data-mine]) video').length === others",
                    people - 1,
                    new Page.WaitForFunctionOptions().setTimeout(60_000));
        }
        var framesBefore = frames(pages);
        var before = hall.program().workOf("janus");
        var start = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(MEASURED.toNanos());
        var work = hall.program().workOf("janus").minus(before);
        var seconds = (System.nanoTime() - start) / 1e9;
        var pairs = people * (people - 1);
        var share = work.toMillis() / 1_000.0 / seconds;
        System.out.printf(
                "%d people, %d pictures brought by Janus at %.1f frames a second: %.1f %% of one processor, %.2f %% for each picture;%n",
                people, pairs, (frames(pages) - framesBefore) / seconds / pairs, 100 * share, 100 * share / pairs);
        System.out.printf(
                "a processor that does nothing else would bring %.0f pictures: to %.0f people who all see each other%n",
                pairs / share, Math.floor((1 + Math.sqrt(1 + 4 * pairs / share)) / 2));
        pages.forEach(it -> it.context().close());
    }

    /** How late the public is: the segment's date, which is that of its first packet, beside the clock when it is shown. */
    private static void stream(Hall hall) throws Exception {
        var chair = hall.browser(0);
        hall.open(chair, "desk");
        press(chair, "Videokonferenz");
        chair.evaluate(CHECK);
        chair.waitForFunction(IS_CHECKED);
        chair.evaluate(ENTER_FIRST);
        chair.waitForFunction(IS_IN);
        press(chair, "Übertragung");
        press(chair, "Übertragung beginnen");
        chair.getByText("Ich stimme zu, dass meine Wortbeiträge").click();
        var begun = System.nanoTime();
        var visitor = TestBrowser.get().newContext().newPage();
        visitor.navigate(hall.program().address() + "/meetings/" + hall.meeting().id() + "/live");
        press(visitor, "Übertragung ansehen");
        visitor.waitForFunction(
                "() => document.querySelector('.rs-stream video').currentTime > 0",
                null,
                new Page.WaitForFunctionOptions().setTimeout(90_000));
        System.out.printf("stream: seen %.1f s after the press that begins it%n", (System.nanoTime() - begun) / 1e9);
        var delays = new ArrayList<Double>();
        for (var look = 0; look < ROUNDS; look++) {
            TimeUnit.SECONDS.sleep(3);
            var said = String.valueOf(visitor.evaluate("() => document.querySelector('.rs-stream-delay').textContent"));
            delays.add(Double.parseDouble(said.replaceAll("\\D+", "")));
        }
        var all = Figures.of(delays);
        System.out.printf(
                "stream: %.0f s behind the room (median of %d), %.0f to %.0f s%n",
                all.median(), ROUNDS, all.sorted().getFirst(), all.greatest());
        visitor.context().close();
        chair.context().close();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static double frames(List<Page> pages) {
        return pages.stream()
                .mapToDouble(it -> ((Number) it.evaluate(FRAMES)).doubleValue())
                .sum();
    }
}
