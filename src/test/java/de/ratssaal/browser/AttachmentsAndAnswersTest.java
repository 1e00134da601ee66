package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.InquiryAnswering;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Attachments and answers")
class AttachmentsAndAnswersTest extends BrowserTest {

    @Autowired
    PaperDrafting drafting;

    @Autowired
    InquiryAnswering answering;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("are named and arranged by keyboard, and by drag, by who writes the paper")
    void attachments() {
        var paper = access.asSystem("test", () -> {
            var drafted = drafting.draft(
                    DemoCity.COUNCIL,
                    new PaperContent(
                            PaperType.PROPOSAL,
                            "Spielplatz am Hafen",
                            "Oberbürgermeister",
                            true,
                            new ResolutionProposal("", List.of(ResolutionPoint.of("", "Es wird gebaut."))),
                            "Er fehlt."));
            for (var name : List.of("Lageplan.txt", "Kosten.txt", "Zeitplan.txt")) {
                attach(drafted, name);
            }
            return drafted;
        });
        var clerk = window("secretariat").signIn("sekretariat").open("/app/" + PaperLinks.edit(paper));
        order(clerk, "Lageplan.txt", "Kosten.txt", "Zeitplan.txt");
        clerk.assertAccessible().assertFits().wholePage("attachments");

        clerk.button("Zeitplan.txt nach oben").press("Enter");
        order(clerk, "Lageplan.txt", "Zeitplan.txt", "Kosten.txt");
        line(clerk, "Kosten.txt")
                .locator(".rs-drag-handle")
                .dragTo(line(clerk, "Lageplan.txt").locator(".rs-drag-handle"));
        order(clerk, "Kosten.txt", "Lageplan.txt", "Zeitplan.txt");

        clerk.button("Kosten.txt umbenennen").click();
        clerk.settle().assertAccessible();
        var title = clerk.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Titel"))
                .last();
        assertThat(title).hasValue("Kosten");
        title.fill("Kosten und Folgekosten");
        dialogButton(clerk, "Umbenennen").click();
        order(clerk, "Kosten und Folgekosten.txt", "Lageplan.txt", "Zeitplan.txt");
        clerk.button("Lageplan.txt ersetzen").click();
        clerk.settle().assertAccessible().screenshot("attachments-replace");
        dialogButton(clerk, "Abbrechen").click();
        clerk.resize(Size.PHONE).assertAccessible().assertFits().wholePage("attachments-phone");
    }

    @Test
    @DisplayName("of inquiries are stored while they are typed, and two who write at once lose nothing")
    void answers() {
        var inquiry = access.asSystem("test", () -> {
            var drafted = drafting.draft(
                    DemoCity.COUNCIL,
                    new PaperContent(
                            PaperType.INQUIRY,
                            "Wie viele Bänke stehen am Ufer?",
                            "Stadtrat",
                            true,
                            ResolutionProposal.EMPTY,
                            "Wie viele Bänke stehen am Ufer, und in welchem Zustand sind sie?"));
            drafting.release(drafted, 1);
            answering.ask(drafted, DemoCity.PLANNING_OFFICE, null);
            answering.writeOn(drafted, "", "Es sind zwölf Bänke. Alle sind heil.");
            return drafted;
        });
        var address = "/app/" + PaperLinks.answer(inquiry);
        var worker = window("office worker").signIn("amt").open("/app/" + PaperLinks.paper(inquiry));
        worker.link("An der Antwort weiterschreiben").click();
        var head = window("head of office", Size.PHONE).signIn("amtsleitung").open(address);
        assertThat(text(worker)).hasValue("Es sind zwölf Bänke. Alle sind heil.");

        text(worker).fill("Es sind zwölf grüne Bänke. Alle sind heil.");
        assertThat(worker.page().getByText("Gespeichert um").first()).isVisible();
        assertThat(text(head)).hasValue("Es sind zwölf grüne Bänke. Alle sind heil.");
        head.assertAccessible().assertFits().wholePage("answer-phone");

        text(head).fill("Es sind zwölf rote Bänke. Alle sind heil.");
        await().pollInSameThread()
                .untilAsserted(() -> Assertions.assertThat(access.asSystem("test", () -> answering.draft(inquiry))
                                .orElseThrow()
                                .text())
                        .contains("rote"));
        text(worker).fill("Es sind zwölf blaue Bänke. Alle sind heil.");
        var rival = worker.page().getByText("hat inzwischen dieselben Worte geändert");
        assertThat(rival).isVisible();
        worker.settle().assertAccessible().assertFits().wholePage("answer-two-wordings");
        worker.resize(Size.PHONE).assertAccessible().assertFits().wholePage("answer-two-wordings-phone");
        worker.resize(Size.DESKTOP);
        assertThat(text(worker)).hasValue("Es sind zwölf blaue Bänke. Alle sind heil.");
        worker.link("Drucksachen").last().click();
        assertThat(worker.page().getByText("Ohne Entscheidung weggehen?").first())
                .isVisible();
        worker.settle().assertAccessible();
        confirmation(worker, "Abbrechen").click();
        assertThat(rival).isVisible();
        worker.page().onDialog(Dialog::accept);
        worker.page().reload();
        assertThat(rival).isVisible();
        assertThat(text(worker)).hasValue("Es sind zwölf blaue Bänke. Alle sind heil.");
        text(worker).fill("Es sind zwölf blaue Bänke. Alle sind noch heil.");
        worker.link("Drucksachen").last().click();
        confirmation(worker, "Weggehen").click();
        worker.page().waitForURL(Pattern.compile("/" + PaperLinks.LIST + "(\\?.*)?$"));
        worker.open(address);
        assertThat(rival).isVisible();
        assertThat(text(worker)).hasValue("Es sind zwölf blaue Bänke. Alle sind noch heil.");
        worker.button("Beide untereinander behalten").click();
        assertThat(rival).isHidden();

        assertThat(text(worker)).hasValue(Pattern.compile("rote[\\s\\S]*blaue"));
        text(head).blur();
        assertThat(text(head)).hasValue(Pattern.compile("rote[\\s\\S]*blaue"));
        head.button("Antwort freigeben").first().click();
        head.page()
                .locator("vaadin-confirm-dialog")
                .getByText("Antwort freigeben", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(head.page().getByText("freigegeben am").first()).isVisible();
        worker.open("/app/" + PaperLinks.paper(inquiry)).assertAccessible().wholePage("inquiry-answered");
    }

    @Test
    @DisplayName("and amendments with what became of them are read by the public, without scripts too")
    void amendmentsBeforeThePublic() {
        var test = TestAmendments.before(context);
        test.adopt(test.submitted(
                2,
                TestAmendments.FOUNTAIN.replace("2028", "2030"),
                TestAmendments.BENCHES,
                "Eine Mauer wird gebaut.",
                TestAmendments.TREES));
        test.submitted(3, TestAmendments.FOUNTAIN, TestAmendments.TREES);
        var visitor = window("visitor");
        var page = "/papers/" + test.paper.value();
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            visitor.open(page);
            Assertions.assertThat(visitor.page().content()).contains("Änderungsantrag 2", "angenommen");
        });
        assertThat(visitor.page().locator("ins").first()).containsText("2030");
        visitor.assertAccessible().assertFits().wholePage("portal-amendments");
        visitor.resize(Size.PHONE).assertAccessible().assertFits().wholePage("portal-amendments-phone");
        visitor.resize(Size.DESKTOP).dark().assertContrast().wholePage("portal-amendments-dark");
    }

    private void attach(PaperId paper, String name) {
        files.attach(
                PaperFiles.owner(paper), name, true, new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator line(Window window, String name) {
        return window.page().locator(".rs-document", new Page.LocatorOptions().setHasText(name));
    }

    private static void order(Window window, String... names) {
        assertThat(window.page().locator(".rs-documents .rs-file-name")).hasText(names);
    }

    private static Locator text(Window window) {
        return window.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Text der Antwort"));
    }

    private static Locator confirmation(Window window, String label) {
        return window.page()
                .locator("vaadin-confirm-dialog")
                .getByText(label, new Locator.GetByTextOptions().setExact(true))
                .last();
    }

    private static Locator dialogButton(Window window, String label) {
        return window.page()
                .locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }
}
