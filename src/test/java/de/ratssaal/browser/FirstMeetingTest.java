package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.paper.DemoPapers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job, as README's "Your first meeting" tells it: from the plan to the decision that everybody can read. */
class FirstMeetingTest extends BrowserTest {

    private static final String TITLE = "Sitzung des Stadtrates zur Jahresplanung";
    private static final String PAPER = DemoPapers.DIGITAL_CITY;
    private static final String NON_PUBLIC = "Verkauf des Grundstücks Gerberwiese 7";
    private static final String ATTACHMENT = "Übersicht der Maßnahmen.pdf";
    private static final String CONFIDENTIAL = "Gutachten zum Verkehrswert.pdf";
    private static final String REMARK = "Herr Blankenburg dankt den Ortsteilen für ihre Mitarbeit.";
    private static final int MEMBERS = 51;
    private static final int PRESENT = 38;

    @Autowired
    Clock clock;

    @Test
    void fromThePlanToThePublishedDecision() {
        var secretariat = window("secretariat").signIn("sekretariat");
        var meeting = planMeeting(secretariat);
        buildAgenda(secretariat);
        invite(secretariat);

        var member = window("member", Size.PHONE).signIn("mitglied1");
        var second = windowOnPlainHttp("second member", Size.DESKTOP).signIn("mitglied2");
        var third = window("third member", Size.PHONE).signIn("mitglied3");
        readAgenda(member, meeting);

        var chair = window("chair").signIn("vorsitz").open(meeting);
        chair.button("Demo: Uhr bis zur Sitzung vorstellen").click();
        chair.link("Zum Sitzungspult").click();
        for (var window : List.of(member, second, third)) {
            window.open(meeting);
            window.link("Zur Sitzung").click();
            window.button("Ich bin im Saal").click();
            seen(window, "Sie sind anwesend (im Saal)");
        }
        secretariat.open(meeting);
        secretariat.link("Zum Sitzungspult").click();
        checkIn(secretariat);
        seen(chair, "Anwesend: %d von %d".formatted(PRESENT, MEMBERS));
        chair.assertAccessible().handbook("desk-before-opening");

        chair.button("Sitzung eröffnen").click();
        call(chair, "Ö 1 aufrufen", "Ö 1 Eröffnung");
        beRecused(third);
        seen(chair, "Beschlussfähig: " + (PRESENT - 1));
        call(chair, "Ö 2 aufrufen", "Ö 2 " + PAPER);
        seen(chair, "Beschlussfähig: " + PRESENT);
        changeWording(chair);
        vote(chair, secretariat, member, second, third);
        finish(chair, member);

        writeMinutes(secretariat, meeting);
        member.open(meeting);
        member.link("Niederschrift").first().click();
        seen(member, REMARK);
        member.assertFits().assertAccessible();
        followInPublic();
    }

    private String planMeeting(Window secretariat) {
        secretariat.open("/app/meetings").assertAccessible();
        secretariat.button("Sitzung planen").first().click();
        secretariat.field("Titel").fill(TITLE);
        // other tests found other bodies in the same city
        secretariat
                .page()
                .locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText("Gremium"))
                .click();
        secretariat
                .page()
                .getByRole(AriaRole.OPTION)
                .getByText("Stadtrat", new Locator.GetByTextOptions().setExact(true))
                .click();
        secretariat.page().getByText("Hybrid").click();
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        fill(secretariat, "Tag", day.minusDays(3));
        secretariat.field("Ort").first().fill("Rathaus, Großer Saal");
        secretariat.field("Zugang für die Öffentlichkeit").fill("https://lindenau.example/ratssaal");
        secretariat.button("Speichern").click();
        seen(secretariat, "Die Sitzung liegt in der Vergangenheit");
        assertThat(secretariat.field("Titel")).hasValue(TITLE);

        fill(secretariat, "Tag", day.plusDays(30));
        secretariat.assertAccessible().handbook("plan-meeting");
        secretariat.button("Speichern").click();
        secretariat.field("Tagesordnungspunkt").waitFor();
        assertThat(secretariat.page())
                .hasURL(Pattern.compile("/app/meetings/[^/]*[0-9a-f-]{36}$|/app/meetings/.*/[0-9a-f-]{36}$"));
        return secretariat.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private static void fill(Window window, String label, LocalDate day) {
        var field = window.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label));
        field.fill(day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        field.press("Enter");
        field.press("Tab");
    }

    private void buildAgenda(Window secretariat) {
        add(secretariat, "Bericht der Verwaltung", false);
        add(secretariat, "Eröffnung", false);
        add(secretariat, PAPER, false);
        add(secretariat, "Anfragen der Ortsteile", false);
        add(secretariat, NON_PUBLIC, true);
        secretariat.button("Nach oben: Eröffnung").press("Enter");
        assertThat(rows(secretariat).nth(0)).containsText("Eröffnung");
        secretariat.settle();
        rows(secretariat).nth(2).dragTo(rows(secretariat).nth(1));
        assertThat(rows(secretariat).nth(1)).containsText(PAPER);
        secretariat.button("Einrücken: Anfragen der Ortsteile").click();
        assertThat(rows(secretariat).nth(3)).containsText("3.1");

        secretariat.button("Drucksache zu Ö 2 " + PAPER).click();
        var paper = secretariat.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Drucksache"));
        paper.fill(PAPER);
        // before the answer comes, the list holds empty rows, which stand for nothing
        secretariat
                .page()
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(PAPER))
                .first()
                .click();
        secretariat.button("Zuordnen").click();
        assertThat(rows(secretariat).nth(1).getByRole(AriaRole.LINK)).not().hasCount(0);
        attach(secretariat, "Datei zu Ö 2 " + PAPER, ATTACHMENT, "Maßnahmen");
        attach(secretariat, "Datei zu N 1 " + NON_PUBLIC, CONFIDENTIAL, "Verkehrswert");
        secretariat.assertAccessible().handbook("agenda");
    }

    private static void attach(Window secretariat, String button, String name, String text) {
        // the dialog before is gone
        assertThat(secretariat.page().locator("vaadin-upload")).hasCount(0);
        secretariat.button(button).click();
        var chooser = secretariat.page().locator("vaadin-upload input[type=file]");
        chooser.setInputFiles(
                new FilePayload("kaputt.pdf", "application/pdf", TestPdfs.firstHalfOf(TestPdfs.saying("Haushalt"))));
        seen(secretariat, Pattern.compile("Die PDF-Datei ist beschädigt"));
        chooser.setInputFiles(new FilePayload(name, "application/pdf", TestPdfs.saying(text)));
        secretariat.button("Fertig").click();
        assertThat(secretariat.link(name).first()).isVisible();
    }

    private static void add(Window secretariat, String title, boolean nonPublic) {
        secretariat.settle();
        secretariat.field("Tagesordnungspunkt").fill(title);
        if (nonPublic) {
            secretariat.field("Nicht öffentlich").check();
        }
        secretariat.button("Hinzufügen").click();
        assertThat(rows(secretariat).filter(new Locator.FilterOptions().setHasText(title)))
                .isVisible();
    }

    private static Locator rows(Window window) {
        return window.page().locator(".rs-agenda-item");
    }

    private static void invite(Window secretariat) {
        secretariat.link("Einladung prüfen und versenden").click();
        seen(secretariat, "Die Frist ist gewahrt.");
        secretariat.assertAccessible().handbook("invitation");
        secretariat.button("Einladung versenden").click();
        seen(secretariat, "Zugestellt: %d von %d".formatted(MEMBERS, MEMBERS));
    }

    private static void readAgenda(Window member, String meeting) {
        member.open("/app");
        seen(member, TITLE);
        member.assertAccessible().assertFits().handbook("start-of-a-member");
        member.open(meeting);
        seen(member, NON_PUBLIC);
        assertThat(member.link(CONFIDENTIAL).first()).isVisible();
        member.assertAccessible().assertFits().handbook("agenda-of-a-member");
    }

    /** Everybody is ticked off at once, then those who are missing are taken off. */
    private static void checkIn(Window secretariat) {
        secretariat.button("Alle Übrigen sind da").click();
        secretariat
                .page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Als anwesend eintragen")
                .click();
        seen(secretariat, "Anwesend: %d von %d".formatted(MEMBERS, MEMBERS));
        var here = secretariat
                .page()
                .locator(".rs-desk-member")
                .filter(new Locator.FilterOptions()
                        .setHasNotText(Pattern.compile("Kesselring|Yıldırım|Lindqvist|Wendt")));
        for (int present = MEMBERS - 1; present >= PRESENT; present--) {
            here.nth(present - PRESENT)
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(Pattern.compile("als abwesend eintragen$")))
                    .click();
            seen(secretariat, "Anwesend: %d von %d".formatted(present, MEMBERS));
        }
    }

    private static void call(Window chair, String button, String heading) {
        chair.page()
                .locator(".rs-next")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + button)))
                .click();
        assertThat(chair.heading(heading).first()).isVisible();
        chair.settle();
    }

    private static void record(Window chair, String outcome) {
        chair.button(outcome).click();
        assertThat(chair.button(outcome)).hasCount(0);
        chair.settle();
    }

    private static void beRecused(Window member) {
        member.button("Ich bin befangen").click();
        member.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Ich bin befangen")
                .click();
        seen(member, "Sie sind bei diesem Punkt befangen");
    }

    private static void changeWording(Window chair) {
        chair.button("Wortlaut ändern").click();
        var point = chair.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Beschlusspunkt 08"));
        point.fill(point.inputValue() + " Der Hauptausschuss wird jährlich unterrichtet.");
        chair.button("Geänderten Wortlaut übernehmen").click();
        seen(chair, "mit Änderungen");
        chair.assertAccessible();
    }

    private static void vote(Window chair, Window secretariat, Window member, Window second, Window third) {
        chair.button("Abstimmung eröffnen").click();
        member.assertAccessible().assertFits().handbook("vote-of-a-member");
        vote(member, "Ja");
        seen(chair, "1 von %d haben abgestimmt".formatted(PRESENT));
        second.offline();
        press(second, "Ja");
        seen(second, "Keine Verbindung. Ihre Stimme ist auf diesem Gerät gesichert");
        second.online();
        seen(second, "Ihre Stimme ist gespeichert");
        vote(third, "Enthaltung");
        seen(chair, "3 von %d haben abgestimmt".formatted(PRESENT));
        chair.assertAccessible().handbook("desk-during-vote");
        secretariat.page().getByText("Handzeichen im Saal zählen").click();
        count(secretariat, "Ja", 31);
        count(secretariat, "Enthaltung", 4);
        secretariat.button("Zählung eintragen").click();

        chair.button("Abstimmung schließen (38 von 38)").click();

        for (var window : List.of(chair, member, second, third, secretariat)) {
            seen(window, "mit Änderungen beschlossen");
            seen(window, "Ja: 33, Nein: 0, Enthaltungen: 5, Befangen: 0");
        }
        chair.assertAccessible().handbook("desk-result");
        member.assertAccessible().assertFits().handbook("result-of-a-member");
    }

    private static void vote(Window member, String choice) {
        press(member, choice);
        seen(member, "Ihre Stimme ist gespeichert");
    }

    private static void press(Window member, String choice) {
        member.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(choice))
                .click();
        member.button("Stimme abgeben: " + choice).click();
    }

    private static void count(Window secretariat, String choice, int votes) {
        var field = secretariat
                .page()
                .getByRole(
                        AriaRole.SPINBUTTON,
                        new Page.GetByRoleOptions().setName(choice).setExact(true));
        field.fill(String.valueOf(votes));
        field.press("Tab");
    }

    private static void finish(Window chair, Window member) {
        call(chair, "Ö 3 aufrufen", "Ö 3 Bericht der Verwaltung");
        member.button("Wortmeldung").first().click();
        var give = chair.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Das Wort erteilen: .*")))
                .first();
        give.click();
        seen(member, "Sie haben das Wort");
        chair.button("Rede beenden").first().click();
        seen(chair, "Keine Wortmeldungen.");
        record(chair, "Zur Kenntnis genommen");
        call(chair, "Ö 3.1 aufrufen", "Ö 3.1 Anfragen der Ortsteile");
        record(chair, "Zur Kenntnis genommen");
        call(chair, "N 1 aufrufen", "N 1 " + NON_PUBLIC);
        record(chair, "Vertagt");
        chair.button("Sitzung schließen").first().click();
        chair.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sitzung schließen"))
                .click();
        seen(chair, "Die Sitzung ist geschlossen");
    }

    private static void writeMinutes(Window secretariat, String meeting) {
        secretariat.open(meeting);
        secretariat.link("Niederschrift").first().click();
        secretariat.button("Niederschrift beginnen").click();
        secretariat.field("Schriftführung").fill("Birgit Hollenbach");
        secretariat.field("Ö 2 " + PAPER).fill(REMARK);
        assertThat(secretariat.field("Ö 3 Bericht der Verwaltung")).hasValue(Pattern.compile("Es sprachen: .+"));
        secretariat.field("Schluss").fill("Der Vorsitz dankt allen und wünscht einen guten Heimweg.");
        secretariat.field("Schluss").press("Tab");
        assertThat(secretariat.page().locator(".rs-minutes").getByText(REMARK).last())
                .isVisible();
        secretariat.assertAccessible().handbook("minutes");
        secretariat.button("Freigeben").click();
        secretariat
                .page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Freigeben")
                .last()
                .click();
        seen(secretariat, "Die Niederschrift ist freigegeben.");
        secretariat.assertAccessible();
    }

    private void followInPublic() {
        var visitor = window("visitor", Size.PHONE).open("/");
        visitor.assertAccessible().assertFits().handbook("portal-home");
        visitor.link(TITLE).first().click();
        seen(visitor, PAPER);
        assertThat(visitor.link(ATTACHMENT)).isVisible();
        seen(visitor, "Niederschrift");
        hidden(visitor);
        visitor.assertAccessible().assertFits().handbook("portal-meeting");
        visitor.link("Zum Beschluss").first().click();
        seen(visitor, "mit Änderungen beschlossen");
        seen(visitor, "Der Hauptausschuss wird jährlich unterrichtet.");
        assertThat(visitor.page().getByText(Pattern.compile("Ja:? ?33")).first())
                .isVisible();
        hidden(visitor);
        visitor.assertAccessible().assertFits().handbook("portal-decision");
        for (var word : List.of("Gerberwiese", "Verkehrswert")) {
            visitor.open("/search?q=" + word);
            hidden(visitor);
        }
    }

    private static void hidden(Window visitor) {
        Assertions.assertThat(visitor.page().locator("main").innerText())
                .doesNotContain(NON_PUBLIC, CONFIDENTIAL, "Gerberwiese 7");
    }

    private static void seen(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }

    private static void seen(Window window, Pattern text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }
}
