package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.ratssaal.browser.SecretVote.PASSWORD;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import de.ratssaal.attendance.Place;
import de.ratssaal.ballot.BeleniosTool;
import de.ratssaal.ballot.ElectionResult;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.voting.TestMeeting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("A secret vote by device, in the browsers of all who take part,")
class SecretVoteInBrowsersTest extends BrowserTest {

    private static final Size PROJECTOR = new Size(1920, 1080);
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @TempDir
    Path folder;

    /** What is wrong with a picture is said at the end, of all of them. */
    private final SoftAssertions all = new SoftAssertions();

    private void seen(Window window, String picture) {
        window.wholePage(picture);
        isInOrder(window);
    }

    /** The booth covers the screen; what lies behind it belongs to no picture. */
    private void seenBooth(Window window, String picture) {
        window.screenshot(picture);
        isInOrder(window);
    }

    private void isInOrder(Window window) {
        all.check(window::assertAccessible);
        all.check(window::assertFits);
    }

    @AfterEach
    void allPicturesAreInOrder() {
        all.assertAll();
    }

    @Test
    @DisplayName(
            "is taken by five members, one on a phone and one at home, counted by two of three tellers, and verified by a visitor")
    void wholeVote() {
        var vote = SecretVote.inMeeting(TestMeeting.open(5, 5, context), context, accounts);
        var meeting = vote.meeting();
        meeting.arrive(meeting.member(3), Place.REMOTE);
        var live = "/app/meetings/live/" + meeting.id();
        var desk = window("desk").signIn(vote.logins().getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        assertThat(urnCard(desk).getByText("nein, weil keine Zählkommission benannt ist"))
                .isVisible();
        assertThat(urnCard(desk).getByText("Zur Zählkommission")).isVisible();

        var tellers = makeTheKey(vote);
        tellers.get(2).close(); // for ever

        var projector = window("projector", PROJECTOR)
                .signIn(vote.logins().get(1), PASSWORD)
                .open("/app/display/" + meeting.id());
        var home = window("at home").signIn(vote.logins().get(3), PASSWORD).open(live);
        var phone = window("phone", Size.PHONE)
                .signIn(vote.logins().get(1), PASSWORD)
                .open(live);
        var third = window("third").signIn(vote.logins().get(2), PASSWORD).open(live);
        var fourth = window("fourth", Size.PHONE)
                .signIn(vote.logins().get(4), PASSWORD)
                .open(live);
        var chair = window("chair").signIn(vote.logins().getFirst(), PASSWORD).open(live);

        assertThat(urnCard(desk).getByText("geheime Abstimmung verlangt")).isVisible();
        seen(desk, "secret-desk-possible");
        button(urnCard(desk), "Geräte anmelden").click();
        Stream.of(home, phone, third, fourth, chair)
                .forEach(it ->
                        assertThat(it.page().getByText("Sie sind bereit.")).isVisible(PATIENTLY));
        assertThat(urnCard(desk).getByText("5 Geräte sind angemeldet.")).isVisible();
        assertThat(urnCard(desk).getByText("Bei 5 Stimmenden lässt sich")).isVisible();
        seen(desk, "secret-desk-registering");
        seen(desk.resize(Size.PHONE), "secret-desk-registering-phone");
        desk.resize(Size.DESKTOP);
        seen(phone, "secret-room-registered-phone");
        seen(home, "secret-room-registered");

        button(urnCard(desk), "Abstimmung eröffnen").click();
        Stream.of(home, phone, third, fourth, chair)
                .forEach(it ->
                        assertThat(it.page().locator(".rs-booth-question")).isVisible(PATIENTLY));
        var opening = vote.urn().openingHead();
        assertThat(projector.page().locator(".rs-display-hashes"))
                .containsText(UrnSummary.compared(String.valueOf(opening)));
        assertThat(phone.page().locator(".rs-booth-heads")).containsText(UrnSummary.compared(String.valueOf(opening)));
        assertThat(phone.page().locator(".rs-booth-heads"))
                .containsText(UrnSummary.compared(vote.urn().tellersFile()));
        seen(projector, "secret-display-open");
        seenBooth(phone, "secret-booth-choosing-phone");
        phone.handbook("secret-booth");
        seenBooth(home, "secret-booth-choosing");
        home.dark().screenshot("secret-booth-choosing-dark");
        all.check(home::assertContrast);
        home.light();

        var trackers = new ArrayList<String>();
        trackers.add(cast(home, "YES"));
        seenBooth(home, "secret-booth-cast");
        trackers.add(castAfterAChallenge(phone, "YES"));
        phone.handbook("secret-tracker");
        isPrintedAlone(phone);
        trackers.add(castWithoutNetwork(fourth, "NO"));
        trackers.add(cast(chair, "ABSTENTION"));
        staysOne(home, trackers.getFirst());
        trackers.add(cast(third, "YES"));
        assertThat(urnCard(desk).getByText("5 von 5 haben ihre Stimme abgegeben."))
                .isVisible();
        Assertions.assertThat(vote.urn().cast()).isEqualTo(5);
        seen(desk, "secret-desk-open");
        urnCard(desk).evaluate("it => it.scrollIntoView({ block: 'center' })");
        desk.handbook("secret-desk");
        phone.button("Zur Sitzung").click();
        seen(phone, "secret-room-aside-phone");

        button(urnCard(desk), "Urne schließen").click();
        button(desk.page().getByRole(AriaRole.ALERTDIALOG), "Urne schließen").click();
        assertThat(urnCard(desk).getByText("wird noch gebraucht").first()).isVisible();
        seen(desk, "secret-desk-decrypting");
        assertThat(projector.page().getByText("5 von 5 haben ihre Stimme abgegeben"))
                .isVisible();
        assertThat(projector.page().locator(".rs-display-hashes"))
                .containsText(UrnSummary.compared(String.valueOf(vote.urn().closingHead())));
        seen(projector, "secret-display-counting");
        for (var teller : tellers.subList(0, 2)) {
            decrypt(teller, vote);
        }
        assertThat(urnCard(desk).getByText("hat entschlüsselt").first()).isVisible(PATIENTLY);
        for (var teller : tellers.subList(0, 2)) {
            teller.button("Ergebnis prüfen").click();
            assertThat(teller.page().getByText("Geprüft:").first()).isVisible(PATIENTLY);
        }
        seen(tellers.getFirst(), "secret-teller-verified");

        assertThat(urnCard(desk).getByText("Das Ergebnis ist geprüft.")).isVisible(PATIENTLY);
        seen(desk, "secret-desk-settled");
        seen(phone, "secret-room-settled-phone");
        assertThat(projector.page().locator(".rs-display-hashes"))
                .containsText(UrnSummary.compared(String.valueOf(vote.urn().resultHead())));
        seen(projector, "secret-display-result");
        verifiedByAVisitor(vote, trackers);
    }

    private List<Window> makeTheKey(SecretVote vote) {
        vote.nameTellers();
        var windows = new ArrayList<Window>();
        for (var it = 0; it < vote.tellerLogins().size(); it++) {
            windows.add(window("teller " + (it + 1), it == 1 ? Size.PHONE : Size.DESKTOP)
                    .signIn(vote.tellerLogins().get(it), PASSWORD)
                    .open("/app/tellers"));
        }
        SecretVote.makeTheKey(windows);
        return windows;
    }

    private void decrypt(Window teller, SecretVote vote) {
        teller.button("Prüfen und entschlüsseln").click();
        assertThat(teller.page().getByText("5 Stimmzettel")).isVisible(PATIENTLY);
        assertThat(teller.page()
                        .getByText(UrnSummary.compared(String.valueOf(vote.urn().closingHead()))))
                .isVisible();
        seen(teller, "secret-approving-" + teller.name().replace(' ', '-'));
        teller.button("Stimmt überein – entschlüsseln").click();
        assertThat(teller.button("Stimmt überein – entschlüsseln")).isHidden();
    }

    /** @return the tracker that the booth shows */
    private String cast(Window voter, String choice) {
        encrypt(voter, choice);
        voter.button("Stimme abgeben").click();
        assertThat(voter.heading("Ihre Stimme ist abgegeben")).isVisible(PATIENTLY);
        return tracker(voter);
    }

    private static void encrypt(Window voter, String choice) {
        voter.page().locator("[data-choice=%s]".formatted(choice)).click();
        voter.button("Weiter").click();
        voter.button("Stimme verschlüsseln").click();
        assertThat(voter.heading("Ihre Stimme ist verschlüsselt")).isVisible(PATIENTLY);
    }

    private static String tracker(Window voter) {
        return voter.page().locator(".rs-booth-code").textContent().replaceAll("\\s", "");
    }

    /** Another device says what is in the ballot that was opened. */
    private String castAfterAChallenge(Window voter, String choice) {
        voter.page().locator("[data-choice=%s]".formatted(choice)).click();
        voter.button("Weiter").click();
        seenBooth(voter, "secret-booth-review-phone");
        voter.button("Stimme verschlüsseln").click();
        assertThat(voter.heading("Ihre Stimme ist verschlüsselt")).isVisible(PATIENTLY);
        seenBooth(voter, "secret-booth-encrypted-phone");
        var spoiled = tracker(voter);
        voter.page().getByText("Prüfen, ob dieses Gerät richtig verschlüsselt").click();
        voter.button("Diesen Stimmzettel öffnen").click();
        assertThat(voter.heading("Stimmzettel geöffnet")).isVisible(PATIENTLY);
        seenBooth(voter, "secret-booth-opened-phone");
        var address = voter.link("Prüfseite öffnen").getAttribute("href");
        var second = window("second device", Size.PHONE).open(address.replaceFirst("https?://[^/]+", ""));
        assertThat(second.page().getByText("Dieser Stimmzettel enthält:")).isVisible(PATIENTLY);
        assertThat(second.page().locator("rs-opened-ballot")).containsText("Ja");
        Assertions.assertThat(
                        second.page().locator("rs-opened-ballot").textContent().replaceAll("\\s", ""))
                .contains(spoiled);
        seen(second, "secret-opened-phone");
        second.close();
        voter.button("Neu wählen").click();
        var tracker = cast(voter, choice);
        Assertions.assertThat(tracker).isNotEqualTo(spoiled);
        return tracker;
    }

    /** The ballot is encrypted when the network fails; it is kept, and sent once when the network is back. */
    private String castWithoutNetwork(Window voter, String choice) {
        encrypt(voter, choice);
        voter.offline();
        voter.button("Stimme abgeben").click();
        assertThat(voter.page().getByText("Ihre verschlüsselte Stimme liegt auf diesem Gerät"))
                .isVisible(PATIENTLY);
        voter.screenshot("secret-booth-waiting-phone");
        var tracker = tracker(voter);
        voter.online();
        assertThat(voter.heading("Ihre Stimme ist abgegeben")).isVisible(PATIENTLY);
        Assertions.assertThat(tracker(voter)).isEqualTo(tracker);
        return tracker;
    }

    /** Neither loading the page again nor another tab makes a second ballot. */
    private void staysOne(Window voter, String tracker) {
        var path = voter.page().url().replaceFirst("https?://[^/]+", "");
        voter.open(path);
        assertThat(voter.heading("Ihre Stimme ist abgegeben")).isVisible(PATIENTLY);
        Assertions.assertThat(tracker(voter)).isEqualTo(tracker);
        var tab = voter.tab().open(path);
        assertThat(tab.page().getByText("Die Wahlkabine ist in einem anderen Fenster offen."))
                .isVisible(PATIENTLY);
        seenBooth(tab, "secret-booth-other-window");
        tab.button("Hier weitermachen").click();
        assertThat(tab.heading("Ihre Stimme ist abgegeben")).isVisible(PATIENTLY);
        Assertions.assertThat(tracker(tab)).isEqualTo(tracker);
        assertThat(tab.page().locator(".rs-booth-choice")).hasCount(0);
        tab.page().close();
    }

    /** On paper there is the tracker, and neither the page around it nor its frame. */
    private void isPrintedAlone(Window voter) {
        var page = voter.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        voter.screenshot("secret-tracker-printed-phone");
        assertThat(page.locator(".rs-booth-code")).isVisible();
        assertThat(voter.heading("Ihre Stimme ist abgegeben")).isHidden();
        Assertions.assertThat(page.evaluate("""
                        () => [...document.querySelectorAll('vaadin-app-layout')].flatMap(it =>
                          [...it.shadowRoot.querySelectorAll('[part~=navbar], [part~=drawer]')].map(part => getComputedStyle(part).display))
                        """))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .allMatch("none"::equals);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    /** By keyboard alone, with the words of the page's language. */
    private void comparesWithASavedFile(Window visitor, String poll) {
        var page = visitor.page();
        var saved = page.request().get(visitor.address(poll + "/archive")).body();
        var choose = visitor.button("Datei wählen: Mit einer früher gespeicherten Datei vergleichen");
        assertThat(page.getByText("Keine Datei gewählt")).isVisible();
        page.waitForFileChooser(() -> choose.press("Enter"))
                .setFiles(new FilePayload("gestern.bel", "application/octet-stream", saved));
        assertThat(page.getByText("gestern.bel")).isVisible(PATIENTLY);
        assertThat(choose).isFocused();
        assertThat(page.getByText("Alle Prüfungen bestanden.")).isVisible();
    }

    private void verifiedByAVisitor(SecretVote vote, List<String> trackers) {
        var page = "/secret-polls/" + vote.poll();
        var visitor = window("visitor", Size.PHONE).open(page);
        assertThat(visitor.page().getByText("Alle Prüfungen bestanden.")).isVisible(PATIENTLY);
        Assertions.assertThat(visitor.page().getByText("Stimmt überein").count())
                .isEqualTo(3);
        for (var hash : vote.urn().hashes().values()) {
            assertThat(visitor.page().locator(".rs-verify-heads")).containsText(UrnSummary.compared(hash));
        }
        visitor.page().getByLabel("Kontrollnummer oder Wörter").fill(trackers.get(2));
        assertThat(visitor.page().getByText("1 gefunden")).isVisible();
        seen(visitor, "secret-public-phone");
        seen(visitor.resize(Size.DESKTOP), "secret-public");
        visitor.page().locator("h1").evaluate("it => it.scrollIntoView()");
        visitor.handbook("secret-check");
        comparesWithASavedFile(visitor, page);
        visitor.dark();
        all.check(visitor::assertContrast);

        var request = visitor.page().request();
        var archive = request.get(visitor.address(page + "/archive")).body();
        var strong = request.get(visitor.address(page + "/strong-proofs")).body();
        var heads = Stream.of(
                        vote.urn().openingHead(),
                        vote.urn().closingHead(),
                        vote.urn().resultHead())
                .map(String::valueOf)
                .toList();
        var report =
                RecordVerification.verify(archive, new Wanted(false, false, heads, List.of(), Optional.of(strong)));
        Assertions.assertThat(report.isValid()).isTrue();
        Assertions.assertThat(report.record().result()).contains(new ElectionResult(List.of(List.of(3L, 1L, 1L))));
        Assertions.assertThat(report.record().trackers()).containsExactlyInAnyOrderElementsOf(trackers);
        if (BeleniosTool.program().isPresent()) {
            Assertions.assertThat(BeleniosTool.in(folder).verify(archive).errors())
                    .contains("all checks passed");
        }
    }

    @Test
    @DisplayName("is taken at a device of the city by two members one after the other, who leave nothing behind")
    void kiosk() {
        var vote = SecretVote.inMeeting(TestMeeting.open(4, 4, context), context, accounts);
        vote.haveAKey();
        var meeting = vote.meeting();
        var live = "/app/meetings/live/" + meeting.id();
        var desk = window("desk").signIn(vote.logins().getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        button(urnCard(desk), "Geräte anmelden").click();
        var device = window("device", Size.TABLET)
                .signIn(vote.logins().getFirst(), PASSWORD)
                .open("/app/tasks")
                .open("/app/booth-device/" + meeting.id());
        seen(device, "secret-device-registering");
        device.button("Für %s bereitstellen".formatted(vote.name(2))).click();
        assertThat(device.page().getByText("Bereit für " + vote.name(2))).isVisible();
        device.button("Für %s bereitstellen".formatted(vote.name(3))).click();
        assertThat(device.page().getByText("Bereit für " + vote.name(3))).isVisible();
        var chair = window("chair").signIn(vote.logins().getFirst(), PASSWORD).open(live);
        var second = window("second").signIn(vote.logins().get(1), PASSWORD).open(live);
        Stream.of(chair, second)
                .forEach(it ->
                        assertThat(it.page().getByText("Sie sind bereit.")).isVisible(PATIENTLY));
        assertThat(urnCard(desk).getByText("4 Geräte sind angemeldet.")).isVisible(PATIENTLY);
        seen(device, "secret-device-ready");

        button(urnCard(desk), "Abstimmung eröffnen").click();
        assertThat(device.button(vote.name(2) + " stimmt ab")).isVisible();
        seen(device, "secret-device-open");
        var trackers = new ArrayList<String>();
        for (var it = 2; it < 4; it++) {
            device.button(vote.name(it) + " stimmt ab").click();
            assertThat(device.page().locator(".rs-booth-question:visible")).isVisible(PATIENTLY);
            seen(device, "secret-device-voting");
            trackers.add(castAt(device, it == 2 ? "YES" : "NO"));
            device.button("Fertig – Kabine freigeben").click();
            assertThat(device.page().locator(".rs-booth-code")).hasCount(0);
            nothingIsLeft(device, trackers);
        }
        device.page().goBack();
        device.settle();
        nothingIsLeft(device, trackers);
        Assertions.assertThat(vote.urn().cast()).isEqualTo(2);
        cast(chair, "YES");
        cast(second, "YES");
        assertThat(urnCard(desk).getByText("4 von 4 haben ihre Stimme abgegeben."))
                .isVisible(PATIENTLY);
    }

    private static String castAt(Window device, String choice) {
        device.page().locator("[data-choice=%s]:visible".formatted(choice)).click();
        device.button("Weiter").click();
        device.button("Stimme verschlüsseln").click();
        device.button("Stimme abgeben").click();
        assertThat(device.heading("Ihre Stimme ist abgegeben")).isVisible(PATIENTLY);
        return device.page().locator(".rs-booth-code:visible").textContent().replaceAll("\\s", "");
    }

    private static void nothingIsLeft(Window device, List<String> trackers) {
        var left = String.valueOf(device.page().evaluate("""
                async () => JSON.stringify([localStorage, sessionStorage, history.state, location.href,
                  document.body.textContent, (await indexedDB.databases()).map(it => it.name)])
                """));
        Assertions.assertThat(left.replaceAll("\\s", ""))
                .doesNotContain("ratssaal-ballots")
                .doesNotContain(trackers);
    }

    private static Locator urnCard(Window desk) {
        return desk.page().locator(".rs-urn");
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
