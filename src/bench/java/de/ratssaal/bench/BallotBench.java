package de.ratssaal.bench;

import com.microsoft.playwright.Page;
import de.ratssaal.Acting;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * From "vote opened", as the database has it, to the ballot at each member: some real pages in which it is drawn, and many
 * sessions without a browser in which its message arrives. The chair presses the button in a real page.
 */
final class BallotBench implements Measurement {

    private static final int REAL_PAGES = 3;
    private static final int WARM_UP = 3;
    private static final String SEEN = """
            () => {
              window.seen = {};
              const look = () => {
                const pad = document.querySelector('rs-vote-pad');
                const address = pad?.getAttribute('address');
                if (address && pad.querySelector('.rs-vote-confirm') && !(address in window.seen)) {
                  window.seen[address] = 0;
                  requestAnimationFrame(() => window.seen[address] = performance.timeOrigin + performance.now());
                }
              };
              new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
            }
            """;

    @Override
    public String what() {
        return "milliseconds from \"vote opened\" to the ballot on every connected session [sessions [polls]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var sessions = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.get(0));
        var polls = arguments.size() < 2 ? 10 : Integer.parseInt(arguments.get(1));
        try (var hall = Hall.of(sessions + 1);
                var database = DriverManager.getConnection(
                        hall.program().databaseAddress(), "postgres", hall.program().databasePassword())) {
            var chair = hall.browser(0);
            var real = new ArrayList<Page>();
            for (var it = 1; it <= REAL_PAGES; it++) {
                real.add(hall.browser(it));
            }
            var script = new PushedPage.Script(real.getFirst());
            for (var page : real) {
                hall.open(page, "live");
                page.evaluate(SEEN);
            }
            var light = new ArrayList<PushedPage>();
            for (var it = REAL_PAGES + 1; it <= sessions; it++) {
                light.add(new PushedPage(hall.member(it), script));
            }
            hall.open(chair, "desk");
            var arrived = new ArrayList<Double>();
            var drawn = new ArrayList<Double>();
            for (var round = 0; round < WARM_UP + polls; round++) {
                var first = round == WARM_UP;
                if (first) {
                    arrived.clear();
                    drawn.clear();
                }
                measure(hall, database, chair, real, light, arrived, drawn);
            }
            report("%d sessions without browser, message there".formatted(light.size()), arrived, polls);
            report("%d real pages, ballot drawn".formatted(real.size()), drawn, polls);
            arrived.addAll(drawn);
            report("all %d".formatted(sessions), arrived, polls);
            for (var page : light) {
                page.close();
            }
        }
    }

    private static void report(String what, List<Double> milliseconds, int polls) {
        var figures = Figures.of(milliseconds);
        System.out.printf(
                "%s: %.0f ms (median), %.0f ms (99th percentile), %.0f ms (last) in %d polls%n",
                what, figures.median(), figures.percentile(99), figures.greatest(), polls);
    }

    private static void measure(
            Hall hall,
            Connection database,
            Page chair,
            List<Page> real,
            List<PushedPage> light,
            List<Double> arrived,
            List<Double> drawn)
            throws Exception {
        chair.getByText("Abstimmung eröffnen").or(chair.getByText("Open the vote")).first().click();
        var poll = opened(hall, database);
        waitUntil("the ballot on every page", () -> light.stream()
                .allMatch(it -> it.ballots().containsKey(poll.id())));
        for (var page : light) {
            arrived.add(millis(poll.at(), page.ballots().get(poll.id())));
        }
        for (var page : real) {
            var at = (Number) page.waitForFunction(
                            "address => window.seen[address]", "/api/polls/%s/vote".formatted(poll.id()))
                    .jsonValue();
            drawn.add(millis(poll.at(), Instant.EPOCH.plusNanos((long) (at.doubleValue() * 1e6))));
        }
        // the healing notice brings it to the pages
        Acting.as(hall.meeting().chair(), () -> hall.node()
                .getBean(PollConduct.class)
                .cancel(new PollId(UUID.fromString(poll.id())), "gemessen"));
        for (var page : real) {
            page.waitForSelector(
                    "rs-vote-pad",
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
    }

    private record Opened(String id, Instant at) {}

    private static Opened opened(Hall hall, Connection database) throws Exception {
        var found = new ArrayList<Opened>();
        waitUntil("the chair's vote to be open", () -> {
            try (var question = database.prepareStatement(
                    "select id, opened_at from voting_poll where meeting_id = ? and state = 'OPEN'")) {
                question.setObject(1, hall.meeting().id().value());
                try (var row = question.executeQuery()) {
                    if (row.next()) {
                        found.add(new Opened(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant()));
                    }
                }
            }
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    private static void waitUntil(String what, Condition condition) throws Exception {
        for (var attempt = 0; !condition.isMet(); attempt++) {
            if (attempt > 3000) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean isMet() throws Exception;
    }
}
