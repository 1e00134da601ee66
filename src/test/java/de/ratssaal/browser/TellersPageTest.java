package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Three tellers, in three windows,")
class TellersPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String PASSPHRASE = "Morgen wird gezählt";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Test
    @DisplayName(
            "are named by the chair and make their key, one of them on a phone and one after loading the page again")
    void wholeCeremony() {
        var meeting = TestMeeting.open(5, 5, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var desk = window("desk").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        assertThat(desk.page().getByText("nein, weil keine Zählkommission benannt ist"))
                .isVisible();
        var chair = window("chair")
                .signIn(logins.getFirst(), PASSWORD)
                .open("/app/organizations/" + meeting.council().council() + "/tellers");
        chair.wholePage("tellers-none").assertAccessible().assertFits();
        chair.button("Zählkommission benennen").click();
        choose(chair, meeting, List.of(1, 2, 3));
        assertThat(chair.page().getByText("Niemand kommt aus der Verwaltung.")).isVisible();
        chair.screenshot("tellers-naming").assertAccessible();
        dialog(chair)
                .getByRole(AriaRole.BUTTON, named("Zählkommission benennen"))
                .click();
        assertThat(dialog(chair)).isHidden();
        assertThat(chair.button("Schlüssel erzeugen")).isVisible();
        chair.handbook("tellers-named").assertAccessible().assertFits();
        chair.button("Schlüssel erzeugen").click();

        var one = window("one").signIn(logins.get(1), PASSWORD).open("/app/tellers");
        var two = window("two", Size.PHONE).signIn(logins.get(2), PASSWORD).open("/app/tasks");
        two.page().getByText("Schlüssel für geheime Abstimmungen erzeugen").click();
        var three = window("three").signIn(logins.get(3), PASSWORD).open("/app/tellers");
        assertThat(one.button("Mit Passphrase beginnen")).isVisible();
        one.wholePage("teller-invited").assertAccessible().assertFits();
        var all = List.of(one, two, three);
        all.forEach(TellersPageTest::join);

        all.forEach(it -> assertThat(digits(it)).isVisible());
        var read = digits(one).textContent().strip();
        all.forEach(it -> assertThat(digits(it)).hasText(read));
        two.handbook("teller-digits").assertAccessible().assertFits();
        three.open("/app/tellers");
        three.page().getByLabel("Passphrase", exactly()).fill(PASSPHRASE);
        three.button("Öffnen").click();
        assertThat(digits(three)).hasText(read);
        one.button("Bei allen gleich").click();
        assertThat(one.page().getByText("1 von 3 sind so weit.")).isVisible();
        one.wholePage("teller-waiting").assertAccessible().assertFits();
        chair.resize(Size.PHONE).wholePage("tellers-running-phone").assertFits();
        chair.resize(Size.DESKTOP)
                .wholePage("tellers-running")
                .assertAccessible()
                .assertFits();
        two.button("Bei allen gleich").click();
        three.button("Bei allen gleich").click();

        all.forEach(it -> assertThat(it.page().getByText("Ihr Anteil ist auf diesem Gerät und einsatzbereit."))
                .isVisible());
        two.wholePage("teller-ready-phone").assertAccessible().assertFits();
        assertThat(chair.page().getByText("Alles bereit")).isVisible();
        chair.wholePage("tellers-ready").assertAccessible().assertFits();
        assertThat(desk.page().getByText("Bereit für geheime Abstimmungen: ja."))
                .isVisible();
        desk.wholePage("tellers-desk").assertAccessible().assertFits();
        three.open("/app/tellers");
        three.page().getByLabel("Passphrase", exactly()).fill(PASSPHRASE);
        three.button("Öffnen").click();
        assertThat(three.page().getByText("Ihr Anteil ist auf diesem Gerät und einsatzbereit."))
                .isVisible();
    }

    @Test
    @DisplayName("or others who are none find an explanation")
    void nobody() {
        var meeting = TestMeeting.open(3, 3, context);
        var login = accounts.of(List.of(meeting.member(2)), PASSWORD).getFirst();
        var member = window("member", Size.PHONE).signIn(login, PASSWORD).open("/app/tellers");
        assertThat(member.page().getByText("Sie gehören keiner Zählkommission an"))
                .isVisible();
        member.wholePage("teller-none-phone").assertAccessible().assertFits();
        member.open("/app/organizations/" + meeting.council().council() + "/tellers");
        assertThat(member.page().getByText("Noch keine Zählkommission")).isVisible();
        assertThat(member.button("Zählkommission benennen")).isHidden();
    }

    @Test
    @DisplayName("or nobody at all: without signing in, or without the page's own token, nothing is told or taken")
    void withoutRight() {
        var stranger = window("stranger").open("/app/login");
        Assertions.assertThat(stranger.page()
                        .request()
                        .get(stranger.address("/api/tellers/ceremony"))
                        .status())
                .isEqualTo(401);
        var meeting = TestMeeting.open(3, 3, context);
        var login = accounts.of(List.of(meeting.member(2)), PASSWORD).getFirst();
        var member = window("member").signIn(login, PASSWORD).open("/app/tellers");
        var request = member.page().request();
        Assertions.assertThat(
                        request.get(member.address("/api/tellers/ceremony")).status())
                .isEqualTo(204);
        Assertions.assertThat(
                        request.post(member.address("/api/tellers/ceremony/%s/abort".formatted(UUID.randomUUID())))
                                .status())
                .isEqualTo(403);
    }

    private static void choose(Window chair, TestMeeting meeting, List<Integer> members) {
        var tellers =
                chair.page().getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Mitglieder (3 bis 5)"));
        tellers.click();
        for (var member : members) {
            chair.page()
                    .locator("vaadin-multi-select-combo-box-item")
                    .filter(new Locator.FilterOptions()
                            .setHasText(meeting.member(member).toString()))
                    .click();
        }
        chair.page().keyboard().press("Escape");
        assertThat(chair.page().locator("vaadin-multi-select-combo-box-item").first())
                .isHidden();
    }

    private static Locator dialog(Window window) {
        return window.page().getByRole(AriaRole.DIALOG);
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void join(Window teller) {
        teller.page().getByLabel("Passphrase", exactly()).fill(PASSPHRASE);
        teller.page().getByLabel("Noch einmal", exactly()).fill(PASSPHRASE);
        teller.button("Mit Passphrase beginnen").click();
    }

    private static Locator digits(Window teller) {
        return teller.page().locator(".rs-teller-digits");
    }
}
