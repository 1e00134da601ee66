package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The meetings of a year, planned by the secretariat and read in a member's calendar program. */
class YearCalendarTest extends BrowserTest {

    @Test
    @DisplayName("The secretariat plans the meetings of a year and is warned while it plans one more")
    void planning() {
        var mark = UUID.randomUUID().toString().substring(0, 6);
        var secretariat = window("secretariat").signIn("sekretariat").open("/app/calendar/series");
        secretariat.field("Gremium").click();
        secretariat
                .page()
                .getByRole(AriaRole.OPTION)
                .getByText("Ausschuss für Kultur und Tourismus")
                .click();
        secretariat.button("Tage zeigen").click();
        assertThat(secretariat.page().getByText("Bitte geben Sie den Sitzungen einen Titel."))
                .isVisible();
        secretariat.field("Titel").fill("#. Sitzung " + mark);
        secretariat.field("Ort").fill("Kulturhaus " + mark);
        secretariat.field("Ort").press("Tab");
        secretariat.button("Tage zeigen").click();
        assertThat(secretariat.heading("Vorgeschlagene Tage")).isVisible();
        secretariat.settle().assertAccessible().assertContrast().wholePage("calendar-series");
        secretariat.handbook("calendar-series");
        secretariat.resize(Size.PHONE).assertFits().assertAccessible().wholePage("calendar-series-phone");
        secretariat.resize(Size.DESKTOP);

        var plan = secretariat
                .page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("\\d+ Sitzungen planen")));
        plan.dblclick();

        assertThat(secretariat.page().locator("h1").getByText(Pattern.compile("Kalender \\d{4}")))
                .isVisible();
        var meetings = secretariat.page().locator(".rs-month-meeting[title$='" + mark + "']");
        assertThat(meetings.first()).isVisible();
        assertThat(meetings.count()).as("planned once").isLessThanOrEqualTo(12);
        secretariat.settle().assertAccessible().wholePage("calendar-planned");

        var day = meetings.first().getAttribute("href");
        secretariat.open("/app/" + day.replace("meetings/", "meetings/plan/"));
        var start = secretariat
                .page()
                .getByLabel("Tag", new Page.GetByLabelOptions().setExact(true))
                .inputValue();
        secretariat.open("/app/meetings/plan");
        secretariat
                .page()
                .getByLabel("Tag", new Page.GetByLabelOptions().setExact(true))
                .fill(start);
        secretariat
                .page()
                .getByLabel("Tag", new Page.GetByLabelOptions().setExact(true))
                .press("Enter");
        secretariat.field("Ort").fill("kulturhaus " + mark);
        secretariat.field("Ort").press("Tab");
        assertThat(secretariat.page().getByText(Pattern.compile("Der Raum ist vergeben: Ausschuss für Kultur")))
                .isVisible();
        secretariat.settle().assertAccessible().wholePage("meeting-plan-conflict");
    }

    @Test
    @DisplayName("A member subscribes on the telephone, and ends it")
    void subscribing() {
        var member = window("member").signIn("mitglied2").resize(Size.PHONE).open("/app/calendar/feeds");
        member.button("Adresse erstellen").click();
        // besides, it is said to screen readers for a moment
        assertThat(member.page()
                        .locator("[slot=error-message]")
                        .filter(new Locator.FilterOptions()
                                .setHasText("Bitte geben Sie an, wofür die Adresse ist, zum Beispiel: Handy.")))
                .isVisible();
        member.field("Wofür").fill("Handy");
        member.field("Wofür").press("Tab");
        member.button("Adresse erstellen").click();
        var address = member.field("Geheime Adresse").inputValue();
        member.settle().assertFits().assertAccessible().wholePage("calendar-feed-phone");
        assertThat(read(member, address)).startsWith("200 BEGIN:VCALENDAR");

        member.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Adresse Handy beenden"))
                .click();
        member.page()
                .locator("vaadin-confirm-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Beenden").setExact(true))
                .click();
        assertThat(member.page().getByText("Noch keine Adresse")).isVisible();
        assertThat(read(member, address)).startsWith("404 ");
    }

    /** Status and text of what stands at the address. */
    private static String read(Window window, String address) {
        return (String) window.page()
                .evaluate(
                        "path => fetch(path).then(it => it.text().then(text => it.status + ' ' + text))",
                        URI.create(address).getPath());
    }
}
