package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import de.ratssaal.Acting;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollVoting;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("A disturbance, seen from the chair's desk, a member's telephone and the gallery,")
class DisturbancePageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    PollConduct polls;

    @Autowired
    PollVoting voting;

    @Test
    @DisplayName("stops the meeting with one press, is settled at the desk, and the vote is taken again")
    void onePress() {
        var meeting = TestMeeting.open(5, 5, context);
        var poll = meeting.openPoll(meeting.item());
        for (var member = 0; member < 4; member++) {
            Acting.as(meeting.member(member), () -> voting.cast(poll, Choice.YES, UUID.randomUUID()));
        }
        Acting.as(meeting.chair(), () -> polls.close(poll));
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var stranger =
                accounts.of(List.of(TestCouncil.person(context)), PASSWORD).getFirst();
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var member =
                window("member", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        var gallery = window("gallery").signIn(stranger, PASSWORD).open(room);

        chair.unfold("Störung").page().getByText("Zweiter Meldeweg").click();
        chair.settle();
        chair.field("Telefon").last().fill("0361 655-0");
        chair.button("Meldeweg speichern").click();
        assertThat(member.link("0361 655-0").first()).hasAttribute("href", "tel:03616550");
        assertThat(gallery.button("Störung melden")).hasCount(0);
        member.assertAccessible().assertFits().wholePage("disturbance-member");
        member.offline();
        assertThat(member.link("0361 655-0").first()).isVisible();
        member.online();

        member.button("Störung melden").click();
        sees(member, "Die Sitzung ist unterbrochen, der Vorsitz weiß Bescheid.");
        sees(gallery, "Störung gemeldet (1). Die Sitzung wartet.");
        sees(chair, "Störung klären: 1");
        assertThat(chair.button("Sitzung fortsetzen")).hasCount(0);
        choose(member, "Was geht nicht?", "Abstimmen geht nicht");
        choose(member, "Seit wann?", "10 Minuten vor der Meldung");
        member.button("Angaben senden").click();
        sees(chair, "Abstimmen geht nicht");
        sees(chair, "Abstimmung: Annehmen?");
        member.assertAccessible().assertFits().wholePage("disturbance-member-reported");
        gallery.assertAccessible().assertFits().wholePage("disturbance-gallery");
        chair.assertAccessible().assertFits().wholePage("disturbance-desk");
        chair.resize(Size.PHONE).assertFits().assertAccessible().wholePage("disturbance-desk-phone");
        chair.resize(Size.DESKTOP);
        chair.dark().assertContrast();
        chair.light();

        chair.button("Behoben").first().click();
        chair.button("Sitzung fortsetzen").click();
        sees(chair, "Nach der Störung entscheiden: 1");
        chair.page()
                .locator(".rs-disturbance vaadin-button")
                .getByText("Wiederholen", exact())
                .click();
        chair.settle();
        chair.field("Begründung").fill("Ein Mitglied konnte nicht abstimmen");
        chair.assertAccessible().wholePage("disturbance-repeat");
        chair.page()
                .locator("vaadin-dialog-overlay, vaadin-dialog")
                .getByText("Wiederholen", exact())
                .last()
                .click();
        sees(chair, "Wird wiederholt: Ein Mitglied konnte nicht abstimmen");
        assertThat(chair.button("Abstimmung eröffnen")).isVisible();
        assertThat(member.button("Störung melden")).isVisible();
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void choose(Window window, String field, String choice) {
        window.page()
                .locator("vaadin-select:has(label:text-is('%s'))".formatted(field))
                .first()
                .click();
        window.page()
                .locator("vaadin-select-item:visible")
                .getByText(choice, exact())
                .first()
                .click();
        window.settle();
    }

    private static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }
}
