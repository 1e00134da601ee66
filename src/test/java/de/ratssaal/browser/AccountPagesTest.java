package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.identity.DemoLogins;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.identity.TestAuthenticator;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The administrator's accounts and everybody's own. */
class AccountPagesTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final String NEXT = "drei Linden vor der Brücke";

    @Autowired
    TestAccounts accounts;

    @Test
    void theAdministratorMakesAnAccountAndGrantsARight() {
        var login = "neu-" + UUID.randomUUID();
        var administrator = window("administrator").signIn("admin").open("/app/accounts");
        administrator.assertAccessible().wholePage("accounts");

        administrator.button("Konto anlegen").click();
        var dialog = administrator.page().locator("vaadin-dialog");
        dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("Neele Neumann");
        dialog.getByLabel("Anmeldename").fill(login);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Konto anlegen"))
                .click();
        // no mail address: the link is shown once
        var link = administrator
                .page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Link"))
                .inputValue();
        administrator.button("Fertig").click();
        assertThat(administrator.heading("Neele Neumann")).isVisible();
        administrator.settle().assertAccessible();

        administrator.button("Recht vergeben").click();
        administrator
                .page()
                .locator("vaadin-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Recht vergeben"))
                .click();
        assertThat(administrator.page().getByText("Überall · ab")).isVisible();
        administrator.resize(Size.PHONE).assertFits().assertAccessible().wholePage("account-phone");

        var owner = window("owner", Size.PHONE);
        owner.open(link.substring(link.indexOf("/app/")));
        owner.page().locator("input[name=password]").fill(PASSWORD);
        owner.page().locator("input[name=repeated]").fill(PASSWORD);
        owner.button("Kennwort festlegen").click();
        owner.signIn(login, PASSWORD);
        assertThat(owner.page()).hasURL(Pattern.compile("/app/$"));

        administrator.resize(Size.DESKTOP);
        administrator.button("Sperren").click();
        administrator
                .page()
                .locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sperren"))
                .click();
        assertThat(administrator.button("Entsperren")).isVisible();
        owner.page().navigate(owner.page().url());
        assertThat(owner.page()).hasURL(Pattern.compile("/app/login"));
    }

    @Test
    void nobodyElseSeesTheAccounts() {
        var member = window("member").signIn("mitglied1").open("/app/accounts");

        assertThat(member.heading("Kein Zugang")).isVisible();
        assertThat(member.link("Konten")).hasCount(0);
    }

    @Test
    void peopleSeeToTheirOwnAccount() {
        var login = accounts.member(PASSWORD);
        var elsewhere = window("elsewhere").signIn(login, PASSWORD);
        var owner = window("owner").signIn(login, PASSWORD).open("/app/account");
        owner.assertAccessible().wholePage("my-account");
        owner.resize(Size.PHONE).assertFits().wholePage("my-account-phone");
        owner.resize(Size.DESKTOP);

        owner.field("Jetziges Kennwort").fill(PASSWORD);
        owner.field("Neues Kennwort").first().fill(NEXT);
        owner.field("Neues Kennwort wiederholen").fill(NEXT);
        owner.button("Kennwort ändern").click();
        assertThat(owner.page().getByText("Ihr Kennwort ist geändert.")).isVisible();
        elsewhere.page().navigate(elsewhere.page().url());
        assertThat(elsewhere.page()).hasURL(Pattern.compile("/app/login"));

        owner.button("Einrichten").first().click();
        var dialog = owner.page().locator("vaadin-dialog");
        var telephone = new TestAuthenticator(dialog.locator("code").textContent());
        owner.settle().assertAccessible();
        dialog.getByLabel("Code").fill(telephone.code(Instant.now()));
        dialog.getByLabel("Jetziges Kennwort").fill(NEXT);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Einrichten"))
                .click();
        assertThat(owner.page().locator(".rs-recovery-codes li")).hasCount(10);
        owner.button("Ich habe sie aufbewahrt").click();
        assertThat(owner.page().getByText("Sie haben noch 10 Wiederherstellungscodes."))
                .isVisible();
    }

    @Test
    void aDemoLoginKeepsItsPassword() {
        var visitor = window("visitor").signIn("mitglied2").open("/app/account");

        visitor.field("Jetziges Kennwort").fill(DemoLogins.PASSWORD);
        visitor.field("Neues Kennwort").first().fill(NEXT);
        visitor.field("Neues Kennwort wiederholen").fill(NEXT);
        visitor.button("Kennwort ändern").click();

        assertThat(visitor.page().getByText("Diese Anmeldung der Demo gehört allen"))
                .isVisible();
        window("next visitor").signIn("mitglied2");
    }

    @Test
    void aPasskeyLetsItsOwnerInWithoutAPassword() {
        var login = accounts.member(PASSWORD);
        var owner = window("owner").signIn(login, PASSWORD).open("/app/account");
        var device = device(owner, true);

        addPasskey(owner, PASSWORD);
        owner.page().getByLabel("Konto von Erika Muster").click();
        owner.page()
                .getByText("Abmelden", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(owner.page()).hasURL(Pattern.compile("/app/login\\?signed-out"));

        // on a busy machine signing out loads the page twice, and a press between them is lost
        await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            if (owner.page().url().contains("/login")) {
                owner.button("Mit Passkey anmelden").click();
            }
            assertThat(owner.page())
                    .not()
                    .hasURL(Pattern.compile("/login"), new PageAssertions.HasURLOptions().setTimeout(5_000));
        });
        assertThat(owner.page().getByText("Erika Muster").first()).isVisible();
        owner.open("/app/account");
        owner.button("Mein Telefon entfernen").click();
        owner.page()
                .locator("vaadin-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Entfernen"))
                .click();
        assertThat(owner.button("Mein Telefon entfernen")).hasCount(0);

        owner.page().context().clearCookies();
        owner.open("/app/login");
        owner.button("Mit Passkey anmelden").click();
        assertThat(owner.page().getByText("Dieser Passkey gilt hier nicht.")).isVisible();
        device.detach();
    }

    @Test
    void aDeviceThatDoesNotCheckWhoUsesItIsRefused() {
        var login = accounts.member(PASSWORD);
        var owner = window("owner").signIn(login, PASSWORD).open("/app/account");
        device(owner, false);

        owner.button("Passkey hinzufügen").click();
        fillPasskeyDialog(owner, PASSWORD);

        assertThat(owner.page().getByText("Der Vorgang wurde abgebrochen")).isVisible();
    }

    private static void addPasskey(Window owner, String password) {
        owner.button("Passkey hinzufügen").click();
        fillPasskeyDialog(owner, password);
        assertThat(owner.page().getByText("Der Passkey ist eingerichtet.")).isVisible();
        assertThat(owner.button("Mein Telefon entfernen")).isVisible();
    }

    private static void fillPasskeyDialog(Window owner, String password) {
        var dialog = owner.page().locator("vaadin-dialog");
        dialog.getByLabel("Name").fill("Mein Telefon");
        dialog.getByLabel("Jetziges Kennwort").fill(password);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Einrichten"))
                .click();
    }

    /** A device with a passkey store, as Chromium simulates it. */
    private static CDPSession device(Window window, boolean checksItsUser) {
        var session = window.page().context().newCDPSession(window.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", checksItsUser);
        options.addProperty("isUserVerified", checksItsUser);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return session;
    }
}
