package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.paper.AgendaItemFiles;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A meeting that was taken along")
class OfflineTest extends BrowserTest {

    private static final String CONTRACT = "Vertrag mit dem Käufer Zwiebelturm";
    private static final String PASSPHRASE = "Morgen wird getagt";
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    /** Everything in the databases of the browser, whatever it is, as text. */
    private static final String DUMP = """
            async () => {
              const words = [];
              const read = value => {
                if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
                  const bytes = new Uint8Array(value.buffer ?? value);
                  words.push(new TextDecoder('latin1').decode(bytes), new TextDecoder('utf-8').decode(bytes),
                    new TextDecoder('utf-16le').decode(bytes));
                } else if (value instanceof CryptoKey) {
                  words.push('a key in the clear');
                } else if (value && typeof value === 'object') {
                  Object.entries(value).forEach(([key, inner]) => { words.push(key); read(inner); });
                } else {
                  words.push(String(value));
                }
              };
              const answered = request => new Promise((done, failed) => {
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
              });
              for (const { name } of await indexedDB.databases()) {
                words.push(name);
                const database = await answered(indexedDB.open(name));
                for (const store of database.objectStoreNames) {
                  const records = database.transaction(store).objectStore(store);
                  read(await answered(records.getAllKeys()));
                  read(await answered(database.transaction(store).objectStore(store).getAll()));
                }
                database.close();
              }
              Object.entries({ ...localStorage, ...sessionStorage }).forEach(it => words.push(...it));
              return words.join('\\n');
            }
            """;

    private static final String CACHED = """
            async () => {
              const urls = [];
              for (const name of await caches.keys()) {
                urls.push(...(await (await caches.open(name)).keys()).map(it => new URL(it.url).pathname));
              }
              return urls;
            }
            """;

    private static final String DATABASES = "async () => (await indexedDB.databases()).length";

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private final String title = "Sitzung " + UUID.randomUUID();
    private MeetingId meeting;

    @BeforeEach
    void aMeetingWithDocuments() {
        meeting = access.asSystem("test", this::meeting);
    }

    @Test
    @DisplayName("is read, searched, marked and annotated without network, and nothing of it is lost")
    void withoutNetwork() {
        var member = window("member", Size.TABLET).signIn("mitglied1").open("/read");
        member.button("Mitnehmen: " + title).click();
        assertThat(panel(member)).containsText("Die Unterlagen brauchen etwa");
        member.assertFits().assertAccessible().screenshot("offline-take-tablet");
        member.field("Gerätepassphrase").first().fill("kurz");
        member.field("Gerätepassphrase wiederholen").fill("kurz");
        panel(member).getByText("Mitnehmen", exactly()).click();
        assertThat(panel(member)).containsText("mindestens 10 Zeichen");
        takeAlong(member);
        member.assertFits().assertAccessible().screenshot("offline-taken-tablet");
        assertNothingInTheClear(member);

        member.offline();
        member.page().reload();
        assertThat(panel(member)).containsText("Geben Sie Ihre Gerätepassphrase ein");
        member.assertFits().assertAccessible().screenshot("offline-locked-tablet");
        unlock(member, "Gestern wurde getagt");
        assertThat(panel(member)).containsText("Diese Gerätepassphrase ist falsch.");
        unlock(member, PASSPHRASE);
        assertThat(panel(member)).isHidden();
        member.page().locator(".rd-choice").getByText(title).click();
        turnToContract(member);
        assertThat(member.page().getByText("Ohne Netz").first()).isVisible();

        select(member, CONTRACT);
        member.button("Markieren: Grün, unterstrichen").click();
        assertThat(member.page().locator(".rd-mark.rd-green")).hasCount(1);
        select(member, CONTRACT);
        member.page().locator(".rd-floating").getByText("Notiz").click();
        member.page().locator(".rd-draft textarea").fill("Preis nachrechnen, Kaiserschmarrn");
        member.button("Speichern").click();
        assertThat(member.page().locator(".ro-count")).isVisible();
        member.button("In allen Unterlagen suchen").click();
        member.field("Suchen in allen Unterlagen der Sitzung").fill("brunnen");
        member.field("Suchen in allen Unterlagen der Sitzung").press("Enter");
        assertThat(member.page().locator(".rd-panel")).containsText("Gefunden: 1 Stellen");
        member.handbook("offline-reading").screenshot("offline-reading-tablet");
        assertNothingInTheClear(member);

        member.page().reload();
        unlock(member, PASSPHRASE);
        assertThat(member.page().locator(".rd-mark.rd-green")).hasCount(1);
        assertThat(marks()).isZero();

        member.online();
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(marks()).isEqualTo(2));
        assertThat(member.page().locator(".ro-count")).isHidden();
        assertThat(member.page().locator(".rd-mark.rd-green")).hasCount(1);
        openPanel(member);
        assertThat(panel(member)).containsText("Alles übertragen");
        assertThat(panel(member)).containsText("Zuletzt abgeglichen");
        member.screenshot("offline-synchronized-tablet");

        var desk = window("the same member at a desk").signIn("mitglied1").open("/read#meeting=" + meeting);
        desk.button("Markierungen und Notizen").click();
        assertThat(desk.page().locator(".rd-panel")).containsText("Preis nachrechnen, Kaiserschmarrn");
    }

    @Test
    @DisplayName("lets the worker keep the page of the reader, and no data, no sign-in and nothing of the application")
    void onlyTheShellIsCached() {
        var member = window("member").signIn("mitglied2").open("/read");
        member.page().evaluate("() => navigator.serviceWorker.ready");
        member.open("/app/").open("/read#meeting=" + meeting);
        turnToContract(member);

        @SuppressWarnings("unchecked")
        var cached = (List<String>) member.page().evaluate(CACHED);

        assertThat(cached)
                .contains("/read", "/assets/reader/reader.js", "/read/pdf.worker.js")
                .allMatch(it -> it.equals("/read") || it.equals("/read/pdf.worker.js") || it.startsWith("/assets/"));
        assertThat(member.page().evaluate("""
                async () => (await navigator.serviceWorker.getRegistrations()).map(it => new URL(it.scope).pathname)
                """)).isEqualTo(List.of("/read"));
        assertThat(member.page().evaluate("""
                async () => {
                  const answer = await fetch(document.querySelector('link[rel=manifest]').href);
                  const manifest = await answer.json();
                  return [answer.headers.get('Content-Type').split(';')[0], manifest.start_url, manifest.lang,
                    manifest.icons.some(it => it.purpose === 'maskable'),
                    (await Promise.all(manifest.icons.map(it => fetch(it.src)))).every(it => it.ok)];
                }
                """)).isEqualTo(List.of("application/json", "/read", "de", true, true));
        member.open("/app/");
        assertThat(member.page().evaluate("() => document.querySelector('link[rel=manifest]').getAttribute('href')"))
                .isEqualTo("/assets/app/manifest.de.json");
    }

    @Test
    @DisplayName("is removed by an administrator's order at the next contact, and the administrator sees when")
    void administratorsOrder() {
        var member = window("member", Size.PHONE).signIn("mitglied3").open("/read#meeting=" + meeting);
        openPanel(member);
        member.assertFits().assertAccessible().screenshot("offline-take-phone");
        takeAlong(member);
        member.assertFits().assertAccessible().screenshot("offline-taken-phone");
        member.dark().assertContrast().light();
        var administrator = window("administrator").signIn("admin").open("/app/offline-devices");
        administrator.assertAccessible().assertFits().wholePage("offline-devices");
        var name = nameOf("mitglied3");
        var row = administrator.page().locator("li", new Page.LocatorOptions().setHasText(name));
        row.getByText("Entfernen lassen").first().click();
        confirm(administrator, "Entfernen lassen");
        assertThat(row.first()).containsText("Wird entfernt");

        member.page().reload();

        assertThat(panel(member)).containsText("Die Administration hat die mitgenommenen Sitzungen");
        assertThat(member.page().evaluate(DATABASES)).isEqualTo(0);
        member.page().reload(); // as the page does by itself; nobody has read it yet
        assertThat(panel(member)).containsText("Die Administration hat die mitgenommenen Sitzungen");
        administrator.page().reload();
        administrator.settle();
        administrator.field("Nach Namen suchen").fill(name);
        assertThat(row.first()).containsText("Ausgeführt am");
        administrator.dark().assertContrast().light();
        administrator.resize(Size.PHONE).assertFits().assertAccessible().wholePage("offline-devices-phone");
    }

    @Test
    @DisplayName("is removed when its owner signs out of the application; for unsent notes they are asked")
    void signingOut() {
        var member = window("member").signIn("mitglied4").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);
        panel(member).getByLabel("Schließen").click();
        member.offline();
        turnToContract(member);
        select(member, CONTRACT);
        member.button("Markieren: Blau, gestreift").click();
        assertThat(member.page().locator(".ro-count")).isVisible();
        member.page().close();
        var later = member.online().tab().open("/app/");
        later.page().getByLabel("Konto von " + nameOf("mitglied4")).click();
        later.page().getByText("Abmelden").click();
        assertThat(later.page().locator("dialog")).containsText("Noch nicht übertragene Änderungen auf diesem Gerät: ");
        later.assertAccessible().screenshot("offline-signing-out");
        later.button("Angemeldet bleiben").click();
        assertThat(later.page().evaluate(DATABASES)).isEqualTo(1);

        later.page().getByLabel("Konto von " + nameOf("mitglied4")).click();
        later.page().getByText("Abmelden").click();
        later.button("Löschen und abmelden").click();

        assertThat(later.page()).hasURL(Pattern.compile("/app/login\\?signed-out"));
        assertThat(later.page().evaluate(DATABASES)).isEqualTo(0);
        assertThat(database.sql("""
                        select removed_at is not null from offline_device
                        where account_id = (select id from identity_account where login = 'mitglied4')
                        """).query(Boolean.class).list()).containsOnly(true);
    }

    @Test
    @DisplayName("is removed when its owner signs out in the reader, where the session ends too")
    void signingOutInTheReader() {
        var member = window("member").signIn("mitglied1").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);

        panel(member).getByText("Abmelden", exactly()).click();

        assertThat(member.page()).hasURL(Pattern.compile("/app/login\\?signed-out"));
        assertThat(member.page().evaluate(DATABASES)).isEqualTo(0);
        assertThat(member.page().evaluate("async () => (await fetch('/api/session')).status"))
                .isEqualTo(401);
    }

    @Test
    @DisplayName("is removed when somebody else signs in on the device")
    void somebodyElse() {
        var member = window("member").signIn("mitglied5").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);
        database.sql(
                        "delete from identity_session where account_id = (select id from identity_account where login = ?)")
                .param("mitglied5")
                .update();
        member.forgetCookies();

        member.signIn("gast");

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(member.page().evaluate(DATABASES)).isEqualTo(0));
    }

    @Test
    @DisplayName("opens no more and is removed after the lease; what was not sent outlives it and is sent at last")
    void leaseEnds() {
        var member = window("member", Size.TABLET).signIn("mitglied2").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);
        panel(member).getByLabel("Schließen").click();
        member.offline();
        turnToContract(member);
        select(member, CONTRACT);
        member.button("Markieren: Grün, unterstrichen").click();
        assertThat(member.page().locator(".ro-count")).isVisible();

        member.page().clock().setSystemTime(clock.millis() + Duration.ofDays(15).toMillis());
        member.page().reload();

        assertThat(panel(member)).containsText("Noch nicht übertragene Notizen sind noch da");
        assertThat(panel(member).locator("#ro-unlock")).hasCount(0);
        member.assertFits().assertAccessible().screenshot("offline-lease-ended-tablet");
        assertThat((String) member.page().evaluate(DUMP)).doesNotContain("sealed/meeting/");
        member.online();
        panel(member).getByText("Jetzt abgleichen").click();
        unlock(member, PASSPHRASE);
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(marks()).isEqualTo(1));
    }

    @Test
    @DisplayName("opens no more when the clock was set back, until there was contact")
    void clockSetBack() {
        var member = window("member").signIn("mitglied3").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);

        // the browser's own clock: that of the application may have been put forward
        var now = ((Number) member.page().evaluate("() => Date.now()")).longValue();
        member.offline().page().clock().setSystemTime(now - Duration.ofDays(1).toMillis());
        member.page().reload();

        assertThat(panel(member)).containsText("wurde zurückgestellt");
        assertThat(panel(member).locator("#ro-unlock")).hasCount(0);
        member.online();
        panel(member).getByText("Jetzt abgleichen").click();
        assertThat(panel(member).locator("#ro-unlock")).isVisible();
    }

    @Test
    @DisplayName("is annotated in two tabs without network, and each mark is sent once")
    void twoTabs() {
        var one = window("member").signIn("mitglied5").open("/read#meeting=" + meeting);
        openPanel(one);
        takeAlong(one);
        panel(one).getByLabel("Schließen").click();
        one.offline();
        turnToContract(one);
        var other = one.tab();
        other.page().navigate(one.page().url());
        unlock(other, PASSPHRASE);
        select(other, CONTRACT);
        other.button("Markieren: Blau, gestreift").click();
        select(one, CONTRACT);
        one.button("Markieren: Grün, unterstrichen").click();
        assertThat(one.page().locator(".ro-count")).isVisible();

        one.online();

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(marks()).isEqualTo(2));
        assertThat(one.page().locator(".ro-count")).isHidden();
        assertThat(one.page().locator(".rd-mark.rd-blue"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
    }

    @Test
    @DisplayName("keeps a note that is being written, sealed, when the device is locked")
    void aNoteBeingWritten() {
        var member = window("member").signIn("mitglied5").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);
        panel(member).getByLabel("Schließen").click();
        turnToContract(member);
        select(member, CONTRACT);
        member.page().locator(".rd-floating").getByText("Notiz").click();
        member.page().locator(".rd-draft textarea").fill("Kaiserschmarrn prüfen");
        openPanel(member);
        panel(member).getByText("Jetzt sperren").click();
        assertThat(panel(member)).isHidden();
        assertNothingInTheClear(member);
        openPanel(member);

        unlock(member, PASSPHRASE);

        assertThat(member.page().locator(".rd-draft textarea")).hasValue("Kaiserschmarrn prüfen");
        member.screenshot("offline-note-again");
        member.resize(Size.PHONE).assertFits().screenshot("offline-note-again-phone");
        member.resize(Size.DESKTOP);
        member.button("Speichern").click();
        assertThat(member.page().locator(".rd-panel .rd-text")).hasText("Kaiserschmarrn prüfen");
        assertThat(member.page().locator(".rd-draft")).hasCount(0);
    }

    @Test
    @DisplayName("is set up once: a second tab takes nothing from the first")
    void setUpInTwoTabs() {
        var one = window("member").signIn("mitglied5").open("/read#meeting=" + meeting);
        var other = one.tab();
        other.page().navigate(one.page().url());
        openPanel(other);
        openPanel(one);
        other.page().locator("#ro-first").fill("Gestern wurde getagt");
        other.page().locator("#ro-second").fill("Gestern wurde getagt");
        takeAlong(one);

        // it may have heard of the first meanwhile, and then asks for that passphrase already
        if (other.page().locator("#ro-first").isVisible()) {
            panel(other).getByText("Mitnehmen", exactly()).click();
            assertThat(panel(other))
                    .containsText("In einem anderen Fenster wurde schon eine Gerätepassphrase gewählt.");
        }
        unlock(other, PASSPHRASE);
        assertThat(panel(other)).isHidden();
        assertThat(one.page().evaluate(DATABASES)).isEqualTo(1);
    }

    @Test
    @DisplayName("is listed among the own devices and removed from there")
    void ownDevices() {
        var member = window("member").signIn("vorsitz").open("/read#meeting=" + meeting);
        openPanel(member);
        takeAlong(member);
        var elsewhere = window("elsewhere", Size.PHONE).signIn("vorsitz").open("/app/devices");
        assertThat(elsewhere.page().getByText(title).first()).isVisible();
        elsewhere.assertFits().assertAccessible().wholePage("own-devices-phone");
        elsewhere.dark().assertContrast().light();
        elsewhere.resize(Size.DESKTOP).wholePage("own-devices");

        elsewhere
                .page()
                .getByText("Vom Gerät entfernen", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        confirm(elsewhere, "Vom Gerät entfernen");
        assertThat(elsewhere.page().getByText("Wird entfernt")).isVisible();
        panel(member).getByText("Jetzt abgleichen").click();

        assertThat(panel(member)).containsText("wie Sie es beauftragt haben");
        assertThat(member.page().evaluate(DATABASES)).isEqualTo(0);
    }

    private static void confirm(Window window, String verb) {
        window.page()
                .locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(verb))
                .click();
    }

    private void takeAlong(Window window) {
        window.page().locator("#ro-first").fill(PASSPHRASE);
        window.page().locator("#ro-second").fill(PASSPHRASE);
        panel(window).getByText("Mitnehmen", exactly()).click();
        assertThat(panel(window).getByText("Vollständig auf dem Gerät")).isVisible(PATIENTLY);
        window.page().evaluate("() => navigator.serviceWorker.ready");
    }

    private void assertNothingInTheClear(Window window) {
        assertThat((String) window.page().evaluate(DUMP))
                .contains("sealed/meeting/" + meeting)
                .doesNotContain("a key in the clear")
                .doesNotContain("Zwiebelturm", "Kaufvertrag", "Käufer", "Brunnen", "Kaiserschmarrn", title)
                .doesNotContain(PASSPHRASE, "%PDF");
    }

    private long marks() {
        return database.sql("select count(*) from reader_mark where meeting_id = ?")
                .param(meeting.value())
                .query(Long.class)
                .single();
    }

    private String nameOf(String login) {
        return database.sql("select name from identity_account where login = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    private static void turnToContract(Window window) {
        assertThat(text(window, "Der Brunnen ist alt")).isVisible();
        window.button("Nächstes Dokument").click();
        assertThat(text(window, CONTRACT)).isVisible();
    }

    private static void openPanel(Window window) {
        window.page().locator(".ro-state").click();
        assertThat(panel(window)).isVisible();
    }

    private static void unlock(Window window, String passphrase) {
        window.page().locator("#ro-unlock").fill(passphrase);
        panel(window).getByText("Entsperren", exactly()).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator panel(Window window) {
        return window.page().locator(".ro-panel");
    }

    private static Locator text(Window window, String text) {
        return window.page().locator(".textLayer").getByText(text, exactly());
    }

    /** Draws over the line, as a hand does. */
    private static void select(Window window, String text) {
        assertThat(text(window, text)).isVisible();
        var box = text(window, text).boundingBox();
        var mouse = window.page().mouse();
        mouse.move(box.x + 1, box.y + box.height / 2);
        mouse.down();
        mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        mouse.move(box.x + box.width - 1, box.y + box.height / 2);
        mouse.up();
        assertThat(window.page().locator(".rd-floating")).isVisible();
    }

    private MeetingId meeting() {
        var planned = planning.plan(
                DemoCity.COUNCIL,
                new MeetingPlan(
                        title, MeetingMode.IN_PERSON, clock.instant().plus(Duration.ofDays(40)), null, "Rathaus", ""));
        attach(planning.addItem(planned, null, false, "Grundstück"), "Kaufvertrag.pdf", CONTRACT);
        attach(planning.addItem(planned, null, true, "Markt"), "Markt.pdf", "Der Brunnen ist alt");
        database.sql("update meeting_meeting set state = 'CONVENED', convened_at = now() where id = ?")
                .param(planned.value())
                .update();
        return planned;
    }

    private void attach(AgendaItemId item, String name, String... pages) {
        files.attach(
                AgendaItemFiles.owner(item),
                NewFile.auxiliary(name, true),
                new ByteArrayInputStream(TestPdfs.saying(pages)));
    }
}
