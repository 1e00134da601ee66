package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.amendment.TestAmendments;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Color;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.NewOrganization;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.TestMeeting;
import de.ratssaal.voting.UrgentItems;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("The order of votes, on the screens of chair, member and gallery,")
class OrderOfVotesPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Access access;

    @Autowired
    OrganizationAdministration organizations;

    private OrganizationId group(TestCouncil council, String name, String shortName, String color) {
        var id = OrganizationId.next();
        access.asSystem(
                "test",
                () -> organizations.create(
                        id,
                        new NewOrganization(
                                council.body(),
                                name,
                                shortName,
                                Classification.POLITICAL_GROUP,
                                10,
                                new Color(color),
                                RulesOfProcedure.THUERINGEN)));
        return id;
    }

    @Test
    @DisplayName("leads from amendments by device over hands by group and single points to the whole")
    void wholeOrder() {
        var test = TestAmendments.before(context);
        var meeting = test.meeting;
        var council = meeting.council();
        var green = group(council, "Bündnis für Lindenau", "BFL", "#1a7f37");
        var red = group(council, "Soziale Liste", "SL", "#b3261e");
        for (var member = 1; member < 5; member++) {
            TestCouncil.join(member < 3 ? green : red, meeting.member(member), MembershipRole.MEMBER, context);
        }
        test.submitted(
                2, TestAmendments.FOUNTAIN, TestAmendments.BENCHES.replace("10.000", "5.000"), TestAmendments.TREES);
        test.submitted(3, TestAmendments.FOUNTAIN, TestAmendments.TREES);
        var logins = accounts.of(council.members(), PASSWORD);
        var live = "/app/meetings/live/" + meeting.id();
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var phone = window("member", Size.PHONE).signIn(logins.get(2), PASSWORD).open(live);
        var gallery = window("gallery")
                .signIn(accounts.of(List.of(meeting.invitedGuest()), PASSWORD).getFirst(), PASSWORD)
                .open(live);

        assertThat(step(chair, 0)).containsText("Änderungsantrag 2");
        assertThat(step(chair, 0)).containsText("Der weiter gehende kommt zuerst");
        assertThat(step(phone, 0)).containsText("als Nächstes");
        assertThat(chair.button("Abstimmung eröffnen")).hasCount(0);
        chair.assertAccessible().assertFits().wholePage("vote-order-desk");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("vote-order-desk-phone");
        chair.resize(Size.DESKTOP);
        phone.assertAccessible().assertFits().wholePage("vote-order-phone");

        chair.button("Über Änderungsantrag 2 abstimmen").click();
        assertThat(phone.page().locator(".rs-poll").first()).containsText("Punkt 02 entfällt.");
        phone.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ja"))
                .click();
        phone.wholePage("vote-on-amendment-phone");
        phone.button("Stimme abgeben: Ja").click();
        assertThat(chair.page().getByText("1 von 5 haben abgestimmt")).isVisible();
        chair.page().getByLabel("SL: alle Nein").click();
        assertThat(chair.page().getByText("Gezählt: 2 von 4 im Saal. Ja: 0, Nein: 2, Enthaltungen: 0"))
                .isVisible();
        chair.page().getByLabel("ohne Fraktion: alle Enthaltung").click();
        assertThat(chair.page().getByText("Gezählt: 3 von 4 im Saal. Ja: 0, Nein: 2, Enthaltungen: 1"))
                .isVisible();
        chair.assertAccessible().assertFits().wholePage("hands-by-group");
        chair.resize(Size.PHONE).assertAccessible().assertFits().wholePage("hands-by-group-phone");
        chair.resize(Size.DESKTOP);
        close(chair);

        assertThat(step(chair, 0)).containsText("abgelehnt");
        assertThat(step(gallery, 0)).containsText("Ja: 1, Nein: 2, Enthaltungen: 1");
        assertThat(gallery.page().locator(".rs-groups")).containsText("SL");
        gallery.assertAccessible().assertFits().wholePage("vote-taken-gallery");
        chair.wholePage("vote-taken-desk");
        chair.button("Über Änderungsantrag 1 abstimmen").click();
        assertThat(chair.page().getByLabel("BFL: alle Nein")).isVisible();
        chair.page().getByLabel("BFL: alle Nein").click();
        assertThat(chair.page().getByText("Gezählt: 2 von 5 im Saal. Ja: 0, Nein: 2, Enthaltungen: 0"))
                .isVisible();
        close(chair);

        chair.button("Über die Punkte getrennt abstimmen").click();
        for (var point = 1; point <= 3; point++) {
            chair.button("Über Punkt 0%d abstimmen".formatted(point)).click();
            var choice = point == 2 ? "Nein" : "Ja";
            chair.page().getByLabel("BFL: alle " + choice).click();
            assertThat(chair.page()
                            .getByText(Pattern.compile("Gezählt: 2 von 5 im Saal. %s"
                                    .formatted(point == 2 ? "Ja: 0, Nein: 2" : "Ja: 2, Nein: 0"))))
                    .isVisible();
            close(chair);
        }
        assertThat(phone.page().getByText("Vorlage im Ganzen, in der geänderten Fassung"))
                .isVisible();
        assertThat(chair.button("Abstimmung eröffnen")).isVisible();
        chair.assertAccessible().assertFits().wholePage("points-separated-desk");
        phone.assertAccessible().assertFits().wholePage("points-separated-phone");
        chair.button("Abstimmung eröffnen").click();
        chair.page().getByLabel("BFL: alle Ja").click();
        assertThat(chair.page().getByText("Gezählt: 2 von 5 im Saal. Ja: 2, Nein: 0, Enthaltungen: 0"))
                .isVisible();
        close(chair);
        assertThat(chair.page().locator(".rs-result")).containsText("mit Änderungen beschlossen");
        gallery.wholePage("whole-voted-gallery");
    }

    @Test
    @DisplayName("puts several items to one vote, and a member's objection on the telephone takes one out")
    void together() {
        var meeting = TestMeeting.open(5, 5, RulesOfProcedure.THUERINGEN, context, it -> {
            var planning = context.getBean(MeetingPlanning.class);
            planning.addItem(it.id(), null, true, "Spielplatz am Ufer");
            planning.addItem(it.id(), null, true, "Radweg nach Seeheim");
        });
        access.asSystem("test", () -> {
            var urgent = context.getBean(UrgentItems.class);
            context.getBean(Meetings.class).agenda(meeting.id()).stream()
                    .map(AgendaItemSummary::id)
                    .filter(it -> urgent.isBarred(meeting.id(), it))
                    .forEach(it -> urgent.nobodyObjects(meeting.id(), it));
        });
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var chair = window("chair").signIn(logins.getFirst(), PASSWORD).open("/app/meetings/desk/" + meeting.id());
        var phone =
                window("member", Size.PHONE).signIn(logins.get(2), PASSWORD).open("/app/meetings/live/" + meeting.id());

        chair.button("Mehrere Punkte gemeinsam abstimmen").click();
        for (var item : List.of("Spielplatz am Ufer", "Radweg nach Seeheim")) {
            chair.page()
                    .locator("vaadin-checkbox")
                    .filter(new Locator.FilterOptions().setHasText(item))
                    .click();
        }
        chair.assertAccessible().wholePage("bloc-dialog");
        chair.button("Zusammenstellen").click();
        assertThat(phone.page().locator(".rs-bloc")).containsText("Radweg nach Seeheim");
        phone.assertAccessible().assertFits().wholePage("bloc-phone");
        phone.page()
                .locator(".rs-bloc li")
                .filter(new Locator.FilterOptions().setHasText("Spielplatz am Ufer"))
                .getByText("Ich widerspreche")
                .click();
        assertThat(chair.page().locator(".rs-bloc")).containsText("widerspricht");
        chair.assertAccessible().assertFits().wholePage("bloc-desk");
        chair.button("Über 2 Punkte gemeinsam abstimmen").click();
        assertThat(phone.page().locator(".rs-poll").first()).containsText("Radweg nach Seeheim");
        phone.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Ja"))
                .click();
        phone.button("Stimme abgeben: Ja").click();
        assertThat(chair.page().getByText("1 von 5 haben abgestimmt")).isVisible();
        close(chair);

        assertThat(chair.page().locator(".rs-result")).containsText("Ja: 1");
        assertThat(chair.button("Ö 2 aufrufen: Spielplatz am Ufer").first()).isVisible();
        chair.wholePage("bloc-voted-desk");
    }

    private static Locator step(Window window, int number) {
        return window.page().locator(".rs-vote-step").nth(number);
    }

    private static void close(Window chair) {
        chair.page()
                .getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Abstimmung schließen")))
                .click();
    }
}
