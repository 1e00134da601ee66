package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperSummary;
import de.ratssaal.paper.TestPapers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A paper's way is planned, and the agenda is built from what waits. */
class AgendaFromPapersTest extends BrowserTest {

    private static final String BOARD = "Seniorenbeirat";

    @Autowired
    Clock clock;

    @Autowired
    PaperShelf shelf;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    Access access;

    @Test
    @DisplayName("The secretariat plans a paper's way and puts the paper on the agenda, by button and by dragging")
    void fromPaperToAgenda() {
        var mark = UUID.randomUUID().toString().substring(0, 6);
        var secretariat = window("secretariat").signIn("sekretariat");
        var meeting = planMeeting(secretariat, "Sitzung " + mark);
        var first = released("Sitzbänke " + mark);
        var second = released("Beleuchtung " + mark);
        planWay(secretariat, first);
        secretariat.settle().assertAccessible().assertContrast().wholePage("paper-way");
        secretariat.resize(Size.PHONE).assertFits().assertAccessible().wholePage("paper-way-phone");
        secretariat.resize(Size.DESKTOP);

        secretariat.open(meeting);
        secretariat.button("Ständige Punkte einfügen").click();
        assertThat(item(secretariat, "Verschiedenes")).isVisible();
        assertThat(secretariat.heading("Fällige Drucksachen")).isVisible();
        var waiting = secretariat.page().locator(".rs-agenda-due li");
        waiting.filter(new Locator.FilterOptions().setHasText(first.title()))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(item(secretariat, first.title())).isVisible();
        var other = waiting.filter(new Locator.FilterOptions().setHasText(second.title()));
        secretariat.heading("Fällige Drucksachen").evaluate("it => { it.scrollIntoView(); window.scrollBy(0, -120) }");
        other.locator(".rs-row-detail")
                .dragTo(item(secretariat, "Feststellung der Tagesordnung").locator(".rs-agenda-title"));
        assertThat(item(secretariat, second.title())).isVisible();
        assertThat(secretariat.page().locator(".rs-agenda-title").nth(1)).hasText(second.title());

        secretariat
                .button("Feststellung der Tagesordnung: gemeinsam mit dem Punkt davor beraten")
                .click();
        assertThat(secretariat.page().getByText("gemeinsam mit Ö 2")).isVisible();
        var minutes = secretariat.field("Dauer von: " + first.title());
        minutes.fill("45");
        minutes.press("Tab");
        assertThat(secretariat.page().getByText("Voraussichtliches Ende: ")).isVisible();
        secretariat.settle().assertAccessible().assertContrast().wholePage("agenda-from-papers");
        secretariat.handbook("agenda-from-papers");
        secretariat.resize(Size.PHONE).assertFits().assertAccessible().wholePage("agenda-from-papers-phone");
        secretariat.resize(Size.DESKTOP);

        secretariat.link("Ständige Punkte bearbeiten").click();
        assertThat(secretariat.heading("Ständige Punkte der Tagesordnung")).isVisible();
        secretariat.settle().assertAccessible().assertContrast().wholePage("standing-items");
        secretariat.resize(Size.PHONE).assertFits().assertAccessible().wholePage("standing-items-phone");
    }

    private String planMeeting(Window secretariat, String title) {
        secretariat.open("/app/meetings/plan");
        choose(secretariat, "Gremium", BOARD);
        secretariat.field("Titel").fill(title);
        var day = secretariat.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Tag"));
        day.fill(LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Berlin"))
                .plusDays(200)
                .format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
        day.press("Enter");
        day.press("Tab");
        secretariat.field("Ort").first().fill("Bürgerhaus");
        secretariat.button("Speichern").click();
        secretariat.page().waitForURL(Pattern.compile("/app/meetings/[0-9a-f-]{36}$"));
        return secretariat.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private PaperSummary released(String title) {
        return access.asSystem("test", () -> {
            var paper = drafting.draft(
                    DemoCity.SENIORS_BOARD, TestPapers.content(title, true, "Die Anschaffung wird beschlossen."));
            drafting.release(paper, 1);
            routing.plan(paper, DemoCity.SENIORS_BOARD, ConsultationRole.DECISION);
            return shelf.paper(paper).paper();
        });
    }

    private static void planWay(Window secretariat, PaperSummary paper) {
        secretariat.open("/app/papers/" + paper.id());
        var take = secretariat
                .page()
                .locator(".rs-timeline > li")
                .filter(new Locator.FilterOptions().setHasText(BOARD))
                .locator(".rs-way-when vaadin-button");
        assertThat(take).isVisible();
        take.click();
        assertThat(take).hasCount(0);
    }

    private static Locator item(Window window, String title) {
        return window.page()
                .locator(".rs-agenda-item")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first();
    }

    private static void choose(Window window, String label, String option) {
        window.page()
                .locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first()
                .click();
        window.page()
                .getByRole(AriaRole.OPTION)
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .click();
    }
}
