package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job, as README's "Your first meeting" tells it: from the plan to the decision that everybody can read. */
class FirstMeetingTest extends BrowserTest {

    private static final String TITLE = "14. Sitzung des Stadtrates";
    private static final String PUBLIC_ITEM = "Kulturentwicklung in den Ortsteilen";
    private static final String SECRET_ITEM = "Verkauf des Grundstücks Gerberwiese 7";
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
        var secondMember = window("second member").signIn("mitglied2");
        var recused = window("recused member").signIn("mitglied3");
        var chair = window("chair").signIn("vorsitz");
        readAgenda(member, meeting);

        chair.open(meeting);
        chair.button("Demo: Uhr bis zur Sitzung vorstellen").click();
        chair.link("Zum Sitzungspult").click();
        for (var window : new Window[] {member, secondMember, recused}) {
            window.open(meeting);
            window.link("Zur Sitzung").click();
            window.button("Ich bin im Saal").click();
            assertThat(window.page().getByText("Sie sind anwesend (im Saal)").first())
                    .isVisible();
        }
        checkIn(secretariat, meeting);
        assertThat(chair.page().getByText("Beschlussfähig: " + PRESENT)).isVisible();
        chair.assertAccessible().wholePage("desk-before");

        chair.button("Sitzung eröffnen").click();
        chair.button("Ö 1 aufrufen: Eröffnung").click();
        chair.button("Ö 2 aufrufen: " + PUBLIC_ITEM).first().click();
        recused.button("Ich bin befangen").click();
        recused.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByText("Ich bin befangen")
                .click();
        assertThat(recused.page().getByText("Sie sind bei diesem Punkt befangen"))
                .isVisible();
        assertThat(chair.page().getByText("Beschlussfähig: " + (PRESENT - 1))).isVisible();
    }

    private String planMeeting(Window secretariat) {
        secretariat.open("/app/meetings").assertAccessible();
        secretariat.link("Sitzung planen").first().click();
        secretariat.settle();
        choose(secretariat, "Gremium", "Stadtrat");
        secretariat.field("Titel").fill(TITLE);
        secretariat.page().getByText("Hybrid").click();
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"));
        fill(secretariat.field("Tag"), day.minusDays(3));
        secretariat.field("Ort").fill("Rathaus, Großer Saal");
        secretariat.field("Zugang für die Öffentlichkeit").fill("https://lindenau.example/ratssaal");
        secretariat.button("Speichern").click();
        assertThat(secretariat.page().getByText("Die Sitzung liegt in der Vergangenheit"))
                .isVisible();

        fill(secretariat.field("Tag"), day.plusDays(21));
        secretariat.assertAccessible().wholePage("plan-meeting");
        secretariat.button("Speichern").click();
        assertThat(secretariat.heading(TITLE)).isVisible();
        return secretariat.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private static void fill(Locator field, LocalDate day) {
        field.fill(day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        field.press("Enter");
        field.press("Tab");
    }

    private static void choose(Window window, String label, String option) {
        window.field(label).first().click();
        window.page()
                .getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + option + "$")))
                .first()
                .click();
    }

    private void buildAgenda(Window secretariat) {
        add(secretariat, "Bericht der Verwaltung", false);
        add(secretariat, "Eröffnung", false);
        add(secretariat, PUBLIC_ITEM, false);
        add(secretariat, "Anfragen der Ortsteile", false);
        add(secretariat, SECRET_ITEM, true);
        secretariat.button("Nach oben: Eröffnung").press("Enter");
        assertThat(rows(secretariat).nth(0)).containsText("Eröffnung");
        rows(secretariat).nth(2).dragTo(rows(secretariat).nth(1));
        assertThat(rows(secretariat).nth(1)).containsText(PUBLIC_ITEM);
        secretariat.button("Einrücken: Anfragen der Ortsteile").click();
        assertThat(rows(secretariat).nth(3)).containsText("3.1");
        secretariat.assertAccessible().wholePage("agenda-editor");
    }

    private static void add(Window secretariat, String title, boolean nonPublic) {
        var field = secretariat.page().getByLabel("Tagesordnungspunkt");
        field.fill(title);
        if (nonPublic) {
            secretariat.page().getByLabel("Nicht öffentlich").check();
        }
        secretariat.button("Hinzufügen").click();
        assertThat(rows(secretariat).filter(new Locator.FilterOptions().setHasText(title)))
                .isVisible();
        secretariat.settle();
    }

    private static Locator rows(Window window) {
        return window.page().locator(".rs-agenda-item");
    }

    private void invite(Window secretariat) {
        secretariat.link("Einladung prüfen und versenden").click();
        assertThat(secretariat.page().getByText("Die Frist ist gewahrt.")).isVisible();
        secretariat.assertAccessible().wholePage("invitation");
        secretariat.button("Einladung versenden").click();
        assertThat(secretariat.page().getByText(Pattern.compile("Zugestellt: 51 von 51")))
                .isVisible();
        secretariat.wholePage("invitation-sent");
    }

    private void readAgenda(Window member, String meeting) {
        member.open("/app");
        assertThat(member.page().getByText(TITLE).first()).isVisible();
        member.assertAccessible().assertFits().wholePage("start-member-phone");
        member.open(meeting);
        assertThat(member.page().getByText(SECRET_ITEM)).isVisible();
        member.assertAccessible().assertFits().wholePage("meeting-member-phone");
    }

    /** The secretariat ticks off who sits in the room. */
    private void checkIn(Window secretariat, String meeting) {
        secretariat.open(meeting);
        secretariat.link("Zum Sitzungspult").click();
        secretariat.settle();
        var absent = secretariat
                .page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(Pattern.compile("als anwesend eintragen$")));
        assertThat(absent).hasCount(51 - 3);
        for (int present = 4; present <= PRESENT; present++) {
            absent.first().click();
            assertThat(absent).hasCount(51 - present);
        }
    }
}
