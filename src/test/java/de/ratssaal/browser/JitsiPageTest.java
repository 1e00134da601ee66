package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.conference.EnteringRooms;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.TestMeeting;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("The conference by Jitsi")
class JitsiPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName("is chosen at the desk, shown within our page, follows the floor, and is gone at closed doors")
    void withinOurPage() {
        var meeting = TestMeeting.open(4, 1, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var adaName = context.getBean(Access.class)
                .asSystem("test", () -> context.getBean(Councils.class).nameOf(meeting.member(2)));
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD);
        var ada = window("Ada").signIn(logins.get(2), PASSWORD);
        var atChair = new JitsiStub(chair);
        var atAda = new JitsiStub(ada);
        chair.open("/app/meetings/desk/" + meeting.id());
        ada.open("/app/meetings/live/" + meeting.id());

        enter(ada);
        assertThat(ada.page().getByText("Außer Ihnen ist noch niemand da.")).isVisible();
        assertThat(chair.page().locator(".rs-conference-desk .rs-conference-person"))
                .hasCount(1);
        chair.page()
                .locator(".rs-conference-provider vaadin-select-value-button")
                .click();
        chair.page()
                .locator("vaadin-select-item:visible:has-text('Jitsi-Server')")
                .click();
        isShown(ada);
        atAda.says("videoConferenceJoined", Map.of("id", "ada1"));
        enter(chair);
        isShown(chair);
        var room = (String) atAda.option("roomName");
        Assertions.assertThat(atChair.option("roomName")).isEqualTo(room);
        Assertions.assertThat(atChair.option("jwt")).isNotEqualTo(atAda.option("jwt"));
        atChair.says("videoConferenceJoined", Map.of("id", "chair1"));
        atChair.says("participantJoined", Map.of("id", "ada1"));
        atAda.says("participantJoined", Map.of("id", "chair1"));
        atChair.isTold("toggleModeration true audio");
        atChair.isTold("setParticipantVolume ada1 0");
        atAda.isTold("setParticipantVolume chair1 1");

        ada.button("Wortmeldung").click();
        chair.button("Das Wort erteilen: " + adaName).click();
        atChair.isTold("approveParticipant ada1 audio");
        atChair.isTold("setParticipantVolume ada1 1");
        assertThat(ada.page().getByText("Sie dürfen sprechen.")).isVisible();
        Assertions.assertThat(atAda.count("toggleAudio")).isZero();
        ada.page().locator(".rs-conference-invited button").click();
        atAda.isTold("toggleAudio");
        atAda.says("audioMuteStatusChanged", Map.of("muted", false));
        assertThat(ada.button("Mikrofon ausschalten")).isVisible();
        ada.assertAccessible().assertFits().wholePage("conference-jitsi");
        chair.assertAccessible().wholePage("conference-jitsi-desk");
        chair.button("Rede beenden").click();
        atChair.isTold("rejectParticipant ada1 audio");
        await().until(() -> atAda.count("toggleAudio") == 2);

        meeting.call(meeting.nonPublic());
        assertThat(ada.page()
                        .getByText("Dieser Punkt ist nicht öffentlich. Bitte bestätigen Sie")
                        .first())
                .isVisible();
        assertThat(ada.page().locator(".rs-conference-jitsi iframe")).hasCount(0);
        atAda.isTold("dispose");
        atChair.isTold("endConference");
        ada.page().locator(".rs-conference").getByText("Ich bin allein").click();
        isShown(ada);
        Assertions.assertThat(atAda.option("roomName")).isNotEqualTo(room);
        Assertions.assertThat(Acting.as(
                        meeting.member(2),
                        () -> context.getBean(EnteringRooms.class)
                                .ticket(meeting.id(), true, null)
                                .get("room")))
                .isEqualTo(atAda.option("roomName"));
    }

    private static void enter(Window window) {
        window.button("Bild und Ton prüfen, dann teilnehmen").click();
        assertThat(window.page().locator(".rs-conference-preview video")).isVisible();
        window.button("Eintreten, Mikrofon aus").click();
    }

    private static void isShown(Window window) {
        assertThat(window.page()
                        .locator(".rs-conference-jitsi iframe")
                        .last()
                        .contentFrame()
                        .getByText("JitsiStub"))
                .isVisible();
    }
}
