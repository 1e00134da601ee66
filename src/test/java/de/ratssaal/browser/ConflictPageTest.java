package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("A possible conflict of interest")
class ConflictPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName("is shown to the member alone, who declares to be recused with one press")
    void shownToTheMember() {
        var on = TestAmendments.before(context);
        var meeting = on.meeting;
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var room = "/app/meetings/live/" + meeting.id();
        var member =
                window("member", Size.PHONE).signIn(logins.get(2), PASSWORD).open("/app/conflicts");
        sees(member, "Noch nichts eingetragen");
        member.assertAccessible().assertFits().wholePage("conflict-none");
        member.page().locator("vaadin-select:has(label:text-is('Was ist es?'))").click();
        member.page()
                .locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText("Straße oder Flurstück"))
                .click();
        member.field("Name oder Lage").fill("Brunnen auf dem Markt");
        member.button("Eintragen").click();
        sees(member, "Mögliche Befangenheit: Brunnen auf dem Markt");
        member.assertAccessible().assertFits().wholePage("conflict-own");

        member.open(room);
        sees(member, "Jetzt beraten:");
        sees(member, "Der Brunnen auf dem Markt wird bis 2028 saniert.");
        member.assertAccessible().assertFits().wholePage("conflict-room");

        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var neighbour =
                window("neighbour", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        var gallery = window("gallery")
                .signIn(
                        accounts.of(List.of(TestCouncil.person(context)), PASSWORD)
                                .getFirst(),
                        PASSWORD)
                .open(room);
        for (var other : List.of(chair, neighbour, gallery)) {
            Assertions.assertThat(other.page().content()).doesNotContain("Mögliche Befangenheit");
        }

        member.button("Befangenheit erklären für").click();
        member.page()
                .locator("vaadin-confirm-dialog")
                .getByText("Befangenheit erklären", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        sees(member, "Sie sind bei diesem Punkt befangen");
        assertThat(member.page().getByText("Jetzt beraten:").first()).isHidden();
        for (var other : List.of(neighbour, gallery)) {
            other.settle();
            Assertions.assertThat(other.page().content()).doesNotContain("Mögliche Befangenheit");
        }
        member.dark().assertContrast();
    }

    private static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }
}
