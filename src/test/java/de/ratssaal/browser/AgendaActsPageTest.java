package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.attendance.Place;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("What the meeting decides on its agenda, its publicity and its quorum, seen by desk, member and gallery,")
class AgendaActsPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MeetingPlanning planning;

    @Test
    @DisplayName("is pressed at the desk and shown to everybody at once")
    void atTheDesk() {
        var meeting = TestMeeting.open(
                3,
                2,
                RulesOfProcedure.THUERINGEN,
                context,
                it -> List.of("Haushalt", "Radwege").forEach(title -> planning.addItem(it.id(), null, true, title)));
        meeting.arrive(meeting.member(2), Place.REMOTE);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var stranger =
                accounts.of(List.of(TestCouncil.person(context)), PASSWORD).getFirst();
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var member =
                window("member", Size.PHONE).signIn(logins.get(2), PASSWORD).open(room);
        var gallery = window("gallery").signIn(stranger, PASSWORD).open(room);

        chair.button("Tagesordnung feststellen").click();
        sees(gallery, "Die Tagesordnung ist ohne Widerspruch festgestellt.");
        chair.unfold("Tagesordnung in der Sitzung")
                .page()
                .getByText("Einen Punkt verschieben, verbinden, vertagen")
                .click();
        chair.settle();
        choose(chair, "Welcher Punkt?", "Radwege");
        choose(chair, "Was geschieht damit?", "Vorziehen");
        choose(chair, "Vor welchem Punkt?", "Haushalt");
        chair.assertAccessible().assertFits().wholePage("agenda-acts-desk");
        chair.button("Festhalten").click();
        sees(member, "Ö 3 wird vor Ö 2 behandelt.");
        sees(chair, "Ö 3 aufrufen: Radwege");
        chair.button("Letzten Schritt zurücknehmen").click();
        chair.settle();
        chair.field("Warum? (kommt in die Niederschrift)").fill("Versehen");
        chair.button("Zurücknehmen").last().click();
        sees(chair, "Zurückgenommen: Versehen");

        chair.unfold("Öffentlichkeit").button("Nichtöffentlich darüber beraten").click();
        sees(gallery, "Gerade wird nicht öffentlich beraten");
        sees(chair, "Noch nicht bestätigt, dass niemand mithört: ");
        sees(member, "Dieser Punkt wird ohne Sie beraten");
        member.assertAccessible().assertFits().wholePage("doors-member-not-alone");
        gallery.assertAccessible().assertFits().wholePage("doors-gallery");
        member.page()
                .locator(".rs-room-mine vaadin-button[theme~='primary']")
                .first()
                .click();
        sees(chair, "Alle Zugeschalteten haben bestätigt, dass niemand mithört");
        chair.assertAccessible().assertFits().wholePage("doors-desk");
        chair.button("Öffentlich weiter").click();
        sees(gallery, "Digitalisierung");

        member.button("Beschlussfähigkeit bezweifeln").click();
        sees(gallery, "Namensaufruf: Wer ist da?");
        assertThat(chair.button("Abstimmung eröffnen")).hasCount(0);
        for (var left = 3; left > 0; left--) {
            assertThat(chair.page().getByText("Noch %d Mitglied".formatted(left)))
                    .isVisible();
            answer(chair, left);
        }
        chair.assertAccessible().assertFits().wholePage("quorum-desk");
        chair.button("Ergebnis feststellen").click();
        sees(gallery, "Namensaufruf: 3 anwesend, 2 nötig – beschlussfähig");
        chair.resize(Size.PHONE).assertFits().assertAccessible().wholePage("agenda-acts-desk-phone");
        member.assertAccessible().assertFits().wholePage("agenda-acts-member");
    }

    /** A press right after the next one was called is taken for the second of a double click, and does nothing. */
    private static void answer(Window chair, int left) {
        var after = left == 1 ? "Ergebnis feststellen" : "Noch %d Mitglied".formatted(left - 1);
        await().pollInSameThread().untilAsserted(() -> {
            if (chair.page().getByText("Noch %d Mitglied".formatted(left)).isVisible()) {
                chair.page().locator(".rs-roll-call vaadin-button").first().click();
            }
            assertThat(chair.page().getByText(after).first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2_000));
        });
    }

    private static void choose(Window window, String field, String choice) {
        window.page()
                .locator("vaadin-select:has(label:text-is('%s'))".formatted(field))
                .first()
                .click();
        window.page()
                .locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText(choice))
                .first()
                .click();
        window.settle();
    }

    private static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }
}
