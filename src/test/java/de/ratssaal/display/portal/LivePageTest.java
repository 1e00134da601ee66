package de.ratssaal.display.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.HttpBrowser;
import de.ratssaal.MovableClock;
import de.ratssaal.ServerTest;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.rules.PublicityRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@Import(MovableClock.class)
@TestPropertySource(properties = {"ratssaal.live.listeners=12", "ratssaal.live.listeners-per-address=8"})
@DisplayName("The live page")
class LivePageTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    @Autowired
    ApplicationContext context;

    @Autowired
    PollConduct polls;

    @Autowired
    Broadcasts broadcasts;

    @Autowired
    ChangeNotices notices;

    @LocalServerPort
    int port;

    private final List<LiveStream> streams = new ArrayList<>();

    @AfterEach
    void hangUp() {
        streams.forEach(LiveStream::close);
        await().atMost(SOON).untilAsserted(() -> {
            broadcasts.beat();
            assertThat(broadcasts.countListeners()).isZero();
        });
    }

    @Test
    @DisplayName("follows a vote: that it runs, and at its closing the result, in both languages")
    void followsAVote() {
        var meeting = published(5, 4);
        var german = listen(meeting);
        var english = listen("/en/meetings/" + meeting.id() + "/live/stream");
        sees(german, "Digitalisierung");

        var poll = meeting.openPoll(meeting.item());
        sees(german, "Abstimmung läuft");
        sees(english, "Vote in progress");
        Acting.as(meeting.chair(), () -> polls.enterCount(poll, new Tally(3, 1, 0)));
        Acting.as(meeting.chair(), () -> polls.close(poll));

        sees(german, "Ja: 3");
        sees(english, "Yes: 3");
        assertThat(page(meeting)).contains("Digitalisierung", "Ja: 3", "Nein: 1", "4 von 5 Stimmberechtigten anwesend");
    }

    @Test
    @DisplayName("tells nothing of how an open vote stands, not even how many voted")
    void nothingOfAnOpenVote() {
        var meeting = published(5, 4);
        var stream = listen(meeting);
        var poll = meeting.openPoll(meeting.item());
        sees(stream, "Abstimmung läuft");
        var before = stream.frames().size();

        Acting.as(meeting.member(2), () -> context.getBean(PollVoting.class).cast(poll, Choice.NO, UUID.randomUUID()));
        Acting.as(meeting.chair(), () -> polls.enterCount(poll, new Tally(2, 0, 0)));
        meeting.arrive(meeting.member(4), de.ratssaal.attendance.Place.REMOTE);
        sees(stream, "5 von 5 Stimmberechtigten anwesend");

        assertThat(stream.frames().subList(before, stream.frames().size()))
                .as("only the arrival is news")
                .hasSize(1);
        assertThat(stream.everything()).doesNotContain("Nein:", "Ja:", "haben abgestimmt");
        assertThat(page(meeting)).doesNotContain("Nein:", "Ja:");
    }

    @Test
    @DisplayName("R10: tells nothing of a secret vote but its result")
    void secretVote() {
        var meeting = published(5, 4);
        var stream = listen(meeting);
        var motions = context.getBean(ProceduralMotions.class);
        var motion = MotionId.next();
        Acting.as(
                meeting.member(2),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(meeting.chair(), () -> motions.countAsking(motion, 4));
        var poll = meeting.openPoll(meeting.item());
        sees(stream, "Geheime Abstimmung läuft");
        var before = stream.frames().size();

        Acting.as(meeting.chair(), () -> {
            polls.enterBallots(poll, new Tally(1, 2, 1), 0);
            polls.close(poll);
        });
        sees(stream, "Nein: 2");

        assertThat(stream.frames().subList(before, stream.frames().size()))
                .allSatisfy(it -> assertThat(it.data()).contains("Nein: 2"));
    }

    @Test
    @DisplayName("R17: tells of a non-public item only that it is one: no title, no vote, no speaker, no attendance")
    void nonPublic() {
        var meeting = published(5, 4);
        var early = listen(meeting);
        sees(early, "Digitalisierung");
        Acting.as(
                meeting.chair(), () -> meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision()));
        meeting.call(meeting.nonPublic());
        sees(early, "Nichtöffentliche Sitzung");
        var since = early.frames().size() - 1;
        var late = listen(meeting);

        var poll = meeting.openPoll(meeting.nonPublic());
        Acting.as(meeting.chair(), () -> {
            polls.enterCount(poll, new Tally(4, 0, 0));
            polls.close(poll);
        });
        Acting.as(meeting.member(2), () -> meeting.attendance().leave(meeting.id(), meeting.member(2)));
        sees(late, "Nichtöffentliche Sitzung");
        settle(meeting);

        var told = early.frames().subList(since, early.frames().size());
        assertThat(told).hasSize(1);
        assertThat(List.of(told.getLast().data(), late.everything(), page(meeting)))
                .allSatisfy(it -> assertThat(it)
                        .contains("Nichtöffentliche Sitzung")
                        .doesNotContain("Grundstück", "Annehmen?", "Wortlaut", "N 1", "anwesend", "Ja:", "eschlossen"));
        assertThat(page(meeting)).doesNotContain(meeting.nonPublic().toString());
    }

    @Test
    @DisplayName("R17: shows at once no more of an item from which the public is excluded")
    void publicIsExcluded() {
        var meeting = published(5, 4);
        var stream = listen(meeting);
        sees(stream, "Digitalisierung");

        meeting.excludePublic("Personalsache");
        sees(stream, "Nichtöffentliche Sitzung");

        assertThat(stream.frames().getLast().data()).doesNotContain("Digitalisierung", "Personalsache");
        assertThat(page(meeting)).doesNotContain("Personalsache").contains("Nichtöffentliche Sitzung");
        assertThat(listen(meeting)).satisfies(late -> {
            sees(late, "Nichtöffentliche Sitzung");
            assertThat(late.everything()).doesNotContain("Digitalisierung", "Personalsache");
        });
    }

    @Test
    @DisplayName("sends everybody the same, and who comes again only what they do not have")
    void sameForEverybody() {
        var meeting = published(5, 4);
        var one = listen(meeting);
        var other = listen(meeting);
        sees(one, "Digitalisierung");
        sees(other, "Digitalisierung");
        assertThat(other.frames().getLast()).isEqualTo(one.frames().getLast());
        assertThat(one.all().getFirst().name())
                .as("what time it is comes first")
                .isEqualTo("time");

        var again = listen(
                "/meetings/" + meeting.id() + "/live/stream",
                "Last-Event-ID",
                one.frames().getLast().id());
        await().atMost(SOON).until(() -> !again.all().isEmpty());
        assertThat(again.frames()).isEmpty();
        meeting.arrive(meeting.member(4), de.ratssaal.attendance.Place.ROOM);
        sees(again, "5 von 5 Stimmberechtigten anwesend");
        assertThat(again.frames()).hasSize(1);
    }

    @Test
    @DisplayName("needs no scripts: the same stands in the page, which a browser without them asks for anew")
    void withoutScripts() {
        var meeting = published(5, 4);

        var answer = new HttpBrowser(port).get("/meetings/" + meeting.id() + "/live");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Ö 1", "Digitalisierung", "<noscript><meta http-equiv=\"refresh\"")
                .doesNotContain("style=", "??", "onclick");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=1, public");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "connect-src 'self'");
        assertThat(new HttpBrowser(port)
                        .send(new HttpBrowser(port)
                                .request("/meetings/" + meeting.id() + "/live")
                                .header(
                                        "If-None-Match",
                                        answer.headers().firstValue("ETag").orElseThrow())
                                .GET())
                        .statusCode())
                .isEqualTo(304);
        assertThat(new HttpBrowser(port).get("/meetings/" + meeting.id()).body())
                .contains("/meetings/" + meeting.id() + "/live");
    }

    @Test
    @DisplayName("has no cookies on its stream, and no cache keeps it")
    void streamHeaders() {
        var stream = listen(published(5, 4));

        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");
        assertThat(stream.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @DisplayName("is not there for a meeting that is not published, as if there were none")
    void notPublished() {
        var council = TestCouncil.of(3, context);
        var planned = context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(MeetingPlanning.class)
                                .plan(
                                        council.council(),
                                        new MeetingPlan(
                                                "Geheimplan",
                                                MeetingMode.IN_PERSON,
                                                context.getBean(MovableClock.class)
                                                        .instant()
                                                        .plus(Duration.ofHours(2)),
                                                null,
                                                "Saal",
                                                "")));
        var inPrivate = TestMeeting.open(5, 4, inPrivate(), context);
        var unknown = new HttpBrowser(port).get("/meetings/" + UUID.randomUUID() + "/live");

        for (var id : List.of(planned, inPrivate.id())) {
            var answer = new HttpBrowser(port).get("/meetings/" + id + "/live");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(unknown.body());
            assertThat(listen("/meetings/" + id + "/live/stream").status()).isEqualTo(404);
        }
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(new HttpBrowser(port)
                        .get("/meetings/------------------------------------/live")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new HttpBrowser(port)
                        .post("/meetings/" + inPrivate.id() + "/live/stream", java.util.Map.of())
                        .statusCode())
                .isIn(401, 403, 405);
    }

    @Test
    @DisplayName("ends with the meeting: the last frame says so, and a browser that comes again is told not to")
    void endsWithTheMeeting() {
        var meeting = published(5, 4);
        var stream = listen(meeting);
        sees(stream, "Digitalisierung");
        Acting.as(meeting.chair(), () -> {
            meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision());
            meeting.conduct().close(meeting.id(), meeting.revision());
        });

        sees(stream, "Die Sitzung ist beendet");
        await().atMost(SOON).until(stream::hasEnded);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listen("/meetings/" + meeting.id() + "/live/stream")
                                .status())
                        .isEqualTo(204));
        assertThat(page(meeting)).contains("Diese Sitzung läuft zurzeit nicht");
    }

    @Test
    @DisplayName("has room for so many listeners, and for so many from one address; a place that is left is free again")
    void limits() {
        var meeting = published(5, 4);
        var stream = "/meetings/" + meeting.id() + "/live/stream";
        var school = IntStream.range(0, 8)
                .mapToObj(it -> listen(stream, "X-Forwarded-For", "203.0.113.7"))
                .toList();

        assertThat(school).allMatch(it -> it.status() == 200);
        assertThat(listen(stream, "X-Forwarded-For", "203.0.113.7").status())
                .as("one more from the same address")
                .isEqualTo(503);
        IntStream.range(0, 4)
                .forEach(it -> assertThat(listen(stream, "X-Forwarded-For", "198.51.100." + it)
                                .status())
                        .isEqualTo(200));
        var full = listen(stream, "X-Forwarded-For", "198.51.100.9");
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.headers().firstValue("Retry-After")).isPresent();
        assertThat(page(meeting)).as("the page is there all the same").contains("Digitalisierung");

        school.forEach(LiveStream::close);
        await().atMost(SOON).untilAsserted(() -> {
            broadcasts.beat();
            assertThat(broadcasts.countListeners()).isEqualTo(4);
        });
        assertThat(listen(stream, "X-Forwarded-For", "203.0.113.7").status()).isEqualTo(200);
    }

    private static RulesOfProcedure inPrivate() {
        var t = RulesOfProcedure.THUERINGEN;
        return TestRules.with(t, new PublicityRule(false, true, t.publicity().source()));
    }

    private TestMeeting published(int members, int present) {
        var meeting = TestMeeting.open(members, present, context);
        await().atMost(SOON)
                .until(() -> context.getBean(PublicRegister.class)
                        .meeting(meeting.id())
                        .filter(it -> it.state().isRunning())
                        .isPresent());
        return meeting;
    }

    /** Until whatever was announced so far has reached the listeners: a change that everybody is told of. */
    private void settle(TestMeeting meeting) {
        var probe = new java.util.concurrent.CountDownLatch(2);
        try (var watch = notices.watch(ChangeNotices.meeting(meeting.id().value()), probe::countDown)) {
            assertThat(watch).isNotNull();
            notices.changed(ChangeNotices.meeting(meeting.id().value()));
            await().atMost(SOON).until(() -> {
                notices.changed(ChangeNotices.meeting(meeting.id().value()));
                return probe.getCount() == 0;
            });
        }
    }

    private LiveStream listen(TestMeeting meeting) {
        return listen("/meetings/" + meeting.id() + "/live/stream");
    }

    private LiveStream listen(String path, String... headers) {
        var stream = new LiveStream(port, path, headers);
        streams.add(stream);
        return stream;
    }

    private String page(TestMeeting meeting) {
        return new HttpBrowser(port).get("/meetings/" + meeting.id() + "/live").body();
    }

    private static void sees(LiveStream stream, String text) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stream.frames())
                        .isNotEmpty()
                        .last()
                        .satisfies(it -> assertThat(it.data()).contains(text)));
    }
}
