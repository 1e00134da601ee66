package de.ratssaal.bench;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * From the chair's press to every connected screen, with more and more sessions, a fifth of them members and the others
 * guests. Chair, one member and one guest have real pages, in which the drawn frame counts; the others are sessions that
 * speak Vaadin's protocol, in which the arrival of the message counts. The chair opens a vote, all members vote within two
 * seconds, the chair closes it and calls the next item.
 */
final class LiveBench implements Measurement {

    private static final List<Integer> SIZES = List.of(2, 50, 100, 200, 350, 500);
    private static final int MEMBERS = 100;
    private static final int SHARE_OF_MEMBERS = 5;
    private static final int ROUNDS = 6;
    private static final int WARM_UP = 8;
    private static final int OPENING_AT_ONCE = 4;
    private static final Duration VOTING_TAKES = Duration.ofSeconds(2);
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(20);

    private static final String WATCH = """
            () => {
              window.live = { selector: 'none', words: '', pressed: 0, drawn: 0 };
              document.addEventListener('click', event => {
                window.live.pressed ||= performance.timeOrigin + event.timeStamp;
              }, true);
              const look = () => {
                const live = window.live;
                const isThere = [...document.querySelectorAll(live.selector)].some(it => it.textContent.includes(live.words));
                if (live.drawn === 0 && isThere) {
                  live.drawn = -1;
                  requestAnimationFrame(() => { live.drawn = performance.timeOrigin + performance.now(); });
                }
              };
              const all = { subtree: true, childList: true, attributes: true, characterData: true };
              new MutationObserver(look).observe(document.body, all);
            }
            """;
    private static final String EXPECT = """
            ([selector, words]) => {
              performance.clearResourceTimings();
              window.live = { selector, words, pressed: 0, drawn: 0 };
            }
            """;
    private static final String DRAWN = "() => window.live.drawn > 0 && window.live.drawn";
    private static final String PRESSED = "() => window.live.pressed";
    private static final String ANSWERED = """
            () => {
              const answers = performance.getEntriesByType('resource').filter(it => it.name.includes('v-r=uidl'));
              return performance.timeOrigin + answers[0].responseEnd;
            }
            """;

    @Override
    public String what() {
        return "milliseconds from the chair's press to every screen, and to the chair's own [numbers of sessions]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).sorted().toList();
        var items = IntStream.rangeClosed(1, WARM_UP + sizes.size() * ROUNDS)
                .mapToObj("Gegenstand %04d"::formatted)
                .toList();
        var greatest = sizes.getLast();
        try (var hall = Hall.of(MEMBERS + 1, greatest - members(greatest), items);
                var database = DriverManager.getConnection(
                        hall.program().databaseAddress(), "postgres", hall.program().databasePassword());
                var meeting = new Meeting(hall, database, items)) {
            meeting.grow(sizes.getFirst());
            for (var round = 0; round < WARM_UP; round++) {
                meeting.round(new Measured());
            }
            var all = new ArrayList<Measured>();
            for (var size : sizes) {
                meeting.grow(size);
                var measured = new Measured();
                var worked = hall.program().work();
                var said = meeting.characters();
                for (var round = 0; round < ROUNDS; round++) {
                    meeting.round(measured);
                }
                measured.sessions = size;
                measured.work = hall.program().work().minus(worked);
                measured.characters = meeting.characters() - said;
                measured.lost += meeting.missed();
                measured.memory = hall.program().living();
                measured.print();
                all.add(measured);
            }
            compare(all.getFirst(), all.getLast());
            var picture = Path.of("target", "live-growth.svg");
            Files.writeString(
                    picture,
                    Plot.of(
                            "From the chair's press: milliseconds by connected sessions",
                            1_000,
                            all.stream().map(Measured::points).toList()));
            System.out.println("drawn as " + picture);
        }
    }

    private static int members(int sessions) {
        return Math.clamp(sessions / SHARE_OF_MEMBERS, 1, MEMBERS);
    }

    private static void compare(Measured few, Measured many) {
        var more = many.sessions - few.sessions;
        if (more > 0) {
            System.out.printf(
                    "%d sessions beside %d: 99th percentile %.1f times as long, the chair's own %.1f times;"
                            + " each further session: %.2f ms of the server's processors for each of the chair's presses"
                            + " with the votes between, %,d bytes of memory%n",
                    many.sessions,
                    few.sessions,
                    Figures.of(many.screens()).percentile(99)
                            / Figures.of(few.screens()).percentile(99),
                    Figures.of(many.chair).median() / Figures.of(few.chair).median(),
                    (many.work.toNanos() - few.work.toNanos()) / 1e6 / more / ROUNDS / Press.values().length,
                    (many.memory - few.memory) / more);
        }
    }

    /** What the chair presses, and by what a screen is known that shows it: a part of the page, and of a message. */
    private enum Press {
        OPEN(".rs-poll", "\"rs-poll\"", "rs-vote-pad .rs-vote-confirm", "/api/polls/"),
        CLOSE(".rs-result", "\"rs-result\"", ".rs-result", "\"rs-result\""),
        CALL("h2", "Gegenstand", "h2", "Gegenstand");

        private final String seen;
        private final String said;
        private final String seenByMember;
        private final String saidToMember;

        Press(String seen, String said, String seenByMember, String saidToMember) {
            this.seen = seen;
            this.said = said;
            this.seenByMember = seenByMember;
            this.saidToMember = saidToMember;
        }
    }

    /** What was measured with one number of sessions. */
    private static final class Measured {

        private final Map<Press, List<Double>> screens = new java.util.EnumMap<>(Press.class);
        private final List<Double> last = new ArrayList<>();
        private final List<Double> drawn = new ArrayList<>();
        private final List<Double> chair = new ArrayList<>();
        private final List<Double> answer = new ArrayList<>();
        private final List<Double> votes = new ArrayList<>();
        private int sessions;
        private int lost;
        private Duration work = Duration.ZERO;
        private long characters;
        private long memory;

        List<Double> screens() {
            return screens.values().stream().flatMap(List::stream).toList();
        }

        Map<String, Plot.Point> points() {
            return Map.of(
                    "last screen (99 % of presses)", point(last, 99),
                    "each screen, 99th percentile", point(screens(), 99),
                    "each screen, median", point(screens(), 50),
                    "the chair's own, 99th percentile", point(chair, 99));
        }

        private Plot.Point point(List<Double> milliseconds, int percentile) {
            return new Plot.Point(sessions, Figures.of(milliseconds).percentile(percentile));
        }

        void print() {
            System.out.printf("%d sessions, %d presses%n", sessions, last.size());
            print("each screen", screens());
            screens.forEach((press, milliseconds) -> print("  " + press, milliseconds));
            print("last screen", last);
            print("drawn in real pages", drawn);
            print("the chair's own, drawn", chair);
            print("the chair's own, answered", answer);
            print("votes acknowledged", votes);
            System.out.printf(
                    "  lost updates: %d; processors: %.1f s, %.2f ms for each session and press; said: %,d characters each%n",
                    lost,
                    work.toMillis() / 1e3,
                    work.toNanos() / 1e6 / last.size() / sessions,
                    characters / last.size() / sessions);
        }

        private static void print(String what, List<Double> milliseconds) {
            var figures = Figures.of(milliseconds);
            System.out.printf(
                    "  %-26s %6.0f ms (median) %6.0f ms (99th percentile) %6.0f ms (greatest)%n",
                    what, figures.median(), figures.percentile(99), figures.greatest());
        }
    }

    /** The meeting and who follows it. */
    private static final class Meeting implements AutoCloseable {

        private final Hall hall;
        private final Connection database;
        private final List<String> items;
        private final Page chair;
        private final Page realMember;
        private final Page realGuest;
        private final PushedPage.Script script;
        private final List<Member> voters = new ArrayList<>();
        private final List<PushedPage> members = new ArrayList<>();
        private final List<PushedPage> guests = new ArrayList<>();
        private final Random random = new Random(4);
        private int missed;
        private int next;

        Meeting(Hall hall, Connection database, List<String> items) throws Exception {
            this.hall = hall;
            this.database = database;
            this.items = items;
            realMember = hall.browser(1);
            script = new PushedPage.Script(realMember);
            realGuest = hall.browser(MEMBERS + 1);
            chair = hall.browser(0);
            hall.open(realMember, "live");
            hall.open(realGuest, "live");
            hall.open(chair, "desk");
            for (var page : List.of(chair, realMember, realGuest)) {
                page.setDefaultTimeout(Duration.ofMinutes(2).toMillis());
                page.evaluate(WATCH);
            }
            for (var it = 1; it <= MEMBERS; it++) {
                voters.add(hall.member(it));
            }
        }

        /** More people come. */
        void grow(int sessions) throws Exception {
            // the first member and the first guest have real pages
            var wanted = members(sessions);
            var opening = new ArrayList<Callable<PushedPage>>();
            for (var it = members.size() + 1; it < wanted; it++) {
                var voter = voters.get(it);
                opening.add(() -> new PushedPage(voter, script));
            }
            var more = opening.size();
            for (var it = guests.size() + 1; it < sessions - wanted; it++) {
                var number = MEMBERS + 1 + it;
                opening.add(() -> new PushedPage(hall.member(number), script));
            }
            try (var threads = Executors.newFixedThreadPool(OPENING_AT_ONCE)) {
                var opened = new ArrayList<PushedPage>();
                for (var page : threads.invokeAll(opening)) {
                    opened.add(page.get());
                }
                members.addAll(opened.subList(0, more));
                guests.addAll(opened.subList(more, opened.size()));
            }
        }

        long characters() {
            return all().stream().mapToLong(PushedPage::characters).sum();
        }

        /** Messages that were counted and never came, since it was asked before. */
        int missed() {
            var before = missed;
            missed = all().stream().mapToInt(PushedPage::missed).sum();
            return missed - before;
        }

        private List<PushedPage> all() {
            var all = new ArrayList<>(members);
            all.addAll(guests);
            return all;
        }

        void round(Measured measured) throws Exception {
            press(Press.OPEN, "", measured);
            vote(measured);
            press(Press.CLOSE, "", measured);
            press(Press.CALL, items.get(next++), measured);
        }

        private void press(Press press, String words, Measured measured) throws Exception {
            expect(chair, press.seen, words);
            expect(realMember, press.seenByMember, words);
            expect(realGuest, press.seen, words);
            members.forEach(it -> it.expect(words.isEmpty() ? press.saidToMember : words));
            guests.forEach(it -> it.expect(words.isEmpty() ? press.said : words));
            chair.locator(".rs-next .rs-next-step").first().click();
            measured.chair.add(drawn(chair));
            var pressed = (Number) chair.evaluate(PRESSED);
            var from = instant(pressed);
            measured.chair.set(measured.chair.size() - 1, measured.chair.getLast() - pressed.doubleValue());
            measured.answer.add(((Number) chair.evaluate(ANSWERED)).doubleValue() - pressed.doubleValue());
            var screens = measured.screens.computeIfAbsent(press, it -> new ArrayList<>());
            var latest = 0.0;
            for (var page : List.of(realMember, realGuest)) {
                var took = drawn(page) - pressed.doubleValue();
                measured.drawn.add(took);
                screens.add(took);
                latest = Math.max(latest, took);
            }
            for (var page : all()) {
                var at = arrived(page, from);
                if (at == null) {
                    measured.lost++;
                } else {
                    var took = Duration.between(from, at).toNanos() / 1e6;
                    screens.add(took);
                    latest = Math.max(latest, took);
                }
            }
            measured.last.add(latest);
        }

        private static void expect(Page page, String selector, String words) {
            page.evaluate(EXPECT, List.of(selector, words));
        }

        private static double drawn(Page page) {
            return ((Number) page.waitForFunction(DRAWN).jsonValue()).doubleValue();
        }

        private static Instant instant(Number milliseconds) {
            return Instant.EPOCH.plusNanos((long) (milliseconds.doubleValue() * 1e6));
        }

        private static @Nullable Instant arrived(PushedPage page, Instant pressed) throws InterruptedException {
            while (page.arrived() == null && Instant.now().isBefore(pressed.plus(GIVEN_UP_AFTER))) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return page.arrived();
        }

        private void vote(Measured measured) throws Exception {
            var poll = openPoll();
            var waits = random.longs(voters.size(), 0, VOTING_TAKES.toMillis()).toArray();
            var voting = new ArrayList<Callable<Double>>();
            for (var it = 0; it < voters.size(); it++) {
                var voter = voters.get(it);
                var wait = waits[it];
                voting.add(() -> {
                    TimeUnit.MILLISECONDS.sleep(wait);
                    return vote(voter, poll);
                });
            }
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var voted : threads.invokeAll(voting)) {
                    measured.votes.add(voted.get());
                }
            }
            var stored = count(poll);
            if (stored != voters.size()) {
                throw new IllegalStateException("%d votes of %d".formatted(stored, voters.size()));
            }
        }

        private double vote(Member voter, UUID poll) throws Exception {
            try (var connection = new RawConnection(voter.server())) {
                var start = System.nanoTime();
                var answer = connection.send(voter.vote(poll));
                if (answer.status() != 200 || !answer.body().contains("\"STORED\"")) {
                    throw new IllegalStateException(answer.toString());
                }
                return (System.nanoTime() - start) / 1e6;
            }
        }

        private UUID openPoll() throws SQLException {
            try (var question =
                    database.prepareStatement("select id from voting_poll where meeting_id = ? and state = 'OPEN'")) {
                question.setObject(1, hall.meeting().id().value());
                try (var row = question.executeQuery()) {
                    row.next();
                    return Objects.requireNonNull(row.getObject(1, UUID.class));
                }
            }
        }

        private int count(UUID poll) throws SQLException {
            try (var question = database.prepareStatement("select count(*) from voting_vote where poll_id = ?")) {
                question.setObject(1, poll);
                try (var row = question.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }

        @Override
        public void close() throws Exception {
            for (var page : all()) {
                page.close();
            }
        }
    }
}
