package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import de.ratssaal.Acting;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonName;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("In a running meeting, seen from the chair's desk, a member's telephone and the gallery,")
class MessagesAndSupportTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final List<String> NAMES =
            List.of("Frieda Kesselring", "Emil Lindqvist", "Ada Yıldırım", "Jonas Reuter", "Mira Falkenhayn");
    private static final String SECRET = "Mein Mikrofon bleibt stumm, bitte helfen Sie mir.";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ProceduralMotions motions;

    @Test
    @DisplayName("a member writes to the chair and is answered, and nobody else sees it; the ballot stays on top")
    void messages() {
        var meeting = meeting();
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var desk = "/app/meetings/desk/" + meeting.id();
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open(desk);
        var ada = window("Ada", Size.PHONE).signIn(logins.get(2), PASSWORD).open(room);
        var jonas = window("Jonas", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        var gallery = window("gallery")
                .signIn(
                        accounts.of(List.of(TestCouncil.person(context)), PASSWORD)
                                .getFirst(),
                        PASSWORD)
                .open(room);

        press(ada, "Ich möchte sprechen");
        sees(ada, "gesendet");
        ada.field("Frage oder Hinweis").fill(SECRET);
        press(ada, "Senden");
        sees(chair, "2 ungelesen");
        sees(chair, SECRET);
        chair.assertAccessible().assertFits().wholePage("message-desk");
        messagesOf(chair).first().getByText("Sie werden aufgerufen.").click();
        sees(chair, "1 ungelesen");
        sees(ada, "Sie werden aufgerufen.");
        sees(ada, "1 ungelesen");
        chair.button("Antworten: Ada Yıldırım").click();
        var words = chair.page().locator("vaadin-details[opened] vaadin-text-area textarea");
        words.fill("Wir schicken jemanden.");
        chair.settle();
        chair.page()
                .locator("vaadin-details[opened]")
                .getByText("Senden", new Locator.GetByTextOptions().setExact(true))
                .click();
        sees(ada, "Wir schicken jemanden.");
        sees(chair.unfold("Nachrichten"), "Alles gelesen.");
        ada.assertAccessible().assertFits().wholePage("message-member");
        ada.button("Verstanden").first().click();
        sees(ada, "1 ungelesen");
        chair.resize(Size.PHONE).assertFits().assertAccessible().wholePage("message-desk-phone");
        chair.resize(Size.DESKTOP);
        chair.dark().assertContrast();
        chair.light();

        for (var other : List.of(jonas, gallery)) {
            other.settle();
            Assertions.assertThat(other.page().content())
                    .doesNotContain("Mikrofon bleibt stumm")
                    .doesNotContain("Wir schicken jemanden");
        }
        Assertions.assertThat(gallery.page()
                        .getByText("Nachricht an Vorsitz und Sitzungsdienst")
                        .count())
                .isZero();

        meeting.openPoll(meeting.item());
        var ballot = ada.page().locator("rs-vote-pad");
        assertThat(ballot).isVisible();
        ada.settle().assertFits();
        Assertions.assertThat(ballot.boundingBox().y)
                .as("the ballot stands above the messages")
                .isLessThan(ada.page().locator(".rs-message").first().boundingBox().y);
    }

    @Test
    @DisplayName("members support a demand with one press, and the chair sees when there are enough")
    void support() {
        var meeting = meeting();
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var desk = "/app/meetings/desk/" + meeting.id();
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open(desk);
        var ada = window("Ada", Size.PHONE).signIn(logins.get(2), PASSWORD).open(room);
        var jonas = window("Jonas", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        var gallery = window("gallery")
                .signIn(
                        accounts.of(List.of(TestCouncil.person(context)), PASSWORD)
                                .getFirst(),
                        PASSWORD)
                .open(room);

        // a quarter of 5 present are 2
        Acting.as(
                meeting.member(2),
                () -> motions.move(MotionId.next(), meeting.id(), meeting.item(), MotionKind.ROLL_CALL, ""));
        sees(ada, "Sie haben das beantragt und zählen mit.");
        sees(chair, "Unterstützt von 1, nötig 2");
        sees(jonas, "es fehlt noch 1");
        jonas.assertAccessible().assertFits().wholePage("support-member");
        press(jonas, "Unterstützen: Namentliche Abstimmung");
        sees(chair, "Feststellen: 2 verlangen es");
        sees(gallery, "genügt");
        Assertions.assertThat(gallery.button("Unterstützen").count()).isZero();
        chair.assertAccessible().assertFits().wholePage("support-desk");
        press(jonas, "Unterstützung zurücknehmen: Namentliche Abstimmung");
        sees(chair, "es fehlt noch 1");
        chair.page().getByText("Handzeichen aus dem Saal eintragen").click();
        chair.settle();
        chair.resize(Size.PHONE).assertFits().assertAccessible().wholePage("support-desk-phone");
        chair.resize(Size.DESKTOP);
        press(jonas, "Unterstützen: Namentliche Abstimmung");
        press(chair, "Feststellen: 2 verlangen es");
        sees(chair, "2 Mitglieder verlangten es");
        gallery.assertAccessible().assertFits().wholePage("support-gallery");
        chair.dark().assertContrast();
    }

    private TestMeeting meeting() {
        var meeting = TestMeeting.open(5, 5, context);
        for (var it = 0; it < NAMES.size(); it++) {
            rename(meeting.member(it), NAMES.get(it));
        }
        return meeting;
    }

    private static Locator messagesOf(Window window) {
        return window.page().locator(".rs-message");
    }

    private static void press(Window window, String label) {
        window.button(label).first().click();
    }

    private static void sees(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }

    private void rename(PersonId person, String name) {
        var parts = name.split(" ", 2);
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(PersonAdministration.class)
                                .change(person, new PersonDetails(new PersonName("", parts[0], parts[1]), null, null)));
    }
}
