package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.Acting;
import de.ratssaal.attendance.Place;
import de.ratssaal.election.ElectionId;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.Elections;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.TestTally;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("An election by device, on the screens of chair, members and visitors,")
class ElectionByDevicePageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Elections elections;

    @Autowired
    ElectionPreparing preparing;

    @Test
    @DisplayName(
            "goes from the chair's desk through three booths, one of them on a phone, to a result that anybody checks")
    void oneOfThree() {
        var meeting = TestMeeting.open(5, 2, context);
        meeting.arrive(meeting.member(2), Place.REMOTE);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var tellers = TestTally.ready(meeting.council().council(), context);
        var election = prepared(meeting);
        var live = "/app/meetings/live/" + meeting.id();
        var desk = window("desk").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open(live);
        var phone = window("phone", Size.PHONE).signIn(logins.get(1), PASSWORD).open(live);
        var home = window("home").signIn(logins.get(2), PASSWORD).open(live);
        var members = List.of(chair, phone, home);
        var projector = window("projector").signIn(logins.getFirst(), PASSWORD).open("/app/display/" + meeting.id());

        desk.wholePage("device-election-desk-proposed").assertAccessible().assertFits();
        desk.button("Geheim mit Geräten").click();
        members.forEach(
                it -> assertThat(it.page().getByText("Sie sind bereit.")).isVisible(PATIENTLY));
        assertThat(desk.page().getByText("3 Geräte sind angemeldet")).isVisible();
        desk.wholePage("device-election-desk-registering").assertAccessible().assertFits();
        phone.wholePage("device-election-phone-registered").assertAccessible().assertFits();
        desk.page()
                .locator(".rs-urn")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Wahlgang eröffnen"))
                .click();

        assertThat(choice(phone, "Bruno Berger")).isVisible(PATIENTLY);
        phone.wholePage("device-election-phone-choice").assertAccessible().assertFits();
        home.screenshot("device-election-choice").assertAccessible();
        assertThat(projector.page().locator(".rs-display-hashes")).isVisible();
        projector.screenshot("device-election-display-open").assertAccessible().assertFits();
        vote(chair, "Alma Ahrens");
        vote(home, "Bruno Berger");
        choice(phone, "Bruno Berger").click();
        phone.button("Weiter").click();
        phone.wholePage("device-election-phone-review").assertAccessible().assertFits();
        finish(phone);
        phone.wholePage("device-election-phone-cast").assertAccessible().assertFits();
        assertThat(desk.page().getByText("3 von 3").first()).isVisible();
        desk.wholePage("device-election-desk-open").assertAccessible().assertFits();
        desk.button("Urne schließen").click();
        desk.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Urne schließen"))
                .click();
        assertThat(desk.page().getByText("Die Zählkommission entschlüsselt").first())
                .isVisible();
        desk.wholePage("device-election-desk-decrypting").assertAccessible().assertFits();
        var round = SecretPollId.of(Acting.as(
                meeting.chair(),
                () -> elections.election(election).currentRound().orElseThrow().id()));
        var tally = new TestTally(round, tellers, context);
        List.of(1, 3).forEach(tally::decrypt);
        List.of(1, 3).forEach(tally::confirm);

        assertThat(phone.page().locator(".rs-election-elected").getByText("Bruno Berger"))
                .isVisible(PATIENTLY);
        desk.wholePage("device-election-desk-result").assertAccessible().assertFits();
        assertThat(desk.page().locator(".rs-election-bars")).not().containsText("Ungültig");
        var next = desk.page().locator(".rs-next-step");
        assertThat(next).containsText("Mit der Wahl weiter: Vorsitz im Bauausschuss");
        desk.button("Nimmt an").click();
        assertThat(next).containsText("Grundstück");
        phone.wholePage("device-election-phone-result").assertAccessible().assertFits();
        assertThat(projector.page().getByText("Gewählt: Bruno Berger")).isVisible(PATIENTLY);
        projector
                .screenshot("device-election-display-result")
                .assertAccessible()
                .assertFits();
        checked(meeting, round);
    }

    private ElectionId prepared(TestMeeting meeting) {
        return Acting.as(meeting.chair(), () -> {
            var id =
                    preparing.prepare(meeting.id(), meeting.item(), ElectionKind.PERSONS, "Vorsitz im Bauausschuss", 1);
            List.of("Alma Ahrens", "Bruno Berger", "Carla Cohn")
                    .forEach(it -> preparing.nominate(id, it, null, "Fraktion Grün", true, List.of()));
            preparing.closeList(id);
            return id;
        });
    }

    private static Locator choice(Window member, String name) {
        return member.page().locator(".rs-booth-choice").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void vote(Window member, String name) {
        choice(member, name).click();
        member.button("Weiter").click();
        finish(member);
    }

    private static void finish(Window member) {
        member.button("Stimme verschlüsseln").click();
        assertThat(member.heading("Ihre Stimme ist verschlüsselt")).isVisible(PATIENTLY);
        member.button("Stimme abgeben").click();
        assertThat(member.heading("Ihre Stimme ist abgegeben")).isVisible(PATIENTLY);
    }

    /** A visitor's own browser verifies the record. */
    private void checked(TestMeeting meeting, SecretPollId round) {
        var visitor = window("visitor");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            visitor.open("/meetings/" + meeting.id());
            Assertions.assertThat(visitor.page().content()).contains("/secret-polls/" + round);
        });
        visitor.open("/secret-polls/" + round);
        assertThat(visitor.heading("Geheime Wahl prüfen: Vorsitz im Bauausschuss, Wahlgang 1"))
                .isVisible();
        assertThat(visitor.page().getByText("Alle Prüfungen bestanden.")).isVisible(PATIENTLY);
        assertThat(visitor.page().locator("rs-verify").getByText("Bruno Berger").first())
                .isVisible();
        visitor.wholePage("device-election-check").assertAccessible().assertFits();
        visitor.resize(Size.PHONE)
                .assertAccessible()
                .assertFits()
                .wholePage("device-election-check-phone")
                .assertNoScriptErrors();
    }
}
