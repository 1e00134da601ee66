package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.ratssaal.conference.Gateway;
import de.ratssaal.conference.janus.JanusProgram;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.StreamRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

@DisplayName("The public stream, seen from the chair's desk and from a telephone at home,")
class StreamPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    /** What is shown goes on. */
    private static final String MOVES = """
            () => {
              const video = document.querySelector('.rs-stream video');
              const now = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
              window.rsFrames ??= now;
              return now > window.rsFrames + 10;
            }
            """;

    /** The camera that the browser makes up is green and not dark. */
    private static final String IS_BRIGHT = """
            () => {
              const video = document.querySelector('.rs-stream video');
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 8;
              const context = canvas.getContext('2d');
              context.drawImage(video, 0, 0, 8, 8);
              const pixels = context.getImageData(0, 0, 8, 8).data;
              return pixels.reduce((most, it, at) => (at % 4 === 3 ? most : Math.max(most, it)), 0) > 100;
            }
            """;

    private static final String FORGET = "() => { delete window.rsFrames; }";

    private static final String LAST_SEGMENT = """
            async meeting => {
              const answer = await fetch(`/meetings/${meeting}/stream/media.m3u8`, { cache: 'no-store' });
              return (await answer.text()).match(/[0-9]+\\.ts/g)?.at(-1) ?? '';
            }
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Gateway gateway;

    @BeforeEach
    void start() {
        JanusProgram.require();
        ((SmartLifecycle) gateway).start();
        await().until(gateway::isThere);
    }

    @AfterEach
    void stop() {
        ((SmartLifecycle) gateway).stop();
    }

    @Test
    @DisplayName(
            "begins with one press, stops before the doors are closed, goes on by itself, and is watched again afterwards")
    void fromBeginningToRecording() {
        var rule = new StreamRule(
                true, true, true, 30, RulesOfProcedure.THUERINGEN.stream().source());
        var meeting = TestMeeting.open(3, 2, TestRules.with(RulesOfProcedure.THUERINGEN, rule), context);
        meeting.call(meeting.item());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> context.getBean(PublicRegister.class)
                        .meeting(meeting.id())
                        .filter(it -> it.state().isRunning())
                        .isPresent());
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var desk = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var home = window("public", Size.PHONE).open("/meetings/" + meeting.id() + "/live");
        assertThat(home.page().locator(".rs-stream")).isHidden();

        desk.unfold("Übertragung");
        desk.assertAccessible().wholePage("stream-desk-off");
        desk.button("Übertragung beginnen").click();
        assertThat(desk.page().getByText("Wird übertragen").first()).isVisible(later());
        desk.unfold("Videokonferenz");
        desk.button("Bild und Ton prüfen, dann teilnehmen").click();
        desk.button("Eintreten, Mikrofon aus").click();
        assertThat(desk.page()
                        .getByText("Wer spricht, hat der Übertragung nicht zugestimmt.")
                        .first())
                .isVisible(later());
        desk.assertAccessible().wholePage("stream-desk");

        home.button("Übertragung ansehen").click();
        home.page().waitForFunction(MOVES, null, patiently());
        Assertions.assertThat((Boolean) home.page().evaluate(IS_BRIGHT))
                .as("nobody is seen who has not agreed")
                .isFalse();
        assertThat(home.page().locator(".rs-stream-state")).containsText("hat der Übertragung nicht zugestimmt");
        desk.page().getByText("Ich stimme zu, dass meine Wortbeiträge").click();
        assertThat(desk.page()
                        .getByText("Zu sehen und zu hören ist, wer spricht.")
                        .first())
                .isVisible(later());
        home.page().waitForFunction(IS_BRIGHT, null, patiently());
        assertThat(home.page().locator(".rs-stream-overlay")).containsText("Digitalisierung", overlay());
        assertThat(home.page().locator(".rs-stream-delay")).containsText("Sekunden später als im Saal");
        home.assertAccessible().assertFits().wholePage("stream-live");

        meeting.call(meeting.nonPublic());
        assertThat(home.page().locator(".rs-stream-state")).hasText("Übertragung unterbrochen");
        var last = home.page().evaluate(LAST_SEGMENT, meeting.id().toString());
        Assertions.assertThat(
                        (Integer) home.page().evaluate("() => document.querySelector('.rs-stream video').readyState"))
                .as("nothing is left of what was shown")
                .isZero();
        home.assertAccessible().assertFits().wholePage("stream-paused");
        assertThat(desk.page().getByText("Übertragung unterbrochen").first()).isVisible();
        Assertions.assertThat(home.page().evaluate(LAST_SEGMENT, meeting.id().toString()))
                .isEqualTo(last);

        meeting.call(meeting.item());
        home.page().evaluate(FORGET);
        home.page().waitForFunction(MOVES, null, patiently());
        desk.button("Übertragung beenden").click();
        assertThat(home.page().locator(".rs-stream")).isHidden();

        home.open("/en/meetings/" + meeting.id() + "/recording");
        home.assertAccessible().assertFits().wholePage("stream-recording");
        home.button("Play").click();
        home.page().waitForFunction(MOVES, null, patiently());
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions later() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions overlay() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }

    private static Page.WaitForFunctionOptions patiently() {
        return new Page.WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(200);
    }
}
