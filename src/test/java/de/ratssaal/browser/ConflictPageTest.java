package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import java.util.List;
import java.util.regex.Pattern;
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

        inDispute(chair, meeting.member(3).toString());
        noteOnTheItem(neighbour, meeting.id().toString());

        member.button("Befangenheit erklären für").click();
        member.page()
                .locator("vaadin-confirm-dialog")
                .getByText("Befangenheit erklären", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        sees(member, "Sie sind bei diesem Punkt befangen");
        assertThat(member.page().getByText("Jetzt beraten:").first()).isHidden();
        for (var other : List.of(chair, gallery)) {
            other.settle();
            Assertions.assertThat(other.page().content()).doesNotContain("Mögliche Befangenheit");
        }
        member.dark().assertContrast();
    }

    /** Whether a member is recused was in dispute; the meeting decided, and the desk enters it. */
    private static void inDispute(Window chair, String member) {
        chair.unfold("Befangenheit im Streit")
                .page()
                .getByText("Über eine Befangenheit entscheiden")
                .click();
        chair.settle();
        var who = chair.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Um wen geht es?"));
        who.click();
        chair.page()
                .locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(member))
                .click();
        var form = chair.page()
                .locator(".rs-form")
                .filter(new Locator.FilterOptions().setHasText("Ist streitig, ob ein Mitglied befangen ist"));
        for (var vote : List.of("Ja", "Nein", "Enthaltung")) {
            var field = form.getByLabel(vote, new Locator.GetByLabelOptions().setExact(true));
            field.fill(vote.equals("Nein") ? "3" : "0");
            field.press("Tab");
        }
        chair.assertAccessible().assertFits().wholePage("recusal-dispute-desk");
        chair.button("Entscheidung eintragen").click();
        sees(chair, "Nicht befangen:");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("recusal-dispute-desk-phone");
        chair.resize(Size.DESKTOP);
    }

    /** Written in the room, it stands where the papers are read. */
    private static void noteOnTheItem(Window member, String meeting) {
        var field = member.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Notiz zu .*")));
        field.fill("Nach den Kosten fragen");
        assertThat(member.page().getByText("gespeichert", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        member.assertAccessible().assertFits().wholePage("note-room-phone");
        member.open("/read#meeting=" + meeting);
        member.button("Markierungen und Notizen").click();
        sees(member, "Nach den Kosten fragen");
        member.assertAccessible().assertFits().screenshot("note-reader-phone");
    }

    private static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }
}
