package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import de.ratssaal.Acting;
import de.ratssaal.floor.AskingForTheFloor;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.RequestId;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonName;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.publication.PublicRegister;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName(
        "A meeting, seen on the projector in the hall, on the live page of the public and from the desk that directs the screens,")
class DisplayTest extends BrowserTest {

    private static final Size PROJECTOR = new Size(1920, 1080);
    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final List<String> NAMES = List.of(
            "Frieda Kesselring",
            "Emil Lindqvist",
            "Ada Yıldırım",
            "Jonas Reuter",
            "Mira Falkenhayn",
            "Uwe Sander",
            "Petra Nowak",
            "Karl Zimmer",
            "Leni Brandt");

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName(
            "goes from item to speaker, vote, result, message, break and code, and is closed to the public when it has to be")
    void fromItemToClosedDoors() {
        var meeting = TestMeeting.open(9, 7, context);
        for (var it = 0; it < NAMES.size(); it++) {
            rename(meeting.member(it), NAMES.get(it));
        }
        var group = meeting.council().organization(Classification.POLITICAL_GROUP, 2, context);
        TestCouncil.join(group, meeting.member(2), MembershipRole.MEMBER, context);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> context.getBean(PublicRegister.class)
                        .meeting(meeting.id())
                        .filter(it -> it.state().isRunning())
                        .isPresent());
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var desk = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var projector =
                window("projector", PROJECTOR).signIn(logins.get(1), PASSWORD).open("/app/display/" + meeting.id());
        var everybody = window("public", Size.PHONE).open("/meetings/" + meeting.id());
        everybody.link("Sitzung live verfolgen").click();
        sees(projector, "Digitalisierung");
        sees(everybody, "Digitalisierung");
        everybody.assertAccessible().assertFits().wholePage("live-item");
        Assertions.assertThat(
                        projector.page().locator("button, a, vaadin-button").count())
                .as("nothing to be pressed")
                .isZero();

        speech(meeting, projector, everybody);
        vote(meeting, projector, everybody);
        hall(desk, projector);
        checkIn(meeting, desk, projector, logins.get(8));
        closedDoors(meeting, projector, everybody);
    }

    private void speech(TestMeeting meeting, Window projector, Window everybody) {
        var floor = context.getBean(FloorConduct.class);
        var ask = context.getBean(AskingForTheFloor.class);
        RequestId ada = Acting.as(meeting.member(2), () -> ask.ask(meeting.id(), meeting.item(), SpeechKind.SPEECH));
        Acting.as(meeting.member(3), () -> ask.ask(meeting.id(), meeting.item(), SpeechKind.SPEECH));
        Acting.as(meeting.chair(), () -> floor.call(meeting.id(), ada, null));

        sees(projector, "Ada Yıldırım");
        assertThat(projector.page().locator(".rs-clock-time")).hasText(Pattern.compile("[45]:\\d\\d"));
        sees(everybody, "Ada Yıldırım");
        assertThat(everybody.page().locator(".rs-live-clock")).hasText(Pattern.compile("[45]:\\d\\d"));
        assertFull(projector);
        projector.assertAccessible().screenshot("display-speaker");
        projector.dark().assertContrast();
        projector.screenshot("display-speaker-dark");
        projector.light();
        everybody.assertAccessible().assertFits().wholePage("live-speaker");
        Acting.as(meeting.chair(), () -> floor.end(meeting.id(), ada));
    }

    private void vote(TestMeeting meeting, Window projector, Window everybody) {
        var poll = meeting.openPoll(meeting.item());
        sees(projector, "Abstimmung läuft");
        sees(everybody, "Abstimmung läuft");
        cast(meeting, poll, 2, Choice.YES);
        cast(meeting, poll, 3, Choice.NO);
        sees(projector, "2 von 7 haben abgestimmt");
        assertFull(projector);
        projector.assertAccessible().screenshot("display-vote");
        everybody.assertAccessible().assertFits().wholePage("live-vote");
        cast(meeting, poll, 4, Choice.YES);
        cast(meeting, poll, 5, Choice.ABSTENTION);
        cast(meeting, poll, 0, Choice.YES);
        Acting.as(meeting.chair(), () -> context.getBean(PollConduct.class).close(poll));

        assertThat(projector.page().locator(".rs-display-outcome")).isVisible();
        sees(everybody, "Ja: 3");
        assertFull(projector);
        projector.assertAccessible().screenshot("display-result");
        projector.dark().assertContrast();
        projector.screenshot("display-result-dark");
        projector.light();
        everybody.assertAccessible().assertFits().wholePage("live-result");
        everybody.dark().assertContrast();
        everybody.light();
    }

    private static void hall(Window desk, Window projector) {
        desk.unfold("Bildschirme im Saal")
                .page()
                .getByText("Mitteilung oder Pause auf allen Bildschirmen")
                .click();
        desk.settle();
        desk.field("Mitteilung an den Saal").fill("Bitte nehmen Sie Ihre Plätze ein. Es geht in fünf Minuten weiter.");
        desk.button("Mitteilung zeigen").click();
        sees(projector, "Bitte nehmen Sie Ihre Plätze ein.");
        assertFull(projector);
        projector.screenshot("display-message");
        desk.button("Pause zeigen").click();
        assertThat(projector.page().locator(".rs-display-countdown rs-clock")).hasText(Pattern.compile("1[45]:\\d\\d"));
        assertFull(projector);
        projector.assertAccessible().screenshot("display-break");
        choose(desk, "Sitzplan");
        assertThat(projector.page().locator("rs-seat-plan svg")).isVisible();
        assertFull(projector);
        projector.screenshot("display-seats");
        choose(desk, "Redeliste");
        sees(projector, "Jonas Reuter");
        projector.screenshot("display-speakers");
    }

    private void checkIn(TestMeeting meeting, Window desk, Window projector, String login) {
        choose(desk, "Code zum Anmelden");
        assertThat(projector.page().locator(".rs-display-code")).isVisible();
        assertFull(projector);
        projector.assertAccessible().screenshot("display-check-in");
        desk.assertAccessible().assertFits().wholePage("display-desk");
        desk.resize(Size.PHONE).assertFits();
        desk.page()
                .locator(".rs-screens")
                .screenshot(new Locator.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "screenshots", "display-desk-phone.png")));
        desk.resize(Size.DESKTOP);

        var leni = window("Leni", Size.PHONE)
                .signIn(login, PASSWORD)
                .open("/app/meetings/checkin/" + meeting.id() + "?code=123");
        sees(leni, "Dieser Code gilt nicht oder nicht mehr.");
        leni.assertAccessible().assertFits().wholePage("check-in-refused");
        var code = projector.page().locator(".rs-display-code").textContent().replace(" ", "");
        leni.open("/app/meetings/checkin/" + meeting.id() + "?code=" + code);
        sees(leni, "Sie sind als im Saal anwesend eingetragen.");
        leni.assertAccessible().assertFits().wholePage("check-in-done");
        sees(projector, "8 von 9 Stimmberechtigten anwesend");
    }

    private static void closedDoors(TestMeeting meeting, Window projector, Window everybody) {
        Acting.as(
                meeting.chair(), () -> meeting.conduct().finishItem(meeting.id(), meeting.item(), meeting.revision()));
        meeting.call(meeting.nonPublic());
        sees(projector, "Nichtöffentliche Sitzung");
        sees(everybody, "Nichtöffentliche Sitzung");
        Assertions.assertThat(projector.page().content()).doesNotContain("Grundstück");
        Assertions.assertThat(everybody.page().content()).doesNotContain("Grundstück");
        projector.assertAccessible().screenshot("display-closed");
        everybody.assertAccessible().assertFits().wholePage("live-closed");
    }

    private static void choose(Window desk, String content) {
        desk.unfold("Bildschirme im Saal")
                .page()
                .locator(".rs-screens vaadin-select")
                .first()
                .click();
        desk.page().locator("vaadin-select-item[label='%s']".formatted(content)).click();
        desk.settle();
    }

    /** What does not fit on the screen nobody can scroll to. */
    private static void assertFull(Window projector) {
        projector.settle();
        Assertions.assertThat((Boolean) projector.page().evaluate("""
                        () => [...document.querySelectorAll('.rs-display-stage *')].every(it => {
                          const box = it.getBoundingClientRect();
                          return box.height === 0 || it.closest('svg') && it.localName !== 'svg'
                            || box.bottom <= innerHeight && box.right <= innerWidth + 1 && box.top >= 0;
                        })"""))
                .as("everything is on the screen")
                .isTrue();
    }

    private void cast(TestMeeting meeting, PollId poll, int member, Choice choice) {
        Acting.as(
                meeting.member(member), () -> context.getBean(PollVoting.class).cast(poll, choice, UUID.randomUUID()));
    }

    private static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }

    private void rename(PersonId person, String name) {
        var parts = name.split(" ", 2);
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(PersonAdministration.class)
                                .change(person, new PersonDetails(new PersonName("", parts[0], parts[1]), null, null)));
    }
}
