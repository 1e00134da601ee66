package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.PaperContent;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.workflow.PaperSubmission;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A paper is co-signed")
class CoSignatureTest extends BrowserTest {

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperSubmission submission;

    @Autowired
    Access access;

    @Test
    @DisplayName("submitted by an office, refused by the treasury, submitted again, co-signed, approved and released")
    void theWholeWay() {
        var title = "Spielgeräte " + UUID.randomUUID();
        var paper = access.asSystem("test", () -> {
            var drafted = drafting.draft(
                    DemoCity.COUNCIL,
                    new PaperContent(
                            PaperType.PROPOSAL,
                            title,
                            "Oberbürgermeister",
                            true,
                            new ResolutionProposal("", List.of(ResolutionPoint.of("", "Es wird gekauft."))),
                            "Die alten sind kaputt."));
            submission.begin(drafted, DemoCity.PLANNING_OFFICE);
            return drafted;
        });
        var address = "/app/papers/" + paper;

        var worker = window("office worker").signIn("amt");
        assertThat(worker.page().getByText(title)).isVisible();
        worker.open("/app/tasks");
        assertThat(worker.heading("Zu erledigen")).isVisible();
        worker.assertAccessible().assertFits().wholePage("workflow-tasks");
        worker.open(address);
        worker.assertAccessible().wholePage("workflow-draft");
        worker.button("Einreichen").click();
        confirm(worker, "Einreichen");
        assertThat(worker.page().getByText("ist eingereicht")).isVisible();

        var head = window("head of office", Size.PHONE).signIn("amtsleitung").open(address);
        head.assertAccessible().assertFits().wholePage("workflow-to-sign-phone");
        head.button("Mitzeichnen").click();
        head.settle().assertAccessible();
        comment(head, "Bitte rasch.");
        confirm(head, "Mitzeichnen");
        assertThat(head.page().getByText("Erledigt. Die Drucksache geht ihren Weg."))
                .isVisible();

        var treasury = window("treasury").signIn("kaemmerei").open(address);
        treasury.assertAccessible().handbook("co-signature").wholePage("workflow-to-sign");
        treasury.button("Zurückweisen").click();
        confirm(treasury, "Zurückweisen");
        assertThat(dialog(treasury).getByText("Bitte begründen Sie das.")).isVisible();
        comment(treasury, "Die Kosten fehlen.");
        confirm(treasury, "Zurückweisen");
        assertThat(treasury.page().getByText("Zurück beim Verfasser").first()).isVisible();

        assertThat(worker.page().getByText("Die Kosten fehlen.").first()).isVisible();
        worker.settle().assertAccessible().wholePage("workflow-returned");
        worker.link("Drucksache bearbeiten").click();
        var reasons = worker.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Begründung"))
                .first();
        reasons.fill("Die alten sind kaputt. Die neuen kosten 12.000 Euro.");
        reasons.press("Tab");
        assertThat(worker.page().getByText("Gespeichert").first()).isVisible();
        worker.settle();
        worker.open(address);
        worker.button("Wieder einreichen").click();
        confirm(worker, "Einreichen");
        assertThat(worker.page().getByText("Unterwegs, Durchgang 2").first()).isVisible();

        sign(head, address, "Mitzeichnen");
        sign(treasury, address, "Mitzeichnen");
        treasury.assertAccessible();
        var secretariat = window("secretariat").signIn("sekretariat").open(address);
        secretariat.button("Ohne Rechtsamt weiter").click();
        comment(secretariat, "Die Stelle ist nicht besetzt.");
        confirm(secretariat, "Weiter");
        sign(window("mayor").signIn("ob"), address, "Freigeben");
        secretariat.open(address);
        secretariat.assertAccessible().assertFits().wholePage("workflow-to-release");
        secretariat.button("Freigeben").click();
        secretariat
                .page()
                .locator("vaadin-confirm-dialog")
                .getByText("Freigeben", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(secretariat.page().getByText("Verlauf der Mitzeichnung")).isVisible();
        assertThat(secretariat.page().getByText("Veröffentlicht").first()).isVisible();
        var phone = window("office worker on the way", Size.PHONE).signIn("amt").open(address);
        phone.assertAccessible().assertFits().wholePage("workflow-history-phone");

        var councillor = window("councillor").signIn("mitglied2").open(address);
        assertThat(councillor.heading(title)).isVisible();
        assertThat(councillor.page().getByText("Die Kosten fehlen.")).hasCount(0);
        assertThat(councillor.page().getByText("Mitzeichnung und Freigabe")).hasCount(0);
    }

    @Test
    @DisplayName("as an administrator lays it down, who sees at once what cannot be")
    void theProcess() {
        var administrator = window("administrator").signIn("admin").open("/app/processes");
        administrator.assertAccessible().assertFits().wholePage("workflow-processes");
        administrator.open("/app/processes/" + DemoCity.BODY + "/INFORMATION");
        administrator.button("Schritt hinzufügen").click();
        assertThat(administrator.page().getByText("Niemand gibt frei")).isVisible();
        administrator.settle().assertAccessible().wholePage("workflow-wrong-process");
        administrator.button("Ablauf festlegen").click();
        assertThat(administrator.page().locator("vaadin-notification-card")).containsText("Niemand gibt frei");

        administrator.open("/app/processes/" + DemoCity.BODY + "/PROPOSAL");
        administrator.assertAccessible().assertFits().handbook("process").wholePage("workflow-process");
        var days = administrator
                .page()
                .getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("Frist in Arbeitstagen"))
                .nth(1);
        days.fill("4");
        days.press("Tab");
        assertThat(administrator.page().getByText("4 Arbeitstage")).isVisible();
        administrator.button("Ablauf festlegen").click();
        administrator
                .page()
                .locator("vaadin-confirm-dialog")
                .getByText("Ablauf festlegen", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(administrator.page().getByText("Der Ablauf gilt, Fassung")).isVisible();
        administrator.resize(Size.PHONE).assertAccessible().assertFits().wholePage("workflow-process-phone");
    }

    @Test
    @DisplayName("and a head names who stands in")
    void standIn() {
        var treasury = window("treasury").signIn("kaemmerei").open("/app/tasks").resize(Size.PHONE);
        treasury.assertAccessible().assertFits().wholePage("workflow-tasks-phone");
        treasury.button("Vertretung eintragen").click();
        treasury.settle().assertAccessible().resize(Size.DESKTOP);
        var substitute = dialog(treasury)
                .getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Vertretung durch"));
        substitute.fill("Wetz");
        treasury.page().getByText("Wetzstein, Ronny").click();
        var last = dialog(treasury).getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Letzter Tag"));
        last.fill("31.12.2099");
        last.press("Enter");
        dialog(treasury)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Eintragen"))
                .click();
        assertThat(treasury.page().getByText("Ronny Wetzstein:")).isVisible();
        treasury.resize(Size.PHONE).settle().assertAccessible().assertFits();
        treasury.button("Vertretung durch Ronny Wetzstein beenden").click();
        assertThat(treasury.page().getByText("Ronny Wetzstein:")).hasCount(0);
    }

    private void sign(Window who, String address, String verb) {
        who.open(address);
        who.button(verb).click();
        confirm(who, verb);
        assertThat(who.page().getByText("Erledigt. Die Drucksache geht ihren Weg."))
                .isVisible();
    }

    private static void comment(Window who, String text) {
        var field = dialog(who).locator("textarea");
        field.fill(text);
        field.press("Tab");
    }

    private static void confirm(Window who, String verb) {
        dialog(who)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(verb).setExact(true))
                .click();
    }

    private static Locator dialog(Window who) {
        return who.page().getByRole(AriaRole.DIALOG);
    }
}
