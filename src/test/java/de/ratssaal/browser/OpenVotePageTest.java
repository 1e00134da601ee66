package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.Acting;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.OpenVoteRules;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("An open vote, on the screens of chair, member and gallery,")
class OpenVotePageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    /** It closes six seconds after its end. */
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Polls polls;

    @Autowired
    PollConduct conduct;

    @Test
    @DisplayName("is changed until it is closed, has an end that everybody sees, and is challenged and taken again")
    void changedEndedChallenged() {
        var meeting = TestMeeting.open(5, 5, OpenVoteRules.of(true, true), context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var live = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var phone = window("member", Size.PHONE).signIn(logins.get(2), PASSWORD).open(live);
        var laptop =
                window("the member's laptop").signIn(logins.get(2), PASSWORD).open(live);
        var gallery = window("gallery")
                .signIn(accounts.of(List.of(meeting.invitedGuest()), PASSWORD).getFirst(), PASSWORD)
                .open(live);

        chair.field("Worüber wird abgestimmt?").fill("Digitalisierung annehmen");
        chair.button("Abstimmung eröffnen").click();
        vote(phone, "Ja");
        assertThat(stored(phone)).containsText("Ja");
        phone.assertAccessible().assertFits().wholePage("open-vote-stored-phone");

        changes(phone, laptop);
        var projector = window("projector", new Size(1920, 1080))
                .signIn(logins.get(1), PASSWORD)
                .open("/app/display/" + meeting.id());
        announcesTheEnd(meeting, chair, phone, gallery, projector);
        challenged(chair, phone, gallery);
    }

    /** The laptop learns of the vote before it changes it; the telephone's older change is refused. */
    private static void changes(Window phone, Window laptop) {
        laptop.open(laptop.page().url().replaceFirst("https?://[^/]+", ""));
        assertThat(stored(laptop)).containsText("Ja");
        phone.button("Stimme ändern").click();
        assertThat(phone.button("Es bleibt bei: Ja")).isVisible();
        phone.assertAccessible().assertFits().wholePage("open-vote-changing-phone");
        laptop.button("Stimme ändern").click();
        vote(laptop, "Enthaltung");
        assertThat(stored(laptop)).containsText("Enthaltung");

        vote(phone, "Nein");
        assertThat(phone.page().locator(".rs-vote-message")).containsText("auf einem anderen Gerät geändert");
        assertThat(stored(phone)).containsText("Enthaltung");
        phone.assertAccessible().assertFits().wholePage("open-vote-overtaken-phone");
        phone.button("Stimme ändern").click();
        vote(phone, "Nein");
        assertThat(stored(phone)).containsText("Nein");
    }

    /** The clerk heard a no where a yes was said. */
    private static void correctsTheEntry(Window chair) {
        chair.button("Eingetragene Stimme berichtigen").click();
        var dialog = chair.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByText("eingetragen: Nein")).isVisible();
        chair.assertAccessible().assertFits().wholePage("open-vote-correct-entry");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(".*: Ja eintragen")))
                .click();
        assertThat(dialog).hasCount(0);
    }

    private void announcesTheEnd(TestMeeting meeting, Window chair, Window phone, Window gallery, Window projector) {
        Acting.as(
                meeting.chair(),
                () -> conduct.enterVote(openPoll(meeting), meeting.member(3), Choice.NO, UUID.randomUUID()));
        correctsTheEntry(chair);
        chair.button("in 30 Sekunden").click();
        for (var screen : List.of(chair, phone, gallery)) {
            assertThat(screen.page().locator(".rs-vote-end .rs-clock-time").first())
                    .hasText(Pattern.compile("0:[0-3]\\d"));
        }
        assertThat(projector.page().locator(".rs-display-vote-end")).hasText(Pattern.compile("0:[0-3]\\d"));
        chair.button("Abstimmung schließen").click();
        assertThat(chair.page()
                        .getByText("Das Ende ist angekündigt und noch nicht alle haben abgestimmt")
                        .first())
                .isVisible();
        projector.assertAccessible().screenshot("open-vote-end-display");
        chair.assertAccessible().assertFits().wholePage("open-vote-end-desk");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("open-vote-end-desk-phone");
        chair.resize(Size.DESKTOP);
        phone.assertAccessible().assertFits().wholePage("open-vote-end-phone");
        gallery.assertAccessible().assertFits().wholePage("open-vote-end-gallery");

        // nobody presses anything: it closes by itself
        assertThat(gallery.page().locator(".rs-result").first()).isVisible(PATIENT);
        assertThat(gallery.page().locator(".rs-result").first()).containsText("Ja: 1, Nein: 1");
        chair.page().getByText("Alle Stimmen nach Namen").first().click();
        assertThat(chair.page().locator(".rs-voters")).containsText("von der Sitzungsleitung eingetragen");
        chair.wholePage("open-vote-names-desk");
    }

    private void challenged(Window chair, Window phone, Window gallery) {
        phone.button("Abstimmung anfechten").click();
        phone.field("Begründung").fill("Auf zwei Geräten stand eine andere Frage.");
        phone.assertAccessible().assertFits().wholePage("challenge-raise-phone");
        phone.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Anfechten").setExact(true))
                .click();
        assertThat(phone.page().locator(".rs-challenge")).containsText("noch nicht entschieden");
        phone.assertAccessible().assertFits().wholePage("challenge-raised-phone");
        assertThat(gallery.page().locator(".rs-challenge")).containsText("noch nicht entschieden");

        assertThat(chair.page().locator(".rs-challenge")).containsText("Auf zwei Geräten stand eine andere Frage.");
        chair.assertAccessible().assertFits().wholePage("challenge-desk");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("challenge-desk-phone");
        chair.resize(Size.DESKTOP);
        chair.button("Stattgeben und wiederholen").click();
        chair.field("Begründung").fill("Die Frage war nicht überall dieselbe.");
        chair.page()
                .locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stattgeben und wiederholen"))
                .click();
        assertThat(gallery.page().locator(".rs-challenge")).containsText("stattgegeben, wird wiederholt");

        chair.field("Worüber wird abgestimmt?").fill("Digitalisierung annehmen");
        chair.button("Abstimmung eröffnen").click();
        vote(phone, "Ja");
        assertThat(stored(phone)).containsText("Ja");
        chair.button("Abstimmung schließen").click();
        assertThat(gallery.page().locator(".rs-result").first()).containsText("Ja: 1, Nein: 0");
        // both results are there
        assertThat(gallery.page().locator(".rs-taken-votes > vaadin-details")).hasCount(2);
        gallery.assertAccessible().assertFits().wholePage("challenge-both-results-gallery");
        phone.assertAccessible().assertFits().wholePage("challenge-both-results-phone");
    }

    private PollId openPoll(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> polls.of(meeting.id()).getLast().id());
    }

    private static void vote(Window window, String choice) {
        window.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(choice))
                .click();
        window.button("Stimme abgeben: " + choice).click();
    }

    private static Locator stored(Window window) {
        return window.page().locator(".rs-vote-stored");
    }
}
