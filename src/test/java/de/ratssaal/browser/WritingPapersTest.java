package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Whoever writes a paper")
class WritingPapersTest extends BrowserTest {

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("in an office fills in sections and points, moves them by keyboard, and never has to save")
    void officeWorker() {
        var worker = window("worker").signIn("amt");
        begin(worker, "Beschlussvorlage", "Ein Radweg zum Bahnhof");
        worker.assertAccessible().assertFits().wholePage("writing-begun");

        type(row(worker, "Beschlusspunkt 01"), "Der Radweg zum Bahnhof wird gebaut.");
        worker.button("Unterpunkt hinzufügen").click();
        worker.settle();
        type(row(worker, "Unterpunkt 01 (1)"), "drei Meter breit");
        row(worker, "Unterpunkt 01 (1)").press("Enter");
        type(row(worker, "Unterpunkt 01 (2)"), "mit Licht");
        worker.button("Beschlusspunkt hinzufügen").click();
        worker.settle();
        type(row(worker, "Beschlusspunkt 02"), "Die Stadtverwaltung wird beauftragt, bis zum 30.06.2027 zu bauen.");
        row(worker, "Beschlusspunkt 02").press("Alt+ArrowUp");
        worker.settle();
        assertThat(row(worker, "Beschlusspunkt 01"))
                .hasValue("Die Stadtverwaltung wird beauftragt, bis zum 30.06.2027 zu bauen.");
        type(worker.field("Einmalig"), "450.000 €");
        choose(worker, "Auswirkung", "positiv");
        type(worker.field("Begründung"), "Der Weg fehlt.");

        stored(worker, "Ein Radweg zum Bahnhof", "proposal", "drei Meter breit");
        stored(worker, "Ein Radweg zum Bahnhof", "proposal", "mit Licht");
        stored(worker, "Ein Radweg zum Bahnhof", "proposal", "2027");
        stored(worker, "Ein Radweg zum Bahnhof", "details", "450.000");
        stored(worker, "Ein Radweg zum Bahnhof", "details", "POSITIVE");
        stored(worker, "Ein Radweg zum Bahnhof", "reasons", "Der Weg fehlt.");
        assertThat(worker.page().locator(".rs-save-state")).containsText("Gespeichert");
        worker.settle().assertAccessible().assertFits().wholePage("writing-paper");
        worker.page().locator(".rs-rows-edited").evaluate("it => { it.scrollIntoView(); window.scrollBy(0, -140) }");
        worker.handbook("writing");
        worker.resize(Size.PHONE).assertAccessible().assertFits().wholePage("writing-paper-phone");
        worker.resize(Size.DESKTOP);
        worker.dark().assertContrast();
        var clerk = window("secretariat").signIn("sekretariat").open("/app/papers");
        assertThat(clerk.page().locator("body")).not().containsText("Ein Radweg zum Bahnhof");
    }

    @Test
    @DisplayName("in a group writes a motion on a telephone and sees what is missing")
    void memberOfAGroup() {
        var member = window("member on a telephone", Size.PHONE).signIn("mitglied1");
        begin(member, "Antrag", "Bänke am Fluss");
        type(row(member, "Beschlusspunkt 01"), "Am Fluss werden fünf Bänke aufgestellt.");
        stored(member, "Bänke am Fluss", "proposal", "fünf Bänke");
        member.settle();
        assertThat(member.page().locator(".rs-missing")).containsText("Unterschrift");
        member.assertAccessible().assertFits().wholePage("writing-motion-phone");

        member.link("Ansehen").click();
        assertThat(member.heading("Einreichen und Unterschriften")).isVisible();
        member.settle().assertAccessible().assertFits().wholePage("motion-phone");
    }

    @Test
    @DisplayName("beside another sees them come, and gets what they write at other points at once")
    void twoAtDifferentPoints() {
        var first = window("worker").signIn("amt");
        begin(first, "Beschlussvorlage", "Zwei an einer Vorlage");
        type(row(first, "Beschlusspunkt 01"), "Der Platz wird umgebaut.");
        first.button("Beschlusspunkt hinzufügen").click();
        first.settle();
        type(row(first, "Beschlusspunkt 02"), "Die Kosten trägt die Stadt.");
        stored(first, "Zwei an einer Vorlage", "proposal", "trägt die Stadt");
        var second = window("head").signIn("amtsleitung").open(path(first));
        assertThat(first.page().locator(".rs-company")).isVisible();
        assertThat(second.page().locator(".rs-company")).isVisible();

        type(row(first, "Beschlusspunkt 01"), " Er wird grün.");
        type(row(second, "Beschlusspunkt 02"), " Das Land gibt etwas dazu.");

        assertThat(row(second, "Beschlusspunkt 01")).hasValue("Der Platz wird umgebaut. Er wird grün.");
        assertThat(row(first, "Beschlusspunkt 02")).hasValue("Die Kosten trägt die Stadt. Das Land gibt etwas dazu.");
        assertThat(second.page().locator(".rs-company")).containsText("Punkt 01");
        first.assertAccessible().wholePage("writing-together");
        second.page().close();
        assertThat(first.page().locator(".rs-company"))
                .isHidden(new com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions()
                        .setTimeout(120_000));
    }

    @Test
    @DisplayName(
            "the same point at the same time gets the other’s words between the own, and both wordings where they touch")
    void twoAtTheSamePoint() {
        var first = window("worker").signIn("amt");
        begin(first, "Beschlussvorlage", "Zwei an einem Punkt");
        type(row(first, "Beschlusspunkt 01"), "Der Platz wird im Herbst umgebaut.");
        stored(first, "Zwei an einem Punkt", "proposal", "umgebaut.");
        var second = window("head").signIn("amtsleitung").open(path(first));

        // neither hears of the other until both have written
        second.offline();
        type(row(second, "Beschlusspunkt 01"), " Das Amt berichtet.");
        row(first, "Beschlusspunkt 01").press("Control+Home");
        first.page().keyboard().type("Beschlossen: ");
        stored(first, "Zwei an einem Punkt", "proposal", "Beschlossen: ");
        second.online();
        var both = "Beschlossen: Der Platz wird im Herbst umgebaut. Das Amt berichtet.";
        assertThat(row(first, "Beschlusspunkt 01")).hasValue(both);
        assertThat(row(second, "Beschlusspunkt 01")).hasValue(both);

        second.offline();
        replace(second, "Der Platz wird im Winter umgebaut.");
        replace(first, "Der Platz wird im Sommer umgebaut.");
        stored(first, "Zwei an einem Punkt", "proposal", "Sommer");
        second.online();

        assertThat(first.page().locator(".rs-rival")).containsText("Winter");
        assertThat(second.page().locator(".rs-rival")).containsText("Sommer");
        assertThat(row(second, "Beschlusspunkt 01")).hasValue("Der Platz wird im Winter umgebaut.");
        assertThat(first.page().locator(".rs-missing")).containsText("zwei Fassungen");
        first.settle().assertAccessible().wholePage("writing-rivals");
        second.settle().assertAccessible().wholePage("writing-rivals-mine");
        second.resize(Size.PHONE).assertFits().wholePage("writing-rivals-phone");
        first.button("Beide zusammen").click();
        var together = "Der Platz wird im Sommer umgebaut.\nDer Platz wird im Winter umgebaut.";
        assertThat(row(first, "Beschlusspunkt 01")).hasValue(together);
        assertThat(row(second, "Beschlusspunkt 01")).hasValue(together);
        assertThat(first.page().locator(".rs-rival")).isHidden();
    }

    @Test
    @DisplayName("and reloads the page in the middle of a word, or loses the network, loses nothing")
    void nothingIsLost() {
        var worker = window("worker").signIn("amt");
        begin(worker, "Informationsvorlage", "Nichts geht verloren");
        worker.field("Information").click();
        worker.page().keyboard().type("Das hier wird gerade getip");
        worker.page().reload();
        worker.settle();

        assertThat(worker.field("Information")).hasValue("Das hier wird gerade getip");
        stored(worker, "Nichts geht verloren", "reasons", "gerade getip");
        worker.offline();
        type(worker.field("Information"), "pt, auch im Tunnel");
        worker.online();
        stored(worker, "Nichts geht verloren", "reasons", "auch im Tunnel");
    }

    @Test
    @DisplayName("does so by templates, which an administrator changes")
    void templates() {
        var admin = window("admin").signIn("admin").open("/app/paper-templates");
        admin.assertAccessible().assertFits().wholePage("templates").handbook("templates");
        admin.resize(Size.PHONE).assertFits().assertAccessible().wholePage("templates-phone");
        admin.resize(Size.DESKTOP);
        choose(admin, "Art", "Petition");
        admin.field("Muster der Nummer").fill("P-{number:3}/{yy}");
        admin.field("Zähler").fill("P");
        admin.button("Abschnitt hinzufügen").click();
        admin.field("Überschrift 3").fill("Stellungnahme");
        admin.field("Überschrift 3").press("Tab");
        assertThat(admin.page().locator(".rs-writing-side")).containsText("P-001/");
        assertThat(admin.page().locator(".rs-writing-side")).containsText("Stellungnahme");
        admin.button("Vorlage speichern").click();
        assertThat(admin.page().locator("body")).containsText("Fassung 2");

        var clerk = window("secretariat").signIn("sekretariat");
        begin(clerk, "Petition", "Ein Zebrastreifen");
        assertThat(clerk.heading("Stellungnahme")).isVisible();
        assertThat(clerk.page().locator("body")).containsText("P-001/");
    }

    private static void begin(Window window, String kind, String title) {
        window.open("/app/papers/new");
        window.field("Titel").fill(title);
        choose(window, "Art", kind);
        window.assertAccessible().assertFits().wholePage("paper-begin-" + window.name());
        window.button("Beginnen").click();
        window.page().waitForURL(url -> url.endsWith("/edit"));
        window.settle();
    }

    private static Locator row(Window window, String label) {
        return window.page()
                .locator("vaadin-text-area:has(label:text-is('%s'))".formatted(label))
                .locator("textarea");
    }

    private static void choose(Window window, String label, String option) {
        window.page()
                .locator("vaadin-select:has(label:text-is('%s'))".formatted(label))
                .first()
                .click();
        window.page()
                .locator("vaadin-select-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        window.settle();
    }

    private static String path(Window window) {
        return window.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private static void type(Locator field, String text) {
        field.click();
        field.press("Control+End");
        field.page().keyboard().type(text);
    }

    private static void replace(Window window, String text) {
        row(window, "Beschlusspunkt 01").fill(text);
    }

    private void stored(Window window, String title, String column, String text) {
        var paper = UUID.fromString(path(window).split("/")[3]);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(database.sql("select " + column + " from paper_paper where id = ?")
                                .param(paper)
                                .query(String.class)
                                .single())
                        .as(title)
                        .contains(text));
    }
}
