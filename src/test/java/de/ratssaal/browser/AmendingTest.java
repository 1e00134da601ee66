package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.amendment.AmendmentLinks;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.paper.PaperLinks;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Amendments, seen from members' devices and the chair's desk,")
class AmendingTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String CHEAPER = TestAmendments.BENCHES.replace("10.000", "5.000");

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName("are written, ordered, decided and merged, and the merged text is what is resolved")
    void fromTheFirstWordToTheResolution() {
        var test = TestAmendments.before(context);
        var logins = accounts.of(test.meeting.council().members(), PASSWORD);
        var phone = window("member on the way", Size.PHONE).signIn(logins.get(2), PASSWORD);
        var desktop = window("member at home").signIn(logins.get(3), PASSWORD);
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD);

        begin(phone, test, "Sparsamer");
        point(phone, "02").fill(CHEAPER);
        point(phone, "02").press("Tab");
        assertThat(phone.page().locator(".rs-synopsis ins").first()).containsText("5.000");
        phone.assertAccessible().assertFits().wholePage("amendment-write-phone");
        handIn(phone, "Änderungsantrag 1");
        phone.assertAccessible().assertFits().wholePage("amendment-phone");

        begin(desktop, test, "Ohne neue Bänke");
        desktop.button("Beschlusspunkt 02 löschen").click();
        assertThat(desktop.page().locator(".rs-synopsis")).containsText("Der Punkt entfällt.");
        desktop.assertAccessible().wholePage("amendment-write");
        handIn(desktop, "Änderungsantrag 2");
        desktop.dark().assertContrast();
        desktop.light().wholePage("amendment");

        chair.open("/app/" + PaperLinks.paper(test.paper));
        assertThat(chair.heading("Änderungsanträge")).isVisible();
        chair.assertAccessible().wholePage("paper-with-amendments");
        chair.open("/app/" + AmendmentLinks.item(test.item));
        assertThat(amendment(chair, 0)).containsText("Änderungsantrag 2");
        assertThat(amendment(chair, 0)).containsText("streicht einen Punkt");
        assertThat(amendment(chair, 1)).containsText("ändert einen Betrag um 50 %");
        chair.assertAccessible().assertFits().wholePage("item-amendments");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("item-amendments-phone");
        chair.resize(Size.DESKTOP);

        decide(chair, "Änderungsantrag 2", "abgelehnt", 1, 3);
        decide(chair, "Änderungsantrag 1", "angenommen", 4, 1);
        assertThat(chair.page().getByText("noch nicht im Text").first()).isVisible();
        chair.assertAccessible().wholePage("item-amendments-decided");
        chair.button("In den Text übernehmen").click();
        assertThat(chair.page().getByText("steht im Text").first()).isVisible();

        chair.open("/app/meetings/desk/" + test.meeting.id());
        assertThat(chair.page().getByText(CHEAPER).first()).isVisible();
        chair.wholePage("desk-with-amendments");
        chair.button("Abstimmung eröffnen").click();
        phone.open("/app/meetings/live/" + test.meeting.id());
        phone.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ja"))
                .click();
        phone.button("Stimme abgeben: Ja").click();
        chair.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Abstimmung schließen \\(1 von")))
                .click();
        assertThat(chair.page().getByText("mit Änderungen beschlossen").first()).isVisible();
        assertThat(chair.page().getByText(CHEAPER).first()).isVisible();
    }

    @Test
    @DisplayName("that contradict each other are chosen between, and references follow their points")
    void contradictions() {
        var test = TestAmendments.before(context);
        test.adopt(test.submitted(
                2,
                TestAmendments.FOUNTAIN.replace("2028", "2030"),
                "Eine Mauer wird gebaut.",
                TestAmendments.BENCHES,
                TestAmendments.TREES));
        test.adopt(test.submitted(
                3, TestAmendments.FOUNTAIN.replace("2028", "2027"), TestAmendments.BENCHES, TestAmendments.TREES));
        var logins = accounts.of(test.meeting.council().members(), PASSWORD);
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD);

        chair.open("/app/" + AmendmentLinks.item(test.item));
        assertThat(chair.page().getByText("der Wortlaut von Punkt 1").first()).isVisible();
        chair.assertAccessible().assertFits().wholePage("amendments-contradict");
        chair.button("Änderungsantrag 2 gilt").click();
        assertThat(chair.page().getByText("Verweise anpassen")).isVisible();
        chair.assertAccessible().assertFits().wholePage("amendments-references");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("amendments-references-phone");
        chair.button("In den Text übernehmen").click();
        assertThat(chair.page().getByText("steht im Text").first()).isVisible();

        chair.open("/app/meetings/desk/" + test.meeting.id());
        assertThat(chair.page().getByText("wie in BP 03 bestimmt").first()).isVisible();
        assertThat(chair.page().getByText("bis 2027 saniert").first()).isVisible();
    }

    @Test
    @DisplayName("say what changed between any two versions of a paper")
    void compared() {
        var test = TestAmendments.before(context);
        test.release(TestAmendments.TREES, TestAmendments.FOUNTAIN.replace("2028", "2030"), "Lampen leuchten nachts.");
        var logins = accounts.of(test.meeting.council().members(), PASSWORD);
        var member = window("member").signIn(logins.get(2), PASSWORD);

        member.open("/app/" + PaperLinks.paper(test.paper));
        member.link("Fassungen vergleichen").click();
        assertThat(member.page().getByText("verschoben").first()).isVisible();
        assertThat(member.page().locator(".rs-compare-after ins", new Page.LocatorOptions().setHasText("2030")))
                .isVisible();
        member.assertAccessible().wholePage("compare");
        member.dark().assertContrast();
        member.light();
        member.resize(Size.PHONE).assertAccessible().assertFits().wholePage("compare-phone");
    }

    private static void begin(Window member, TestAmendments test, String title) {
        member.open("/app/" + PaperLinks.paper(test.paper));
        member.link("Änderungsantrag stellen").click();
        member.field("Was wird beantragt?").fill(title);
        member.field("Was wird beantragt?").press("Tab");
        member.settle();
    }

    private static Locator point(Window member, String number) {
        return member.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Beschlusspunkt " + number));
    }

    private static void handIn(Window member, String name) {
        member.button("Entwurf speichern").click();
        member.button("Stellen").click();
        member.page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Stellen"))
                .click();
        assertThat(member.page().getByText(name).first()).isVisible();
        assertThat(member.page().getByText("gestellt").first()).isVisible();
        member.settle();
    }

    private static Locator amendment(Window chair, int place) {
        return chair.page().locator(".rs-amendment").nth(place);
    }

    private static void decide(Window chair, String amendment, String outcome, int yes, int no) {
        chair.button("Ergebnis festhalten: " + amendment).click();
        var dialog = chair.page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel(outcome, new Locator.GetByLabelOptions().setExact(true))
                .check();
        dialog.getByLabel("Ja").fill(Integer.toString(yes));
        dialog.getByLabel("Nein").fill(Integer.toString(no));
        dialog.getByLabel("Nein").press("Tab");
        dialog.getByText("Festhalten", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(dialog).hasCount(0);
        chair.settle();
    }
}
