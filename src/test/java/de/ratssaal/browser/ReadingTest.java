package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.AgendaItemFiles;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reading a meeting's documents in the browser")
class ReadingTest extends BrowserTest {

    private static final int PAGES = 500;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    MeetingId meeting;

    @BeforeEach
    void aMeetingWithDocuments() {
        meeting = access.asSystem("test", this::meeting);
    }

    @Test
    @DisplayName(
            "leads a member from the meeting's page to a page, where they highlight, write, share, search and go on")
    void onADesk() {
        var member = window("member").signIn("mitglied1").open("/app/meetings/" + meeting);
        assertThat(member.page().getByText("3 Dokumente, 3 ungelesen.")).isVisible();
        assertThat(member.link("Im Browser lesen: Kaufvertrag.pdf")).isVisible();
        member.assertAccessible().wholePage("reader-meeting");
        member.link("Im Browser lesen").first().click();
        assertThat(title(member)).hasText("Haushaltsplan.pdf");
        assertThat(text(member, "Der Haushaltsplan der Stadt, Seite 1")).isVisible();

        goTo(member, 320);
        assertThat(text(member, "Gebührensatzung für Straßen, Seite 320")).isVisible();
        assertThat(drawnPages(member)).as("pages of %s that are drawn", PAGES).isLessThan(20);
        select(member, "Gebührensatzung für Straßen, Seite 320");
        member.button("Markieren: Grün, unterstrichen").click();
        assertThat(member.page().locator(".rd-mark.rd-green")).hasCount(1);

        goTo(member, 3);
        select(member, "Der Haushaltsplan der Stadt, Seite 3");
        member.page().locator(".rd-floating").getByText("Notiz").click();
        member.page().locator(".rd-draft textarea").fill("Woher kommt diese Zahl?");
        member.button("Speichern").click();
        var note = panel(member).locator("li", new Locator.LocatorOptions().setHasText("Woher kommt diese Zahl?"));
        note.getByLabel("Mit LM teilen").check();
        assertThat(note).containsText("Seite 3");
        member.handbook("reader").assertAccessible().screenshot("reader-desktop");
        member.dark().assertAccessible().screenshot("reader-desktop-dark");
        member.light();
        waitUntilShared();

        var colleague = window("colleague").signIn("vorsitz").open("/read#meeting=" + meeting);
        assertThat(title(colleague)).hasText("Haushaltsplan.pdf");
        colleague.button("Markierungen und Notizen").click();
        assertThat(panel(colleague)).containsText("Woher kommt diese Zahl?");
        assertThat(panel(colleague)).not().containsText("Gebührensatzung");
        panel(colleague).getByLabel("Von LM geteilt").uncheck();
        assertThat(panel(colleague)).not().containsText("Woher kommt diese Zahl?");
        var other = window("other group").signIn("mitglied2").open("/read#meeting=" + meeting);
        assertThat(title(other)).hasText("Haushaltsplan.pdf");
        other.button("Markierungen und Notizen").click();
        assertThat(panel(other)).containsText("Noch nichts markiert");

        find(member, "GEBUEHRENSATZUNG für strassen");
        assertThat(panel(member)).containsText("Gefunden: 1 Stellen in 1 Dokumenten");
        panel(member).locator(".rd-jump").click();
        assertThat(member.field("Seitenzahl")).hasValue("320");
        assertThat(member.page().locator(".rd-hit").first()).isVisible();
        find(member, "kaeufer");
        panel(member).locator(".rd-jump").click();
        assertThat(title(member)).hasText("Kaufvertrag.pdf");
        assertThat(text(member, "Vertrag mit dem Käufer")).isVisible();
        assertThat(member.page().locator(".textLayer")).not().containsText(ownName());

        member.button("Gelesen: Kaufvertrag.pdf").click();
        assertThat(member.button("Gelesen: Kaufvertrag.pdf")).hasAttribute("aria-pressed", "true");
        member.button("Nächstes ungelesenes Dokument").click();
        assertThat(title(member)).hasText("Haushaltsplan.pdf");
        member.button("Nächstes ungelesenes Dokument").click();
        assertThat(title(member)).hasText("Brunnen.pdf");
        assertThat(text(member, "Der Brunnen ist alt")).isVisible();
        assertThat(member.page().getByText("2 von 3 ungelesen")).isVisible();
        member.page().locator(".rd-pages").evaluate("it => it.scrollTop = it.scrollHeight");
        assertThat(member.page().getByText("1 von 3 ungelesen")).isVisible();

        member.button("Voriges Dokument").click();
        assertThat(title(member)).hasText("Haushaltsplan.pdf");
        goTo(member, 3);
        member.page().reload();
        assertThat(text(member, "Der Haushaltsplan der Stadt, Seite 3")).isVisible();
        assertThat(member.page().locator(".rd-sign")).hasCount(1);
        assertThat(member.field("Seitenzahl")).hasValue("3");
        assertThat(member.page().getByText("1 von 3 ungelesen")).isVisible();
    }

    @Test
    @DisplayName("works on a telephone: contents and notes lie over the pages, and everything fits")
    void onATelephone() {
        var member = window("member", Size.PHONE).signIn("mitglied3").open("/app/meetings/" + meeting);
        assertThat(member.link("Im Browser lesen: Kaufvertrag.pdf")).isVisible();
        member.assertFits().assertAccessible().wholePage("reader-meeting-phone");
        member.open("/read#meeting=" + meeting);
        assertThat(text(member, "Der Haushaltsplan der Stadt, Seite 1")).isVisible();
        member.assertFits().assertAccessible().screenshot("reader-phone");

        member.button("Inhalt").click();
        member.assertFits().assertAccessible().screenshot("reader-phone-contents");
        member.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Brunnen.pdf"))
                .click();
        assertThat(text(member, "Der Brunnen ist alt")).isVisible();

        member.button("Markierungen und Notizen").click();
        member.button("Neue Notiz").click();
        member.button("Oben einfügen").click();
        member.field("Notiz auf Seite 1").fill("Vor Ort ansehen");
        member.button("Speichern").click();
        assertThat(panel(member)).containsText("Vor Ort ansehen");
        member.assertFits().assertAccessible().screenshot("reader-phone-notes");
        member.dark().assertContrast().light();
        panel(member).getByLabel("Schließen").click();
        assertThat(member.page().locator(".rd-sign")).hasCount(1);

        find(member, "kaeufer");
        member.assertFits().screenshot("reader-phone-search");
        panel(member).locator(".rd-jump").click();
        assertThat(text(member, "Vertrag mit dem Käufer")).isVisible();
    }

    @Test
    @DisplayName("works on a tablet: text is selected, highlighted and kept")
    void onATablet() {
        var member = window("member", Size.TABLET).signIn("mitglied4").open("/read#meeting=" + meeting);
        assertThat(text(member, "Der Haushaltsplan der Stadt, Seite 1")).isVisible();

        select(member, "Der Haushaltsplan der Stadt, Seite 1");
        member.assertFits().screenshot("reader-tablet-selected");
        member.button("Markieren: Blau, gestreift").click();
        assertThat(member.page().locator(".rd-mark.rd-blue")).hasCount(1);
        var before = member.page().locator(".rd-page").first().boundingBox().width;
        member.button("Vergrößern").click();
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(
                                member.page().locator(".rd-page").first().boundingBox().width)
                        .isGreaterThan(before * 1.1));
        member.button("An die Breite anpassen").click();
        member.assertFits().assertAccessible().screenshot("reader-tablet");
        member.dark().assertContrast().light();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.sql("select count(*) from reader_mark where meeting_id = ?")
                                .param(meeting.value())
                                .query(Long.class)
                                .single()
                        == 1);
        member.page().reload();
        assertThat(member.page().locator(".rd-mark.rd-blue")).hasCount(1);
    }

    @Test
    @DisplayName("asks before a note that is being written goes, and puts it where it was begun")
    void aNoteBeingWritten() {
        var member = window("member").signIn("mitglied1").open("/read#meeting=" + meeting);
        assertThat(text(member, "Der Haushaltsplan der Stadt, Seite 1")).isVisible();
        member.button("Markierungen und Notizen").click();
        panel(member).getByText("Neue Notiz").click();
        member.page().locator(".rd-placing").getByText("Oben einfügen").click();
        var words = member.page().locator(".rd-draft textarea");
        words.fill("Woher kommt diese Zahl?");

        words.press("Escape");

        var question = member.page().locator("dialog[open]");
        assertThat(question).containsText("Notiz noch nicht gespeichert");
        assertThat(question).containsText("Haushaltsplan.pdf");
        member.assertFits().assertAccessible().screenshot("reader-unsaved-note");
        member.resize(Size.PHONE).assertFits().assertAccessible().screenshot("reader-unsaved-note-phone");
        member.resize(Size.DESKTOP);
        question.getByText("Weiter schreiben").click();
        assertThat(words).hasValue("Woher kommt diese Zahl?");
        member.button("Nächstes Dokument").click();
        assertThat(text(member, "Der Brunnen ist alt")).isVisible();
        assertThat(words).hasValue("Woher kommt diese Zahl?");
        member.button("Speichern").click();

        assertThat(panel(member).locator("section", new Locator.LocatorOptions().setHasText("Haushaltsplan.pdf")))
                .containsText("Woher kommt diese Zahl?");
        assertThat(words).hasCount(0);
    }

    @Test
    @DisplayName("asks who is not signed in to do so, and shows nothing of the meeting")
    void notSignedIn() {
        var somebody = window("somebody").open("/read#meeting=" + meeting);

        assertThat(somebody.page().getByText("Zum Lesen müssen Sie angemeldet sein."))
                .isVisible();
        assertThat(somebody.page().locator("body")).not().containsText("Haushaltsplan");
        somebody.assertAccessible();
    }

    private void waitUntilShared() {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        database.sql("select count(*) from reader_mark where meeting_id = ? and group_id is not null")
                                        .param(meeting.value())
                                        .query(Long.class)
                                        .single()
                                == 1);
    }

    private String ownName() {
        return database.sql("select name from identity_account where login = 'mitglied1'")
                .query(String.class)
                .single();
    }

    private static Locator text(Window window, String text) {
        return window.page().locator(".textLayer").getByText(text, new Locator.GetByTextOptions().setExact(true));
    }

    private static Locator title(Window window) {
        return window.page().locator(".rd-title h1");
    }

    private static Locator panel(Window window) {
        return window.page().locator(".rd-panel");
    }

    private static int drawnPages(Window window) {
        return window.page().locator(".rd-page canvas").count();
    }

    private static void goTo(Window window, int page) {
        window.field("Seitenzahl").fill(Integer.toString(page));
        window.field("Seitenzahl").press("Enter");
        assertThat(window.page()
                        .locator("[data-page='%d'] .textLayer span".formatted(page))
                        .first())
                .isVisible();
    }

    /** Draws over the line, as a hand does. */
    private static void select(Window window, String text) {
        var box = text(window, text).boundingBox();
        var mouse = window.page().mouse();
        mouse.move(box.x + 1, box.y + box.height / 2);
        mouse.down();
        mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        mouse.move(box.x + box.width - 1, box.y + box.height / 2);
        mouse.up();
        assertThat(window.page().locator(".rd-floating")).isVisible();
    }

    private static void find(Window window, String query) {
        if (window.page().locator("#rd-query").count() == 0) {
            window.button("In allen Unterlagen suchen").click();
        }
        window.field("Suchen in allen Unterlagen der Sitzung").fill(query);
        window.field("Suchen in allen Unterlagen der Sitzung").press("Enter");
        assertThat(panel(window)).containsText("Gefunden:");
    }

    private MeetingId meeting() {
        var planned = planning.plan(
                DemoCity.COUNCIL,
                new MeetingPlan(
                        "Sitzung zum Lesen",
                        MeetingMode.IN_PERSON,
                        clock.instant().plus(Duration.ofDays(40)),
                        null,
                        "Rathaus",
                        ""));
        var pages = new String[PAGES];
        Arrays.setAll(
                pages,
                it -> (it == 319 ? "Gebührensatzung für Straßen" : "Der Haushaltsplan der Stadt") + ", Seite "
                        + (it + 1));
        attach(planning.addItem(planned, null, true, "Haushalt"), "Haushaltsplan.pdf", pages);
        attach(
                planning.addItem(planned, null, true, "Sanierung des Marktbrunnens"),
                "Brunnen.pdf",
                "Der Brunnen ist alt");
        attach(planning.addItem(planned, null, false, "Grundstück"), "Kaufvertrag.pdf", "Vertrag mit dem Käufer");
        database.sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                .param(planned.value())
                .update();
        return planned;
    }

    private void attach(AgendaItemId item, String name, String... pages) {
        files.attach(
                AgendaItemFiles.owner(item),
                NewFile.auxiliary(name, true),
                new ByteArrayInputStream(TestPdfs.saying(pages)));
    }
}
