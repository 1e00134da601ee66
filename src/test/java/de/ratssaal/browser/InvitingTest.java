package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.distribution.DistributionLinks;
import de.ratssaal.distribution.Replies;
import de.ratssaal.distribution.TestInvitation;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.MeetingLinks;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("An invitation, seen by the secretariat, a member on a telephone and their substitute,")
class InvitingTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Replies replies;

    @Test
    @DisplayName("goes out on the way each agreed to, is supplemented, declined, represented and announced")
    void fromTheChannelToTheSubstitute() {
        var test = TestInvitation.of(4, context);
        var member = test.member(2);
        var substitute = test.substituteFor(member);
        var logins = accounts.of(Stream.of(member, substitute, test.member(3)).toList(), PASSWORD);
        var secretariat = window("secretariat").signIn("sekretariat");
        var phone = window("member on the way", Size.PHONE).signIn(logins.get(0), PASSWORD);
        var standIn = window("substitute", Size.PHONE).signIn(logins.get(1), PASSWORD);
        var onPaper = window("member on paper").signIn(logins.get(2), PASSWORD);
        var meeting = "/app/" + MeetingLinks.meeting(test.meeting);
        var invitation = "/app/" + MeetingLinks.invitation(test.meeting);

        onPaper.open("/app/account");
        onPaper.page().getByText("auf Papier, per Post oder durch Übergabe").click();
        onPaper.button("Zustellweg speichern").click();
        seen(onPaper, "Für Papier wird eine Anschrift gebraucht.");
        onPaper.field("Anschrift").fill("Am Markt 3\n99999 Lindenau");
        onPaper.button("Zustellweg speichern").click();
        seen(onPaper, "Der Zustellweg ist gespeichert.");
        onPaper.assertAccessible().wholePage("channel-own");
        onPaper.resize(Size.PHONE).assertFits().assertAccessible().wholePage("channel-own-phone");

        secretariat.open("/app/" + MeetingLinks.channels(test.council.council()));
        seen(secretariat, "selbst gewählt am");
        secretariat.assertAccessible().assertFits().wholePage("channels");
        secretariat.resize(Size.PHONE).assertAccessible().assertFits().wholePage("channels-phone");
        secretariat.resize(Size.DESKTOP);

        secretariat.open(invitation);
        seen(secretariat, "Papier (1)");
        secretariat.assertAccessible().assertFits().wholePage("invitation-check");
        secretariat.button("Einladung versenden").click();
        seen(secretariat, "Noch zu übergeben");
        seen(secretariat, "Bekannt gemacht. Frist");
        secretariat.assertAccessible().assertFits().wholePage("invitation-sent");
        secretariat.resize(Size.PHONE).assertAccessible().assertFits().wholePage("invitation-sent-phone");
        secretariat.resize(Size.DESKTOP);
        secretariat.button("Alle übergeben").click();
        seen(secretariat, "Die Übergabe ist vermerkt.");
        assertThat(secretariat.page().getByText("Noch zu übergeben")).hasCount(0);

        phone.open(meeting);
        seen(phone, TestInvitation.SECRET);
        standIn.open(meeting);
        seen(standIn, "Eröffnung");
        assertThat(standIn.page().getByText(TestInvitation.SECRET)).hasCount(0);

        secretariat.open(meeting);
        secretariat.button("Tagesordnung ändern").click();
        secretariat.field("Tagesordnungspunkt").fill("Nachtrag Straßenbau");
        secretariat
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hinzufügen"))
                .first()
                .click();
        secretariat.button("Änderungen abschließen").click();
        seen(secretariat, "Nachtrag: noch nicht mitgeteilt");
        secretariat.assertAccessible().assertFits().wholePage("supplement");
        secretariat.resize(Size.PHONE).assertAccessible().assertFits().wholePage("supplement-phone");
        secretariat.open("/app");
        seen(secretariat, "Eine Änderung noch nicht mitgeteilt");
        secretariat.assertAccessible().assertFits().wholePage("start-supplement-phone");
        secretariat.resize(Size.DESKTOP).assertAccessible().wholePage("start-supplement");
        secretariat.open(meeting);
        secretariat.button("Nachtrag senden").click();
        seen(secretariat, "Der Nachtrag ist unterwegs.");

        phone.open(meeting);
        seen(phone, "Eine Änderung seit Ihrem letzten Blick");
        phone.assertAccessible().assertFits().wholePage("changes-phone");
        phone.button("Gesehen").click();
        assertThat(phone.page().getByText("Eine Änderung seit Ihrem letzten Blick"))
                .not()
                .isVisible();

        phone.button("Ich bin verhindert").click();
        dialog(phone)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ich bin verhindert"))
                .click();
        seen(phone, Pattern.compile("ist als Ihre Stellvertretung eingeladen"));
        phone.assertAccessible().assertFits().wholePage("declined-phone");
        standIn.open(meeting);
        seen(standIn, Pattern.compile("Sie sind als Stellvertretung für .* eingeladen"));
        seen(standIn, TestInvitation.SECRET);
        standIn.assertAccessible().assertFits().wholePage("substitute-phone");

        phone.button("Ich kann doch kommen").click();
        assertThat(phone.page().getByText("ist als Ihre Stellvertretung eingeladen"))
                .hasCount(0);
        standIn.open(meeting);
        seen(standIn, "Eröffnung");
        assertThat(standIn.page().getByText(TestInvitation.SECRET)).hasCount(0);

        secretariat.open(invitation);
        seen(secretariat, "wieder ausgeladen");
        seen(secretariat, "Zugestellt: 1 von 1."); // the page is drawn anew when the mail has been delivered
        secretariat.button("Berichtigung bekannt machen").click();
        seen(secretariat, "Bekanntmachung Nr. 2");
        secretariat.assertAccessible().assertFits().wholePage("invitation-after");

        secretariat.open("/app/" + MeetingLinks.plan(test.meeting));
        secretariat
                .page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Beginn"))
                .fill("16:00");
        secretariat.page().keyboard().press("Tab");
        seen(secretariat, Pattern.compile("werden alle . Eingeladenen neu eingeladen"));
        secretariat.assertAccessible().assertFits().wholePage("plan-move");
        secretariat.resize(Size.PHONE).assertAccessible().assertFits().wholePage("plan-move-phone");

        var withoutSigningIn = window("member without signing in", Size.PHONE);
        withoutSigningIn.open("/" + test.system(() -> replies.address(test.meeting, test.member(1), 1)));
        seen(withoutSigningIn, "12. Sitzung");
        withoutSigningIn.assertAccessible().assertFits().wholePage("decline-phone");
        withoutSigningIn.resize(Size.DESKTOP).assertAccessible().assertFits().wholePage("decline");
        withoutSigningIn.page().locator("main button[type=submit]").click();
        seen(withoutSigningIn, "12. Sitzung");
        withoutSigningIn.assertAccessible().wholePage("decline-done");

        var reader = window("reader", Size.PHONE);
        reader.open(DistributionLinks.announcement(test.meeting));
        seen(reader, "Nachtrag Straßenbau");
        Assertions.assertThat(reader.page().content()).doesNotContain(TestInvitation.SECRET);
        reader.assertAccessible().assertFits().wholePage("announcement-phone");
        reader.resize(Size.DESKTOP).assertAccessible().wholePage("announcement");
    }

    private static Locator dialog(Window window) {
        return window.page().locator("vaadin-confirm-dialog");
    }

    private static void seen(Window window, String text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }

    private static void seen(Window window, Pattern text) {
        assertThat(window.page().getByText(text).first()).isVisible();
    }
}
