package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.ratssaal.Acting;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.disturbance.SettlingDisturbances;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.TestMeeting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("The conference, seen from the chair's desk, a member's desk and a member's telephone,")
class ConferencePageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    /** So many pictures of others, and each of them has moved since it was first looked at. */
    static final String MOVING = """
            wanted => {
              const videos = [...document.querySelectorAll('.rs-conference-tile:not([data-mine]) video')];
              window.rsFrames ??= new WeakMap();
              return videos.length === wanted && videos.every(it => {
                const now = it.getVideoPlaybackQuality().totalVideoFrames;
                if (!window.rsFrames.has(it)) window.rsFrames.set(it, now);
                return now > window.rsFrames.get(it);
              });
            }
            """;

    static final String FORGET = "() => { window.rsFrames = new WeakMap(); }";

    /** What comes from somebody is heard, not only sent. */
    static final String SOUNDS = """
            async name => {
              const tile = [...document.querySelectorAll('.rs-conference-tile')].find(it => it.textContent.includes(name));
              const audio = document.querySelector(`audio[data-line="${tile?.dataset.line}"]`);
              if (!audio || audio.muted || audio.paused) return false;
              const context = new AudioContext();
              const analyser = context.createAnalyser();
              context.createMediaStreamSource(audio.srcObject).connect(analyser);
              const samples = new Float32Array(analyser.fftSize);
              let loudest = 0;
              for (let look = 0; look < 30; look++) {
                await new Promise(done => setTimeout(done, 50));
                analyser.getFloatTimeDomainData(samples);
                loudest = Math.max(loudest, ...samples.map(Math.abs));
              }
              await context.close();
              return loudest > 0.01;
            }
            """;

    static final String SILENT = """
            name => {
              const tile = [...document.querySelectorAll('.rs-conference-tile')].find(it => it.textContent.includes(name));
              return document.querySelector(`audio[data-line="${tile?.dataset.line}"]`)?.muted;
            }
            """;

    static final String TICKET = """
            async meeting => {
              const session = await (await fetch('/api/session')).json();
              const answer = await fetch(`/api/conference/meetings/${meeting}/ticket`, {
                method: 'POST',
                headers: { [session.tokenHeader]: session.token, 'Content-Type': 'application/json' },
                body: JSON.stringify({ takeOver: true, before: null }),
              });
              return (await answer.json()).ticket;
            }
            """;

    static final String ENTER = """
            ticket => new Promise(done => {
              const line = new WebSocket(`ws://${location.host}/api/conference/line`);
              line.onopen = () => line.send(JSON.stringify({ type: 'enter', ticket }));
              line.onmessage = it => done(it.data);
            })
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Clock clock;

    private TestMeeting meeting;

    @Test
    @DisplayName("goes from browser to browser, follows the floor, comes back after a cut, and ends at closed doors")
    void wholeConference() {
        meeting = TestMeeting.open(4, 1, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        Acting.as(
                meeting.chair(),
                () -> context.getBean(SettlingDisturbances.class).tellSecondWay(meeting.id(), "0361 655-0", ""));
        var adaName = name(meeting.member(1));
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var ada = window("Ada").signIn(logins.get(1), PASSWORD).open(room);
        var ben = window("Ben", Size.PHONE).signIn(logins.get(2), PASSWORD).open(room);

        var before = clock.instant();
        check(ada);
        ada.assertAccessible().assertFits().wholePage("conference-check");
        ada.button("Eintreten, Mikrofon aus").click();
        sees(ada, "Außer Ihnen ist noch niemand da.");
        check(ben);
        ben.assertAccessible().assertFits().wholePage("conference-check-phone");
        ben.button("Eintreten, Mikrofon aus").click();
        check(chair);
        chair.button("Eintreten, Mikrofon aus").click();
        List.of(chair, ada, ben).forEach(it -> moves(it, 2));
        isPresent(meeting.member(1), before);
        isPresent(meeting.member(2), before);

        Assertions.assertThat(ben.page().evaluate(SILENT, adaName)).isEqualTo(true);
        sees(ada, "Möchten Sie sprechen? Drücken Sie „Wortmeldung“.");
        ada.button("Wortmeldung").click();
        chair.button("Das Wort erteilen: " + adaName).click();
        sees(ada, "Sie dürfen sprechen.");
        Assertions.assertThat((Boolean) ben.page().evaluate(SOUNDS, adaName)).isFalse();
        ada.page().locator(".rs-conference-invited button").click();
        ben.page().waitForFunction(SOUNDS, adaName);
        ada.assertAccessible().assertFits().wholePage("conference-speaker");
        ben.assertAccessible().assertFits().wholePage("conference-phone");
        ben.dark().assertContrast().wholePage("conference-phone-dark");
        ben.light();
        chair.assertAccessible().wholePage("conference-desk");
        chair.button("Rede beenden").click();
        sees(ada, "Sie haben das Wort nicht mehr. Ihr Mikrofon ist aus.");
        ben.page().waitForFunction(SILENT, adaName);

        ben.offline();
        sees(ben, "Die Verbindung ist abgerissen.");
        assertThat(ben.page().locator(".rs-conference-lost").getByText("0361 655-0"))
                .isVisible();
        ben.online();
        assertThat(ben.page().locator(".rs-conference-lost")).hasCount(0);
        forget(ben, chair);
        moves(ben, 2);
        moves(chair, 2);
        isPresent(meeting.member(2), before);

        takenOver(ada, room);
        behindClosedDoors(chair, ada, ben);
    }

    private void takenOver(Window ada, String room) {
        var second = ada.tab();
        second.open(room);
        check(second);
        second.button("Eintreten, Mikrofon aus").click();
        sees(second, "Eine Person ist nur einmal verbunden.");
        second.button("Hier teilnehmen").click();
        moves(second, 2);
        sees(ada, "Sie nehmen jetzt auf einem anderen Gerät");
        assertThat(ada.page().locator(".rs-conference-tile")).hasCount(0);
        ada.button("Wieder hier teilnehmen").click();
        moves(ada, 2);
        sees(second, "Sie nehmen jetzt auf einem anderen Gerät");
        second.page().close();
    }

    private void behindClosedDoors(Window chair, Window ada, Window ben) {
        var ticket = ben.page().evaluate(TICKET, meeting.id().toString());
        meeting.call(meeting.nonPublic());

        sees(ada, "Dieser Punkt ist nicht öffentlich. Bitte bestätigen Sie");
        sees(ben, "Dieser Punkt ist nicht öffentlich. Bitte bestätigen Sie");
        Assertions.assertThat(ben.page().evaluate(ENTER, ticket).toString()).contains("REFUSED");
        ada.page().locator(".rs-conference").getByText("Ich bin allein").click();
        moves(ada, 1);
        forget(chair);
        moves(chair, 1);
        ada.assertAccessible().wholePage("conference-not-public");
        assertThat(ben.page().locator(".rs-conference video, .rs-conference audio"))
                .hasCount(0);
        ben.assertAccessible().assertFits().wholePage("conference-kept-out");

        var leaving = clock.instant();
        ada.button("Konferenz verlassen").click();
        ada.assertAccessible();
        ada.page().locator("[role=alertdialog]").getByText("Verlassen").last().click();
        await().untilAsserted(
                        () -> Assertions.assertThat(presence(meeting.member(1)).until())
                                .isCloseTo(leaving, within(20, ChronoUnit.SECONDS)));
        Assertions.assertThat(presence(meeting.member(2)).until()).isNull();
        moves(chair, 0);
    }

    static void check(Window window) {
        window.button("Bild und Ton prüfen, dann teilnehmen").click();
        assertThat(window.page().locator(".rs-conference-preview video")).isVisible();
    }

    static void moves(Window window, int others) {
        window.page()
                .waitForFunction(
                        MOVING,
                        others,
                        new Page.WaitForFunctionOptions().setTimeout(120_000).setPollingInterval(200));
    }

    static void forget(Window... windows) {
        List.of(windows).forEach(it -> it.page().evaluate(FORGET));
    }

    static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }

    private String name(PersonId person) {
        return context.getBean(Access.class)
                .asSystem("test", () -> context.getBean(Councils.class).nameOf(person));
    }

    private void isPresent(PersonId person, Instant since) {
        var presence = presence(person);
        Assertions.assertThat(presence.place()).isEqualTo(Place.REMOTE);
        Assertions.assertThat(presence.since()).isBetween(since, since.plus(Duration.ofMinutes(3)));
        Assertions.assertThat(presence.until()).isNull();
    }

    private Presence presence(PersonId person) {
        var all = Acting.as(meeting.chair(), () -> meeting.attendance().intervals(meeting.id())).stream()
                .filter(it -> it.person().equals(person))
                .toList();
        Assertions.assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
