package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What other browser tests do not come by: each view, in light and dark, on a desk and on a telephone. */
@DisplayName("Every view is accessible in light and dark and fits a telephone:")
class EveryViewTest extends BrowserTest {

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("start pages of each role")
    void startPages() {
        for (var login : new String[] {"sekretariat", "mitglied5", "gast", "pruefer"}) {
            look(window(login).signIn(login), "start-of-" + login);
        }
    }

    @Test
    @DisplayName("papers, written and read")
    void papers() {
        var secretariat = window("secretariat").signIn("sekretariat");
        look(secretariat.open("/app/papers"), "papers");
        look(secretariat.open("/app/papers/new"), "paper-new");
        var paper = any("select id from paper_paper where state = 'RELEASED' and is_public order by number limit 1");
        look(secretariat.open("/app/papers/" + paper).handbook("paper"), "paper");
        look(secretariat.open("/app/papers/" + paper + "/edit"), "paper-edit");
        secretariat.open("/app/papers?text=ungefunden-" + UUID.randomUUID());
        secretariat.assertAccessible();
        look(window("member").signIn("mitglied4").open("/app/papers/" + paper), "paper-of-a-member");
    }

    @Test
    @DisplayName("organizations and persons")
    void organizations() {
        var member = window("member").signIn("mitglied4");
        look(member.open("/app/organizations"), "organizations");
        var council = any(
                "select organization_id from organization_membership group by organization_id order by count(*) desc limit 1");
        look(member.open("/app/organizations/" + council).handbook("organization"), "organization");
        look(
                member.open("/app/persons/" + any("select person_id from organization_membership limit 1")),
                "person-of-the-council");
    }

    @Test
    @DisplayName("the calendar of a year")
    void calendar() {
        var secretariat = window("secretariat").signIn("sekretariat");
        look(secretariat.open("/app/calendar"), "calendar");
        look(secretariat.open("/app/calendar/free-days"), "calendar-free-days");
        look(window("member").signIn("mitglied4").open("/app/calendar/feeds"), "calendar-feeds");
    }

    @Test
    @DisplayName("meetings that are over")
    void meetingsThatAreOver() {
        var held = any("select id from meeting_meeting where state = 'CLOSED' order by starts_at limit 1");
        var secretariat = window("secretariat").signIn("sekretariat");
        look(secretariat.open("/app/meetings"), "meetings");
        look(secretariat.open("/app/meetings/" + held), "meeting-held");
        look(secretariat.open("/app/meetings/desk/" + held), "desk-of-a-held-meeting");
        look(secretariat.open("/app/meetings/live/" + held), "room-of-a-held-meeting");
        look(secretariat.open("/app/meetings/invitation/" + held), "invitation-of-a-held-meeting");
        look(secretariat.open("/app/meetings/minutes/" + held), "minutes-not-begun");
        look(secretariat.open("/app/meetings/plan"), "meeting-plan");
    }

    @Test
    @DisplayName("the log of changes")
    void auditLog() {
        var auditor = window("auditor").signIn("pruefer");
        look(auditor.open("/app/audit"), "audit");
        auditor.heading("Einträge").evaluate("it => { it.scrollIntoView(); window.scrollBy(0, -140) }");
        auditor.handbook("audit-log");
        auditor.page().locator("a[href*='audit/entry/']").first().click();
        assertThat(auditor.page().locator("h1")).isVisible();
        look(auditor.settle(), "audit-entry");
    }

    @Test
    @DisplayName("whether video works")
    void video() {
        var administrator = window("administrator").signIn("admin").open("/app/administration/conference");
        assertThat(administrator.page().getByText("Jitsi, wie Browser es erreichen"))
                .isVisible();
        administrator.button("Kamera und Mikrofon öffnen").click();
        assertThat(administrator.page().getByText("Die Kamera geht.")).isVisible();
        assertThat(administrator.page().getByText("Das Mikrofon ist offen.")).isVisible();
        look(administrator, "video-check");
    }

    @Test
    @DisplayName("the components that views are made of")
    void components() {
        look(window("designer").signIn("admin").open("/app/components"), "components");
    }

    @Test
    @DisplayName("pages that are not there or not for everybody")
    void noPage() {
        var member = window("member").signIn("gast");
        look(member.open("/app/nowhere"), "not-found");
        look(member.open("/app/papers/" + UUID.randomUUID()), "no-such-paper");
    }

    @Test
    @DisplayName("or else the check says so")
    void theCheckChecks() {
        var stranger = window("stranger").open("/app/login");
        // set by script: the page's policy lets no style in that stands in its HTML
        stranger.page().evaluate("""
                () => {
                  document.body.append(new Image());
                  const text = document.createElement('p');
                  text.textContent = 'kaum zu lesen';
                  Object.assign(text.style, { color: '#999', background: '#fff' });
                  document.body.append(text);
                }
                """);

        assertThatThrownBy(stranger::assertAccessible).hasMessageContaining("image-alt");
        assertThatThrownBy(stranger::assertContrast).hasMessageContaining("kaum zu lesen");
    }

    private UUID any(String query) {
        return database.sql(query).query(UUID.class).single();
    }

    private static void look(Window window, String picture) {
        window.assertAccessible().wholePage(picture);
        window.dark().assertContrast();
        window.light();
        window.resize(Size.PHONE).assertFits().assertAccessible().wholePage(picture + "-phone");
        window.resize(Size.DESKTOP);
    }
}
