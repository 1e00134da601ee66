package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.ratssaal.organization.CoatOfArms;
import de.ratssaal.organization.DemoCity;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's pages for municipality, organizations, rules and persons. */
class CitySetupTest extends BrowserTest {

    private static Locator dialog(Window window) {
        return window.page().locator("vaadin-dialog[opened]").last();
    }

    private static Locator field(Locator within, String label) {
        return within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Locator within, String label) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    @Test
    void theAdministratorCreatesABoardAndRegistersItsFirstMemberOnTheWay() {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var administrator = window("administrator").signIn("admin").open("/app/organizations");
        administrator.assertAccessible().wholePage("setup-organizations");
        // other tests found cities too: their names come before Lindenau's
        administrator.button("Gremium anlegen").last().click();
        administrator.settle().assertAccessible();
        var create = dialog(administrator);
        create.getByLabel("Art").click();
        administrator.page().getByRole(AriaRole.OPTION).getByText("Beirat").click();
        button(create, "Anlegen").click();
        assertThat(create.getByText("Bitte geben Sie einen Namen an.")).isVisible();
        field(create, "Name").fill("Beirat " + mark);
        field(create, "Kurzname").fill(mark);
        field(create, "Gesetzliche Mitgliederzahl").fill("7");
        button(create, "Anlegen").click();
        assertThat(administrator.heading("Beirat " + mark)).isVisible();
        administrator.settle().assertAccessible().wholePage("setup-organization");

        administrator.button("Mitglied hinzufügen").click();
        button(dialog(administrator), "Neue Person erfassen").click();
        var person = dialog(administrator);
        assertThat(field(person, "Vorname")).isVisible();
        administrator.settle().assertAccessible().wholePage("setup-new-person");
        field(person, "Vorname").fill("Neele");
        field(person, "Nachname").fill("Probst-" + mark);
        field(person, "Nachname").press("Tab");
        button(person, "Erfassen").click();
        var member = dialog(administrator);
        assertThat(field(member, "Person")).hasValue("Probst-" + mark + ", Neele");
        administrator.resize(Size.PHONE).assertFits().assertAccessible().wholePage("setup-member-phone");
        button(member, "Eintragen").click();
        var link = administrator.link("Neele Probst-" + mark);
        assertThat(link).isVisible();
        administrator.settle().assertFits().wholePage("setup-organization-phone");

        link.click();
        assertThat(administrator.heading("Neele Probst-" + mark)).isVisible();
        administrator.settle().assertFits().assertAccessible().wholePage("setup-person-phone");
        administrator.button("Mitgliedschaft beenden: Beirat " + mark).click();
        administrator.settle().assertFits().assertAccessible().wholePage("setup-end-phone");
        button(dialog(administrator), "Beenden").click();
        assertThat(administrator.page().getByText(Pattern.compile("Mitglied vom .* bis")))
                .isVisible();
    }

    @Test
    void longFormsFitEveryScreen() {
        var administrator = window("administrator").signIn("admin").open("/app/bodies/" + DemoCity.BODY);
        administrator.assertAccessible().wholePage("setup-body");
        administrator.resize(Size.PHONE).assertFits().assertAccessible().wholePage("setup-body-phone");
        administrator
                .resize(Size.DESKTOP)
                .open("/app/persons")
                .assertAccessible()
                .wholePage("setup-persons");
        administrator.resize(Size.PHONE).assertFits().open("/app/organizations").assertFits();
        administrator.wholePage("setup-organizations-phone");
        administrator.link("Stadtrat").first().click();
        administrator.link("Geschäftsordnung ändern").click();
        assertThat(administrator.heading("Geschäftsordnung ändern")).isVisible();
        administrator.settle().assertFits().assertAccessible().wholePage("setup-rules-phone");
        administrator.resize(Size.DESKTOP).assertAccessible().wholePage("setup-rules");
        administrator.page().evaluate("() => window.scrollTo(0, 0)");
        administrator.handbook("rules-of-procedure");
        administrator.dark().assertAccessible().wholePage("setup-rules-dark");
    }

    @Test
    void aCoatOfArmsIsShownBeforeItIsSavedAndHoldsNothingButShapes() {
        var administrator = window("administrator").signIn("admin").open("/app/bodies");
        var picture = administrator.page().getByAltText("Wappen, wie es gedruckt wird");
        assertThat(picture).isHidden();

        choose(administrator, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        assertThat(administrator.page().getByText("Das Wappen muss eine einfache SVG-Zeichnung sein"))
                .isVisible();
        choose(
                administrator,
                "<?xml version='1.0'?><!-- drawn --><svg xmlns='http://www.w3.org/2000/svg' width='40' height='50'>"
                        + "<rect width='40' height='50' fill='#2f6b3a'/></svg>");

        assertThat(picture).isVisible();
        administrator.settle().assertAccessible();
        administrator.button("Wappen entfernen").click();
        assertThat(picture).isHidden();
        choose(administrator, drawing(CoatOfArms.LONGEST + 1));
        assertThat(administrator
                        .page()
                        .getByText("Erlaubt sind höchstens 200 kB")
                        .first())
                .isVisible();
        choose(administrator, drawing(CoatOfArms.LONGEST));
        assertThat(picture).isVisible();
        administrator.button("Wappen entfernen").click();
        assertThat(picture).isHidden();
    }

    private static String drawing(int bytes) {
        var drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='50'><title></title></svg>";
        return drawing.replace("<title>", "<title>" + "x".repeat(bytes - drawing.length()));
    }

    private static void choose(Window window, String drawing) {
        window.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("wappen.svg", "image/svg+xml", drawing.getBytes(UTF_8)));
        window.settle();
    }
}
