package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.base.DemoClock;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.PersonName;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("The floor, seen from the chair's desk, a member's telephone and the gallery,")
class SpeakingTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final List<String> NAMES =
            List.of("Frieda Kesselring", "Emil Lindqvist", "Ada Yıldırım", "Jonas Reuter", "Mira Falkenhayn");

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    DemoClock clock;

    @Test
    @DisplayName("goes from one to the next: everybody sees who speaks, how long, and who follows")
    void fromOneToTheNext() {
        var meeting = TestMeeting.open(5, 5, context);
        for (var it = 0; it < NAMES.size(); it++) {
            rename(meeting.member(it), NAMES.get(it));
        }
        var group = meeting.council().organization(Classification.POLITICAL_GROUP, 2, context);
        TestCouncil.join(group, meeting.member(2), MembershipRole.MEMBER, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var stranger = TestCouncil.person(context);
        var desk = "/app/meetings/desk/" + meeting.id();
        var room = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open(desk);
        var secretariat = window("second desk").signIn(logins.get(1), PASSWORD).open(desk);
        var ada = window("Ada", Size.PHONE).signIn(logins.get(2), PASSWORD).open(room);
        var jonas = window("Jonas", Size.PHONE).signIn(logins.get(3), PASSWORD).open(room);
        var gallery = window("gallery")
                .signIn(accounts.of(List.of(stranger), PASSWORD).getFirst(), PASSWORD)
                .open(room);

        press(ada, "Wortmeldung");
        sees(ada, "Sie sind als Nächstes an der Reihe.");
        press(jonas, "Wortmeldung");
        sees(jonas, "Sie stehen an 2. Stelle der Redeliste.");
        jonas.assertAccessible().assertFits().wholePage("floor-member-waiting");
        sees(gallery, "Auf der Redeliste: 2");
        assertThat(gallery.button("Wortmeldung")).hasCount(0);

        press(chair, "Das Wort erteilen: Ada Yıldırım");
        sees(ada, "Sie haben das Wort");
        assertThat(clock(ada)).hasText(Pattern.compile("[45]:\\d\\d"));
        assertThat(clock(gallery)).isVisible();
        sees(jonas, "Sie sind als Nächstes an der Reihe.");
        ada.assertAccessible().assertFits().wholePage("floor-speaker");
        gallery.assertAccessible().assertFits().wholePage("floor-gallery");

        jonas.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Zur Geschäftsordnung")
                                .setExact(true))
                .click();
        chair.button("Rede unterbrechen für: Jonas Reuter").click();
        sees(chair, "Spricht danach weiter");
        sees(jonas, "Sie haben das Wort");
        chair.assertAccessible().assertFits().wholePage("floor-desk");
        press(chair, "Beenden und aufrufen: Ada Yıldırım");
        sees(ada, "Sie haben das Wort");

        assertThat(chair.button("Beenden und aufrufen: Jonas Reuter")).isVisible();
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(5)));
        press(chair, "Zeit anhalten");
        assertThat(chair.page().locator(".rs-clock[data-state=over]")).isVisible();
        assertThat(chair.page().locator(".rs-clock-word").first()).hasText("überzogen · angehalten");
        ada.assertAccessible().assertFits().wholePage("floor-over-time");
        press(chair, "1 Minute mehr");

        enterResident(chair);
        sees(jonas, "Uwe Bürger");
        assertThat(gallery.page().locator(".rs-floor-row").nth(1)).containsText("Einwohnerin oder Einwohner");
        Assertions.assertThat(gallery.page().content()).doesNotContain("Uwe Bürger");
        chair.button("Nach vorn: Uwe Bürger").press("Enter");
        sees(chair, "Der Vorsitz hat die Reihenfolge geändert");
        assertThat(rows(chair).nth(0)).containsText("Uwe Bürger");
        chair.settle();
        rows(chair).nth(1).dragTo(rows(chair).nth(0));
        assertThat(rows(chair).nth(0)).containsText("Jonas Reuter");
        chair.resize(Size.PHONE).assertFits().assertAccessible().wholePage("floor-desk-phone");
        chair.resize(Size.DESKTOP);
        chair.dark().assertContrast();
        chair.light();

        twoDesks(chair, secretariat);
        figures(chair, "/app/meetings/speeches/" + meeting.id());
    }

    /** What one desk does the other sees, and goes on from there. */
    private static void twoDesks(Window chair, Window secretariat) {
        press(chair, "Beenden und aufrufen: Jonas Reuter");
        sees(secretariat, "Beenden und aufrufen: Uwe Bürger");
        press(secretariat, "Beenden und aufrufen: Uwe Bürger");
        assertThat(rows(chair)).hasCount(0);
        press(chair, "Rede beenden");
        sees(secretariat, "Keine Wortmeldungen.");
        chair.settle();
    }

    private static void enterResident(Window chair) {
        press(chair, "Einwohnerfragen zulassen");
        assertThat(chair.button("Einwohnerfragen beenden")).isVisible();
        chair.page().getByText("Jemanden eintragen").click();
        chair.settle();
        chair.field("Name des Gastes").fill("Uwe Bürger");
        press(chair, "Gast eintragen");
        assertThat(rows(chair)).hasCount(2);
    }

    private static void figures(Window chair, String path) {
        chair.open(path);
        sees(chair, "Nach Fraktionen");
        assertThat(chair.page().getByRole(AriaRole.ROWHEADER).filter(new Locator.FilterOptions().setHasText("Ada")))
                .isVisible();
        chair.assertAccessible().assertFits().wholePage("floor-figures");
        var saved = chair.page()
                .waitForDownload(() -> chair.link("Als Tabelle speichern (CSV)").click());
        Assertions.assertThat(saved.suggestedFilename()).isEqualTo("redezeiten.csv");
        chair.resize(Size.PHONE).assertFits().assertAccessible().wholePage("floor-figures-phone");
        chair.dark().assertContrast();
    }

    private static Locator rows(Window window) {
        return window.page().locator(".rs-floor-row");
    }

    private static Locator clock(Window window) {
        return window.page().locator(".rs-clock-time");
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
