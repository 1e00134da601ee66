package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.TestMeeting;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Motions on the procedure, from a member's telephone to the desk,")
class ProceduralMotionsPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName("are moved in three presses, decided first, and lead to a roll call that can be taken again")
    void fromTheTelephone() {
        var meeting = TestMeeting.open(5, 5, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var phone = window("member in the room", Size.PHONE)
                .signIn(logins.get(2), PASSWORD)
                .open("/app/meetings/live/" + meeting.id());
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());

        phone.button("Antrag zur Geschäftsordnung").click();
        assertThat(phone.page().getByText("Über Ihren Antrag wird vor allem anderen entschieden"))
                .isVisible();
        phone.assertAccessible().assertFits().wholePage("motion-move-phone");
        phone.button("Antrag stellen").click();
        assertThat(phone.page().locator(".rs-motion")).containsText("noch nicht entschieden");
        phone.assertAccessible().assertFits().wholePage("motion-moved-phone");

        assertThat(chair.button("Zuerst zur Geschäftsordnung: Schluss der Aussprache"))
                .isVisible();
        assertThat(chair.button("Abstimmung eröffnen")).hasCount(0);
        chair.assertAccessible().assertFits().wholePage("desk-motion");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("desk-motion-phone");
        chair.resize(Size.DESKTOP);
        chair.button("Auf den Geräten abstimmen").click();
        assertThat(phone.page().locator(".rs-ballot")).containsText("Antrag zur Geschäftsordnung");
        close(chair);
        assertThat(motion(phone, "Schluss der Aussprache")).containsText("abgelehnt");

        chair.page().getByText("Antrag aus dem Saal eintragen").click();
        choose(chair, "Wer stellt den Antrag?", "Kim Test");
        choose(chair, "Was beantragen Sie?", "Namentliche Abstimmung");
        chair.button("Antrag eintragen").click();
        chair.field("Wie viele verlangen es?").fill("2");
        assertThat(chair.page().getByText("Nötig: 2 (ThürKO § 39)")).isVisible();
        chair.wholePage("desk-demand");
        chair.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Eintragen").setExact(true))
                .click();
        assertThat(motion(chair, "Namentliche Abstimmung")).containsText("2 Mitglieder verlangten es");

        chair.field("Worüber wird abgestimmt?").fill("Digitalisierung annehmen");
        chair.button("Abstimmung eröffnen").click();
        assertThat(chair.page().locator(".rs-roll-call-name")).isVisible();
        assertThat(phone.page().getByText("Namentliche Abstimmung").first()).isVisible();
        chair.assertAccessible().assertFits().wholePage("desk-roll-call");
        for (var left = 5; left > 0; left--) {
            assertThat(chair.page().getByText("Noch %d Mitglied".formatted(left)))
                    .isVisible();
            answer(chair, left);
        }
        assertThat(chair.page().getByText("Alle im Saal sind aufgerufen")).isVisible();
        close(chair);
        assertThat(chair.page().locator(".rs-result")).containsText("Ja: 5");

        chair.button("Abstimmung wiederholen").click();
        chair.field("Grund der Wiederholung").fill("Die Frage war missverständlich");
        chair.wholePage("desk-repeat");
        chair.page()
                .locator("vaadin-dialog-overlay, vaadin-dialog")
                .getByText("Abstimmung wiederholen", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(chair.button("Abstimmung eröffnen")).isVisible();
        assertThat(phone.page().locator(".rs-result")).hasCount(0);
    }

    private static void answer(Window chair, int left) {
        chair.page()
                .locator(".rs-roll-call")
                .getByText("Ja", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(chair.page()
                        .getByText(left == 1 ? "Alle im Saal sind aufgerufen" : "Noch %d Mitglied".formatted(left - 1)))
                .isVisible();
    }

    private static void choose(Window window, String label, String option) {
        window.page()
                .locator("vaadin-select:has(label:text-is('%s'))".formatted(label))
                .click();
        window.page()
                .locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    private static Locator motion(Window window, String kind) {
        return window.page().locator(".rs-motion").filter(new Locator.FilterOptions().setHasText(kind));
    }

    private static void close(Window chair) {
        chair.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Abstimmung schließen")))
                .click();
    }
}
