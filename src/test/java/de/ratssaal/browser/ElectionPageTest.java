package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("An election, on the screens of chair, tellers and gallery,")
class ElectionPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName("goes from the candidates to a tie, and a lot to which two phones contribute decides")
    void wholeElection() {
        var meeting = TestMeeting.open(5, 5, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var live = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var teller =
                window("teller", Size.PHONE).signIn(logins.get(3), PASSWORD).open(live);
        var other = window("other teller", Size.PHONE)
                .signIn(logins.get(4), PASSWORD)
                .open(live);
        var gallery = window("gallery")
                .signIn(accounts.of(List.of(meeting.invitedGuest()), PASSWORD).getFirst(), PASSWORD)
                .open(live);

        chair.unfold("Wahlen");
        prepare(chair, "Vorsitz im Bauausschuss");
        nominate(chair, "Alma Ahrens", "Fraktion Grün");
        nominate(chair, "Bruno Berger", "Fraktion Rot");
        assertThat(gallery.page().getByText("Alma Ahrens").first()).isVisible();
        chair.button("Zählende benennen").click();
        var tellers = chair.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Zählende"));
        tellers.click();
        for (var member : List.of(meeting.member(3), meeting.member(4))) {
            chair.page()
                    .locator("vaadin-multi-select-combo-box-item")
                    .filter(new Locator.FilterOptions().setHasText(member.toString()))
                    .click();
        }
        chair.page().keyboard().press("Escape");
        in(chair, "Speichern").click();
        assertThat(chair.page().getByText("Es zählen:")).isVisible();
        chair.wholePage("election-desk-candidates").assertAccessible().assertFits();
        chair.button("Kandidatenliste schließen").click();

        round(chair, teller, other, 1, gallery);
        assertThat(chair.page().getByText("Es folgt eine Stichwahl").first()).isVisible();
        round(chair, teller, other, 2, gallery);

        assertThat(gallery.page().getByText("Das Los entscheidet zwischen Alma Ahrens, Bruno Berger."))
                .isVisible();
        chair.wholePage("election-desk-lot").assertAccessible().assertFits();
        for (var member : List.of(teller, other)) {
            var contribute = member.button("Beitrag zum Los leisten");
            assertThat(contribute).isVisible();
            member.wholePage("election-phone-lot").assertAccessible().assertFits();
            contribute.click();
            assertThat(member.page().getByText("Ihr Beitrag ist da")).isVisible();
        }
        contributions(chair, "Beitrag liegt vor");
        chair.button("Beiträge öffnen").click();
        assertThat(teller.page().getByText("Ihr Beitrag ist geöffnet")).isVisible();
        assertThat(other.page().getByText("Ihr Beitrag ist geöffnet")).isVisible();
        contributions(chair, "geöffnet");
        chair.button("Los ziehen").click();

        assertThat(chair.page().getByText("durch das Los").first()).isVisible();
        assertThat(gallery.page().getByText("Nachgerechnet: Das Ergebnis stimmt."))
                .isVisible();
        var download = gallery.page()
                .waitForDownload(() -> gallery.link("Ergebnisblatt (PDF)").click());
        Assertions.assertThat(download.suggestedFilename()).endsWith(".pdf");
        download.saveAs(Path.of("target", "screenshots", "election.pdf"));
        gallery.page().getByText("So lässt sich das Los nachrechnen").click();
        gallery.wholePage("election-gallery-result").assertAccessible().assertFits();
        teller.wholePage("election-phone-result").assertAccessible().assertFits();
        chair.wholePage("election-desk-result").assertAccessible().assertFits();
        onThePortal(gallery, meeting);
    }

    private static void prepare(Window chair, String office) {
        chair.button("Wahl vorbereiten").click();
        chair.field("Amt oder Gremium").fill(office);
        in(chair, "Wahl vorbereiten").click();
        assertThat(chair.page().getByText(office).first()).isVisible();
    }

    /** The public reads each round and who is elected on the meeting's page. */
    private static void onThePortal(Window reader, TestMeeting meeting) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            reader.open("/meetings/" + meeting.id());
            Assertions.assertThat(reader.page().content()).contains("Wahl: Vorsitz im Bauausschuss");
        });
        assertThat(reader.page().getByText("Das Los fiel auf").first()).isVisible();
        assertThat(reader.page().getByText("Gewählt ist").first()).isVisible();
        reader.wholePage("election-portal").assertAccessible().assertFits();
        reader.resize(Size.PHONE).assertAccessible().assertFits().wholePage("election-portal-phone");
    }

    @Test
    @DisplayName("goes by show of hands where nobody objects, and by ballot papers once one member does")
    void openElection() {
        var rules = RulesOfProcedure.of(Preset.NORDRHEIN_WESTFALEN, "{\"invitation\":{\"days\":4,\"urgentDays\":2}}");
        var meeting = TestMeeting.open(5, 5, rules, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var member =
                window("member", Size.PHONE).signIn(logins.get(3), PASSWORD).open("/app/meetings/live/" + meeting.id());

        chair.wholePage("desk-folded").assertAccessible().assertFits();
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("desk-folded-phone");
        chair.resize(Size.DESKTOP);
        chair.unfold("Wahlen").assertAccessible().wholePage("desk-unfolded");
        prepare(chair, "Schriftführung");
        nominate(chair, "Alma Ahrens", "Fraktion Grün");
        nominate(chair, "Bruno Berger", "Fraktion Rot");
        chair.button("Kandidatenliste schließen").click();
        chair.button("Offen wählen: nach Widerspruch fragen").click();
        assertThat(member.button("Ich widerspreche der offenen Wahl")).isVisible();
        member.wholePage("election-open-asked-phone").assertAccessible().assertFits();
        chair.wholePage("election-open-asked-desk").assertAccessible().assertFits();
        chair.button("Niemand widerspricht: Wahlgang 1 durch Handzeichen").click();
        assertThat(member.page().getByText("offen, durch Handzeichen").first()).isVisible();
        assertThat(member.button("Ich widerspreche der offenen Wahl")).hasCount(0);
        var form = chair.page().locator(".rs-election-count-form");
        fill(form, "Alma Ahrens", 3);
        fill(form, "Bruno Berger", 1);
        fill(form, "Enthaltung", 1);
        assertThat(form.getByText("Es haben mitgestimmt: 5")).isVisible();
        chair.wholePage("election-open-hands-desk").assertAccessible().assertFits();
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("election-open-hands-desk-phone");
        chair.resize(Size.DESKTOP);
        chair.button("Ergebnis bekannt geben").click();
        assertThat(member.page().getByText("Offen gewählt durch Handzeichen.").first())
                .isVisible();
        member.wholePage("election-open-result-phone").assertAccessible().assertFits();

        prepare(chair, "Vertretung der Schriftführung");
        nominate(chair, "Carla Cohn", "Fraktion Grün");
        chair.button("Kandidatenliste schließen").click();
        chair.button("Offen wählen: nach Widerspruch fragen").click();
        member.button("Ich widerspreche der offenen Wahl").click();
        assertThat(chair.page()
                        .getByText("Der offenen Wahl wurde widersprochen.")
                        .first())
                .isVisible();
        assertThat(chair.button("Offen wählen: nach Widerspruch fragen")).hasCount(0);
        chair.wholePage("election-open-objected-desk").assertAccessible().assertFits();
    }

    /** The button grows once the last contribution has come so far; a press before that would meet the one that goes. */
    private static void contributions(Window chair, String state) {
        assertThat(chair.page().locator(".rs-election-candidates").getByText(state))
                .hasCount(2);
    }

    /** Two for each, one blank ballot. */
    private static void round(Window chair, Window teller, Window other, int number, Window gallery) {
        chair.button("Wahlgang %d eröffnen".formatted(number)).click();
        assertThat(gallery.page().getByText("Wahlgang %d läuft".formatted(number)))
                .isVisible();
        chair.button("Urne schließen").click();
        for (var member : List.of(teller, other)) {
            var form = member.page().locator(".rs-election-count-form");
            assertThat(form).isVisible();
            fill(form, "In der Urne", 5);
            fill(form, "Alma Ahrens", 2);
            fill(form, "Bruno Berger", 2);
            fill(form, "Leer oder Enthaltung", 1);
            assertThat(form.getByText("Summe der Stapel: 5 · in der Urne: 5")).isVisible();
            if (number == 1) {
                member.wholePage("election-phone-count").assertAccessible().assertFits();
            }
            member.button("Zählung eintragen").click();
            assertThat(form).isHidden();
        }
        contributions(chair, "gezählt");
        chair.button("Ergebnis bekannt geben").click();
        if (number == 1) {
            assertThat(chair.button("Wahlgang 2 eröffnen")).isVisible();
        }
    }

    private static void fill(Locator form, String label, int number) {
        var field = form.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        field.fill(String.valueOf(number));
        field.press("Tab");
    }

    private static void nominate(Window chair, String name, String by) {
        chair.button("Kandidatur eintragen").click();
        var dialog = chair.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill(name);
        dialog.getByLabel("Vorgeschlagen von").fill(by);
        dialog.getByText("Hat zugestimmt zu kandidieren").click();
        in(chair, "Speichern").click();
        assertThat(chair.page().locator(".rs-election-candidates").getByText(name))
                .isVisible();
    }

    private static Locator in(Window window, String button) {
        return window.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button));
    }
}
