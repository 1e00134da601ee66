package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.teller.TestTellers;
import de.ratssaal.voting.TestMeeting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Three tellers, in three windows,")
class TellersPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String CEREMONY = "**/api/tellers/ceremony";
    private static final String PASSPHRASE = "Morgen wird gezählt";
    private static final String ON_PAPER = "Auf dem Weg zum Tresor";
    private static final String READY = "Ihr Anteil ist auf diesem Gerät und einsatzbereit.";

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
        unlock(three);
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

        all.forEach(it -> assertThat(it.page().getByText(READY)).isVisible());
        two.wholePage("teller-ready-phone").assertAccessible().assertFits();
        assertThat(chair.page().getByText("Alles bereit")).isVisible();
        var hash = one.page()
                .locator(".rs-teller .rs-booth-heads code")
                .textContent()
                .strip();
        Assertions.assertThat(hash).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
        assertThat(chair.page().getByText(hash)).isVisible();
        chair.wholePage("tellers-ready").assertAccessible().assertFits();
        assertThat(desk.page().getByText("Bereit für geheime Abstimmungen: ja."))
                .isVisible();
        desk.wholePage("tellers-desk").assertAccessible().assertFits();
        three.open("/app/tellers");
        unlock(three);
        assertThat(three.page().getByText(READY)).isVisible();
    }

    @Test
    @DisplayName(
            "protect their shares, one by a passkey of the device, and bring it to others as a file and from the sheet")
    void passkeyFileAndSheet() throws IOException {
        var meeting = TestMeeting.open(5, 5, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        TestTellers.named(
                meeting.council().council(),
                List.of(meeting.member(1), meeting.member(2), meeting.member(3)),
                2,
                context);
        var one = window("one").signIn(logins.get(1), PASSWORD).open("/app/login");
        TestPasskeys.on(one, true);
        one.open("/app/tellers");
        var two = window("two").signIn(logins.get(2), PASSWORD).open("/app/tellers");
        var three = window("three").signIn(logins.get(3), PASSWORD).open("/app/tellers");
        one.button("Mit dem Passkey dieses Geräts").click();
        join(two);
        join(three);
        var all = List.of(one, two, three);
        all.forEach(it -> assertThat(digits(it)).isVisible());
        all.forEach(it -> it.button("Bei allen gleich").click());
        all.forEach(it -> assertThat(it.page().getByText(READY)).isVisible());

        one.open("/app/tellers");
        assertThat(one.page().getByText("Ihr Anteil liegt verschlossen auf diesem Gerät"))
                .isVisible();
        assertThat(one.page().getByLabel("Passphrase", exactly())).isHidden();
        one.wholePage("teller-locked-passkey").assertAccessible().assertFits();
        one.button("Öffnen").click();
        assertThat(one.page().getByText(READY)).isVisible();

        one.page().getByText("Anteil sichern").click();
        one.page().getByLabel("Passphrase", exactly()).fill(ON_PAPER);
        one.page().getByLabel("Noch einmal", exactly()).fill(ON_PAPER);
        one.button("Verschlüsselt ausgeben").click();
        assertThat(one.page().locator(".rs-teller-sheet .rs-booth-qr")).isVisible();
        assertThat(one.page().locator(".rs-teller-sheet .rs-teller-organization"))
                .isVisible();
        one.wholePage("teller-export").assertAccessible().assertFits();
        var file = one.page().waitForDownload(one.button("Datei speichern")::click);
        var saved = Files.readString(file.path());
        Assertions.assertThat(saved).contains("ratssaal-share-1").doesNotContain("polynomial", "\"share\":\"{");
        var onPaper = one.page().locator(".rs-teller-sheet code").textContent();
        Assertions.assertThat(onPaper).isEqualTo(saved);
        one.page().evaluate("() => { window.print = () => document.body.dataset.printed = 'yes'; }");
        one.button("Drucken").click();
        assertThat(one.page().locator("body")).hasAttribute("data-printed", "yes");
        one.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(one.page().locator(".rs-teller-sheet code")).isVisible();
        assertThat(one.button("Datei speichern")).isHidden();
        one.screenshot("teller-sheet-printed");
        Assertions.assertThat(pages(one.page().pdf())).isEqualTo(1);
        one.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        var laptop = window("laptop").signIn(logins.get(1), PASSWORD).open("/app/tellers");
        assertThat(laptop.page().getByText("Ihr Anteil ist auf einem anderen Gerät."))
                .isVisible();
        laptop.page().getByText("Gesicherten Anteil einlesen").click();
        laptop.page().locator(".rs-file-choice > input").setInputFiles(file.path());
        laptop.page().getByLabel("Passphrase", exactly()).fill("das war sie nicht");
        readIn(laptop).click();
        assertThat(laptop.page().getByText("Die Passphrase passt nicht zu diesem Anteil."))
                .isVisible();
        laptop.wholePage("teller-import").assertAccessible().assertFits();
        laptop.page().getByLabel("Passphrase", exactly()).fill(ON_PAPER);
        readIn(laptop).click();
        assertThat(laptop.page().getByText(READY)).isVisible();

        var phone = window("phone", Size.PHONE).signIn(logins.get(1), PASSWORD).open("/app/tellers");
        phone.page().getByText("Gesicherten Anteil einlesen").click();
        phone.page().getByLabel("Oder der Text vom Blatt").fill("abgetippt und verloren");
        phone.page().getByLabel("Passphrase", exactly()).fill(ON_PAPER);
        readIn(phone).click();
        assertThat(phone.page().getByText("Das ist kein gesicherter Anteil.")).isVisible();
        phone.wholePage("teller-import-phone").assertAccessible().assertFits();
        phone.page().getByLabel("Oder der Text vom Blatt").fill(onPaper.replaceAll("(.{60})", "$1\n"));
        phone.page().getByLabel("Passphrase", exactly()).fill(ON_PAPER);
        readIn(phone).click();
        assertThat(phone.page().getByText(READY)).isVisible();
        phone.wholePage("teller-imported-phone").assertAccessible().assertFits();
    }

    @Test
    @DisplayName("whose browser has no passkeys of that kind are told so, and take a passphrase")
    void withoutPasskey() {
        var meeting = TestMeeting.open(5, 5, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        TestTellers.named(
                meeting.council().council(),
                List.of(meeting.member(1), meeting.member(2), meeting.member(3)),
                2,
                context);
        var one = window("one", Size.PHONE).signIn(logins.get(1), PASSWORD).open("/app/login");
        TestPasskeys.on(one, false);
        one.open("/app/tellers");
        one.button("Mit dem Passkey dieses Geräts").click();
        assertThat(one.page()
                        .locator(".rs-booth-actions")
                        .getByText("Dieses Gerät kann das nicht. Bitte wählen Sie eine Passphrase."))
                .isVisible();
        one.wholePage("teller-no-passkey-phone").assertAccessible().assertFits();
        join(one);
        assertThat(one.page().getByText("1 von 3 sind so weit.")).isVisible();
    }

    @Test
    @DisplayName("read what is wrong: signed out, no connection, a fault; and go on from there")
    void troubles() {
        var meeting = TestMeeting.open(5, 5, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        TestTellers.named(
                meeting.council().council(),
                List.of(meeting.member(1), meeting.member(2), meeting.member(3)),
                2,
                context);
        var one = window("one", Size.PHONE).signIn(logins.get(1), PASSWORD).open("/app/tellers");
        assertThat(one.button("Mit Passphrase beginnen")).isVisible();
        var reported = new CopyOnWriteArrayList<String>();
        one.page().onConsoleMessage(it -> reported.add(it.type() + " " + it.text()));

        answer(one, 401);
        assertThat(one.page().getByText("Sie sind nicht mehr angemeldet.")).isVisible();
        one.wholePage("teller-signed-out-phone").assertAccessible().assertFits();
        answer(one, 503);
        assertThat(one.page().getByText("Keine Verbindung.")).isVisible();
        answer(one, 500);
        assertThat(one.page().getByText("Das hat nicht geklappt.")).isVisible();
        one.wholePage("teller-fault-phone").assertAccessible().assertFits();
        Assertions.assertThat(reported).anyMatch(it -> it.startsWith("error") && it.contains("not taken: 500"));
        one.page().unroute(CEREMONY);
        one.button("Noch einmal versuchen").click();
        assertThat(one.button("Mit Passphrase beginnen")).isVisible();
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static void answer(Window teller, int status) {
        teller.page().unroute(CEREMONY);
        teller.page().route(CEREMONY, it -> it.fulfill(new Route.FulfillOptions().setStatus(status)));
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

    private static void unlock(Window teller) {
        teller.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Passphrase"))
                .fill(PASSPHRASE);
        teller.button("Öffnen").click();
    }

    private static Locator digits(Window teller) {
        return teller.page().locator(".rs-teller-digits");
    }

    /** The button that reads a share in; the one that chooses its file is called alike. */
    private static Locator readIn(Window window) {
        return window.page().locator(".rs-teller-form button[type=submit]").getByText("Einlesen");
    }
}
