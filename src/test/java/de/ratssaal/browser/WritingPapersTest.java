package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

        type(worker.field("Beschlusspunkt 01"), "Der Radweg zum Bahnhof wird gebaut.");
        worker.button("Unterpunkt hinzufügen").click();
        worker.settle();
        type(worker.field("Unterpunkt 01 (1)"), "drei Meter breit");
        worker.field("Unterpunkt 01 (1)").press("Enter");
        type(worker.field("Unterpunkt 01 (2)"), "mit Licht");
        worker.button("Beschlusspunkt hinzufügen").click();
        worker.settle();
        type(worker.field("Beschlusspunkt 02"), "Die Stadtverwaltung wird beauftragt, bis zum 30.06.2027 zu bauen.");
        worker.field("Beschlusspunkt 02").press("Alt+ArrowUp");
        worker.settle();
        assertThat(worker.field("Beschlusspunkt 01"))
                .hasValue("Die Stadtverwaltung wird beauftragt, bis zum 30.06.2027 zu bauen.");
        type(worker.field("Einmalig"), "450.000 €");
        worker.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Auswirkung"))
                .click();
        worker.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("positiv"))
                .click();
        type(worker.field("Begründung"), "Der Weg fehlt.");

        stored(worker, "Ein Radweg zum Bahnhof", "proposal", "drei Meter breit");
        stored(worker, "Ein Radweg zum Bahnhof", "proposal", "mit Licht");
        stored(worker, "Ein Radweg zum Bahnhof", "proposal", "2027");
        stored(worker, "Ein Radweg zum Bahnhof", "details", "450.000");
        stored(worker, "Ein Radweg zum Bahnhof", "details", "POSITIVE");
        stored(worker, "Ein Radweg zum Bahnhof", "reasons", "Der Weg fehlt.");
        assertThat(worker.page().locator(".rs-save-state")).containsText("Gespeichert");
        worker.settle()
                .assertAccessible()
                .assertFits()
                .wholePage("writing-paper")
                .handbook("writing");
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
        type(member.field("Beschlusspunkt 01"), "Am Fluss werden fünf Bänke aufgestellt.");
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
        type(first.field("Beschlusspunkt 01"), "Der Platz wird umgebaut.");
        first.button("Beschlusspunkt hinzufügen").click();
        first.settle();
        type(first.field("Beschlusspunkt 02"), "Die Kosten trägt die Stadt.");
        stored(first, "Zwei an einer Vorlage", "proposal", "trägt die Stadt");
        var second = window("head").signIn("amtsleitung").open(path(first));
        assertThat(first.page().locator(".rs-company")).isVisible();
        assertThat(second.page().locator(".rs-company")).isVisible();

        type(first.field("Beschlusspunkt 01"), " Er wird grün.");
        type(second.field("Beschlusspunkt 02"), " Das Land gibt etwas dazu.");

        assertThat(second.field("Beschlusspunkt 01")).hasValue("Der Platz wird umgebaut. Er wird grün.");
        assertThat(first.field("Beschlusspunkt 02")).hasValue("Die Kosten trägt die Stadt. Das Land gibt etwas dazu.");
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
        type(first.field("Beschlusspunkt 01"), "Der Platz wird im Herbst umgebaut.");
        stored(first, "Zwei an einem Punkt", "proposal", "umgebaut.");
        var second = window("head").signIn("amtsleitung").open(path(first));

        // neither hears of the other until both have written
        second.offline();
        type(second.field("Beschlusspunkt 01"), " Das Amt berichtet.");
        first.field("Beschlusspunkt 01").press("Home");
        first.page().keyboard().type("Beschlossen: ");
        stored(first, "Zwei an einem Punkt", "proposal", "Beschlossen: ");
        second.online();
        var both = "Beschlossen: Der Platz wird im Herbst umgebaut. Das Amt berichtet.";
        assertThat(first.field("Beschlusspunkt 01")).hasValue(both);
        assertThat(second.field("Beschlusspunkt 01")).hasValue(both);

        second.offline();
        replace(second, "Der Platz wird im Winter umgebaut.");
        replace(first, "Der Platz wird im Sommer umgebaut.");
        stored(first, "Zwei an einem Punkt", "proposal", "Sommer");
        second.online();

        assertThat(first.page().locator(".rs-rival")).containsText("Winter");
        assertThat(second.page().locator(".rs-rival")).containsText("Sommer");
        assertThat(second.field("Beschlusspunkt 01")).hasValue("Der Platz wird im Winter umgebaut.");
        assertThat(first.page().locator(".rs-missing")).containsText("zwei Fassungen");
        first.settle().assertAccessible().wholePage("writing-rivals");
        second.settle().assertAccessible().wholePage("writing-rivals-mine");
        second.resize(Size.PHONE).assertFits().wholePage("writing-rivals-phone");
        first.button("Beide zusammen").click();
        var together = "Der Platz wird im Sommer umgebaut.\nDer Platz wird im Winter umgebaut.";
        assertThat(first.field("Beschlusspunkt 01")).hasValue(together);
        assertThat(second.field("Beschlusspunkt 01")).hasValue(together);
        assertThat(first.page().locator(".rs-rival")).hasCount(0);
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
        var admin = window("admin").signIn("admin").open("/app/papers/templates");
        admin.assertAccessible().assertFits().wholePage("templates").handbook("templates");
        admin.resize(Size.PHONE).assertFits().assertAccessible().wholePage("templates-phone");
        admin.resize(Size.DESKTOP);
        admin.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions().setName("Art").setExact(true))
                .first()
                .click();
        admin.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Petition"))
                .click();
        admin.settle();
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
        var kinds = window.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Art"));
        kinds.first().click();
        window.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(kind).setExact(true))
                .click();
        window.settle();
        window.assertAccessible().assertFits().wholePage("paper-begin-" + window.name());
        window.button("Beginnen").click();
        window.page().waitForURL(url -> url.endsWith("/edit"));
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
        window.field("Beschlusspunkt 01").fill(text);
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
