package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.TestCirculars;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.Choice;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("A circular resolution, on the screens of the chair and of members on their phones,")
class CircularPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName("is begun, answered with two choices, changed, counted and shown with who voted how")
    void wholeWay() {
        var city = new TestCirculars(context);
        var logins = accounts.of(city.members(), PASSWORD);
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD);
        chair.open("/app/organizations/" + city.city.council());
        chair.link("Umlaufverfahren beginnen").click();
        assertThat(chair.heading("Umlaufverfahren beginnen")).isVisible();
        choose(chair, "Eigener Wortlaut");
        chair.field("Worum es geht, in einer Zeile").fill("Pumpen gegen das Hochwasser");
        chair.field("Wortlaut")
                .last()
                .fill("Die Stadt mietet drei Pumpen für vier Wochen.\n\nDie Kosten trägt der Haushalt.");
        chair.field("Warum es nicht warten kann")
                .fill("Das Wasser steigt; bis zur nächsten Sitzung sind es drei Wochen.");
        chair.wholePage("circular-begin").assertAccessible().assertFits();
        chair.resize(Size.PHONE).assertFits().wholePage("circular-begin-phone").resize(Size.DESKTOP);
        chair.button("Mitglieder jetzt fragen").click();
        confirm(chair, "Mitglieder jetzt fragen").click();
        assertThat(chair.page()).hasURL(Pattern.compile("/app/circular/[0-9a-f-]{36}"));
        assertThat(chair.page().getByText("0 von 5 haben geantwortet")).isVisible();

        var member = window("member", Size.PHONE).signIn(logins.get(2), PASSWORD);
        assertThat(member.heading("Schriftlich zu entscheiden")).isVisible();
        member.wholePage("circular-start-phone");
        member.page().getByText("Pumpen gegen das Hochwasser").first().click();
        assertThat(member.heading("Ihre Antwort")).isVisible();
        member.wholePage("circular-phone").assertAccessible().assertFits();
        choose(member, "Ich stimme zu, schriftlich zu entscheiden");
        choose(member, "Ja");
        member.button("Antwort abgeben").click();
        assertThat(member.page().getByText("In der Sache: Ja")).isVisible();
        assertThat(chair.page().getByText("1 von 5 haben geantwortet")).isVisible();
        member.button("Antwort ändern").click();
        choose(member, "Nein");
        member.button("Antwort abgeben").click();
        assertThat(member.page().getByText("In der Sache: Nein")).isVisible();
        member.wholePage("circular-phone-answered").assertAccessible().assertFits();

        var id = new CircularId(UUID.fromString(chair.page().url().replaceAll(".*/", "")));
        for (var number : new int[] {0, 1, 3}) {
            city.answers(id, city.member(number), true, number == 3 ? Choice.ABSTENTION : Choice.YES);
        }
        city.answers(id, city.member(4), false, Choice.YES);
        assertThat(chair.page().getByText("Alle haben geantwortet.")).isVisible();
        chair.wholePage("circular-chair-all").assertAccessible().assertFits();
        chair.button("Jetzt auszählen").click();
        confirm(chair, "Jetzt auszählen").click();

        assertThat(member.page().getByText("Der Beschluss ist gefasst.")).isVisible();
        assertThat(member.page().getByText("4 von 5 Mitgliedern stimmten zu, nötig waren 4"))
                .isVisible();
        member.wholePage("circular-phone-result").assertAccessible().assertFits();
        chair.wholePage("circular-chair-result").assertAccessible().assertFits();
        chair.dark().assertContrast().light();
        chair.open("/app/circular")
                .wholePage("circular-list")
                .assertAccessible()
                .assertFits();
        chair.resize(Size.PHONE).assertFits().wholePage("circular-list-phone");
        var reader = window("reader", Size.PHONE);
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            reader.open("/circular-resolutions/" + id);
            Assertions.assertThat(reader.heading("So wurde abgestimmt").count()).isEqualTo(1);
        });
        reader.wholePage("circular-portal-phone").assertAccessible().assertFits();
    }

    @Test
    @DisplayName("is seen to by the secretariat: an answer on paper, and the next agenda")
    void secretariat() {
        var city = new TestCirculars(context);
        var meeting = city.papers.meetingOf(city.city.council());
        var id = city.begun(false);
        for (var number : new int[] {0, 1, 2, 3}) {
            city.answers(id, city.member(number), true, Choice.YES);
        }
        var secretariat = window("secretariat").signIn("sekretariat").open("/app/circular/" + id);
        named(secretariat, "Antwort eintragen: .*" + city.member(4)).click();
        choose(secretariat, "Ich widerspreche: Das gehört in eine Sitzung");
        choose(secretariat, "Nein");
        secretariat.field("Eingang").fill("Brief vom 3. Mai, Eingang 4. Mai");
        secretariat.wholePage("circular-enter").assertAccessible();
        in(secretariat, AriaRole.DIALOG, "Antwort eintragen").click();
        assertThat(secretariat.page().getByText("5 von 5 haben geantwortet")).isVisible();
        secretariat.button("Jetzt auszählen").click();
        confirm(secretariat, "Jetzt auszählen").click();
        assertThat(secretariat.page().getByText("auf Papier: Brief vom 3. Mai, Eingang 4. Mai"))
                .isVisible();
        secretariat.wholePage("circular-secretariat").assertAccessible().assertFits();

        secretariat.open("/app/meetings/invitation/" + meeting);
        assertThat(secretariat.heading("Bekanntgabe von Umlaufbeschlüssen")).isVisible();
        secretariat.wholePage("circular-announce").assertAccessible().assertFits();
        secretariat.button("Auf die Tagesordnung: " + TestCirculars.SECRET).click();
        assertThat(secretariat.heading("Bekanntgabe von Umlaufbeschlüssen")).isHidden();
        secretariat.open("/app/circular/" + id);
        assertThat(secretariat.link("Steht auf der Tagesordnung dieser Sitzung"))
                .isVisible();
    }

    @Test
    @DisplayName("is ended by the deputy, and closed to who is recused from what is not public")
    void withdrawn() {
        var city = new TestCirculars(context);
        var id = city.begun(false);
        var logins = accounts.of(city.members(), PASSWORD);
        var deputy = window("deputy").signIn(logins.get(1), PASSWORD).open("/app/circular/" + id);
        named(deputy, "Befangenheit eintragen: .*" + city.member(4)).click();
        assertThat(deputy.page().getByText("0 von 4 haben geantwortet")).isVisible();
        deputy.wholePage("circular-deputy").assertAccessible().assertFits();
        deputy.resize(Size.PHONE)
                .assertFits()
                .wholePage("circular-deputy-phone")
                .resize(Size.DESKTOP);
        deputy.button("Ohne Ergebnis beenden").click();
        deputy.field("Grund").fill("Das Wasser ist gefallen.");
        in(deputy, AriaRole.DIALOG, "Ohne Ergebnis beenden").click();
        assertThat(deputy.page().getByText("Ohne Ergebnis beendet: Das Wasser ist gefallen."))
                .isVisible();

        var recused = window("recused", Size.PHONE).signIn(logins.get(4), PASSWORD);
        recused.open("/app/circular/" + id);
        assertThat(recused.page().getByText(TestCirculars.SECRET)).hasCount(0);
    }

    private static Locator named(Window window, String pattern) {
        return window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(pattern)));
    }

    private static void choose(Window window, String label) {
        window.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .check();
    }

    private static Locator confirm(Window window, String button) {
        return in(window, AriaRole.ALERTDIALOG, button);
    }

    private static Locator in(Window window, AriaRole dialog, String button) {
        return window.page()
                .getByRole(dialog)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }
}
