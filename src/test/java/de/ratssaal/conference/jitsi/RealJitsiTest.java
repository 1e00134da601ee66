package de.ratssaal.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import de.ratssaal.browser.TestBrowser;
import de.ratssaal.conference.Room;
import de.ratssaal.conference.RoomId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Against a real Jitsi, which is somewhere else:
 *
 * <pre>./ratssaal test RealJitsiTest -Dratssaal.jitsi.address=https://video.example -Dratssaal.jitsi.secret=…</pre>
 *
 * The name of the application is {@code ratssaal} unless {@code ratssaal.jitsi.app-id} says otherwise, that of the domain
 * {@code meet.jitsi} unless {@code ratssaal.jitsi.domain} does. If Jitsi lets itself be shown within pages of one address alone,
 * {@code ratssaal.jitsi.page} is that address. The test comes into rooms of its own and leaves them.
 */
@DisplayName("At a real Jitsi")
class RealJitsiTest {

    private static final String FRAME = """
            ([address, room, token]) => new Promise((joined, failed) => {
              const script = document.createElement('script');
              script.src = address + '/external_api.js';
              script.onerror = () => failed(new Error('no external_api.js'));
              script.onload = () => {
                const api = new JitsiMeetExternalAPI(new URL(address).host, {
                  roomName: room, jwt: token, parentNode: document.body,
                  configOverwrite: { prejoinConfig: { enabled: false }, startWithAudioMuted: true },
                });
                window.told = [];
                for (const event of ['participantJoined', 'participantRoleChanged', 'errorOccurred', 'readyToClose'])
                  api.addListener(event, it => window.told.push({ event, ...it }));
                api.addListener('videoConferenceJoined', it => joined(it.id));
                window.jitsi = api;
              };
              document.head.append(script);
              setTimeout(() => joined(null), 20_000);
            })
            """;

    private static JitsiSettings settings;

    @BeforeAll
    static void whereItIs() {
        var address = System.getProperty("ratssaal.jitsi.address", "");
        var secret = System.getProperty("ratssaal.jitsi.secret", "");
        assumeTrue(
                !address.isEmpty() && !secret.isEmpty(),
                "no Jitsi to test against: set -Dratssaal.jitsi.address and -Dratssaal.jitsi.secret");
        settings = new JitsiSettings(
                address,
                System.getProperty("ratssaal.jitsi.app-id", "ratssaal"),
                secret,
                "",
                System.getProperty("ratssaal.jitsi.domain", "meet.jitsi"),
                "muc." + System.getProperty("ratssaal.jitsi.domain", "meet.jitsi"),
                "");
    }

    private static Room room() {
        var name = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        return new Room(RoomId.next(), new MeetingId(UUID.randomUUID()), name, null, JitsiProvider.NAME);
    }

    private static String token(JitsiSettings by, Room room, boolean moderates, Instant now) {
        return new JitsiTokens(by).token(room, PersonId.next(), "Test", moderates, now);
    }

    private static Page page() {
        return TestBrowser.get()
                .newContext(new Browser.NewContextOptions()
                        .setIgnoreHTTPSErrors(Boolean.getBoolean("ratssaal.jitsi.any-certificate")))
                .newPage();
    }

    private static Object joins(Page page, Room room, String token) {
        var embedding = System.getProperty("ratssaal.jitsi.page", "https://ratssaal.test") + "/";
        page.route(
                embedding,
                it -> it.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<!doctype html>")));
        page.navigate(embedding);
        return page.evaluate(FRAME, List.of(settings.address(), JitsiTokens.roomName(room), token));
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    @Test
    @DisplayName("a token of ours opens its room; two in it see each other, and only who conducts is moderator")
    void ours() {
        var room = room();
        try (var chair = page().context();
                var member = page().context()) {
            var first = chair.pages().getFirst();
            assertThat(joins(first, room, token(settings, room, true, now()))).isNotNull();
            var second = member.pages().getFirst();
            var id = joins(second, room, token(settings, room, false, now()));
            assertThat(id).isNotNull();
            first.waitForFunction("id => window.told.some(it => it.event === 'participantJoined' && it.id === id)", id);
            first.waitForFunction(
                    "() => window.told.some(it => it.event === 'participantRoleChanged' && it.role === 'moderator')");
            assertThat(second.evaluate("id => window.told.some(it => it.id === id && it.role === 'moderator')", id))
                    .isEqualTo(false);
        }
    }

    @Test
    @DisplayName("a token that is over, of another room, or signed by somebody else opens nothing")
    void hostile() {
        var room = room();
        var foreign = new JitsiSettings(
                settings.address(),
                settings.appId(),
                "a secret of somebody else, as long as it has to be",
                "",
                settings.domain(),
                settings.rooms(),
                "");
        for (var token : List.of(
                token(settings, room, true, now().minus(JitsiTokens.VALID.multipliedBy(3))),
                token(settings, room(), true, now()),
                token(foreign, room, true, now()))) {
            try (var context = page().context()) {
                assertThat(joins(context.pages().getFirst(), room, token)).isNull();
            }
        }
    }
}
