package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.ratssaal.Acting;
import de.ratssaal.circular.TestCirculars;
import de.ratssaal.conduct.ConductingAgenda;
import de.ratssaal.floor.FloorConduct;
import de.ratssaal.floor.GuestKind;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DisplayName("Between two meetings, on the screens of the secretariat and of members,")
class BetweenMeetingsPageTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    ConductingAgenda conducting;

    @Autowired
    FloorConduct floor;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Meetings meetings;

    @Autowired
    Access access;

    @Test
    @DisplayName("what was deferred is offered to the next agenda, and each meeting leads to the other")
    void deferred() {
        var meeting = TestMeeting.open(5, 5, context);
        Acting.as(meeting.chair(), () -> {
            conducting.defer(meeting.id(), meeting.item(), null);
            conducting.defer(meeting.id(), meeting.nonPublic(), null);
        });
        var next = access.asSystem(
                "test",
                () -> planning.plan(
                        meeting.council().council(),
                        new MeetingPlan(
                                "Nächste Sitzung",
                                MeetingMode.IN_PERSON,
                                meetings.meeting(meeting.id()).startsAt().plus(Duration.ofDays(28)),
                                null,
                                "Rathaus",
                                "")));

        var secretariat = window("secretariat").signIn("sekretariat");
        secretariat.open("/app/organizations/" + meeting.council().council());
        assertThat(secretariat.heading("Vertagte Punkte")).isVisible();
        secretariat.wholePage("deferred-organization").assertAccessible().assertFits();
        secretariat.open("/app/meetings/" + next);
        assertThat(secretariat.heading("Vertagte Punkte")).isVisible();
        secretariat.wholePage("deferred-offered").assertAccessible().assertFits();
        secretariat
                .resize(Size.PHONE)
                .assertFits()
                .wholePage("deferred-offered-phone")
                .resize(Size.DESKTOP);
        secretariat.button("„Digitalisierung“ auf die Tagesordnung setzen").click();
        assertThat(text(secretariat, "aus der Sitzung vom")).isVisible();
        secretariat.wholePage("deferred-taken-up").assertAccessible().assertFits();
        text(secretariat, "aus der Sitzung vom").click();
        assertThat(text(secretariat, "auf die Sitzung am")).isVisible();
        secretariat.wholePage("deferred-from").assertAccessible().assertFits();
    }

    @Test
    @DisplayName("what is resolved in writing stands in the book, and what waits for an answer among the tasks")
    void inWriting() {
        var city = new TestCirculars(context);
        city.adopted(true);
        city.adopted(false);
        city.begun(true);
        var login = accounts.of(List.of(city.member(2)), PASSWORD).getFirst();
        var member = window("member", Size.PHONE).signIn(login, PASSWORD).open("/app/tasks");
        assertThat(text(member, "Stimmen Sie bis")).isVisible();
        member.wholePage("tasks-of-a-member-phone").assertAccessible().assertFits();
        member.open("/app/organizations/" + city.city.council());
        member.link("Beschlüsse ansehen").click();
        assertThat(member.heading("Beschlussbuch")).isVisible();
        assertThat(text(member, "im Umlaufverfahren").first()).isVisible();
        member.wholePage("resolution-book-phone").assertAccessible().assertFits();
        member.resize(Size.DESKTOP)
                .assertFits()
                .wholePage("resolution-book")
                .dark()
                .assertContrast();
    }

    @Test
    @DisplayName("the secretariat erases the names of residents who spoke")
    void names() {
        var meeting = TestMeeting.open(5, 5, context);
        Acting.as(meeting.chair(), () -> {
            floor.letResidentsAsk(meeting.id(), meeting.item(), true);
            var resident = floor.enterGuest(meeting.id(), meeting.item(), "Uwe Unbekannt", GuestKind.RESIDENT, false);
            floor.call(meeting.id(), resident, null);
            floor.end(meeting.id(), resident);
            meeting.conduct().close(meeting.id(), meeting.revision());
        });
        var secretariat = window("secretariat").signIn("sekretariat").open("/app/meetings/speeches/" + meeting.id());
        assertThat(secretariat.heading("Namen der Gäste")).isVisible();
        secretariat.wholePage("guest-names").assertAccessible().assertFits();
        secretariat.resize(Size.PHONE).assertFits().resize(Size.DESKTOP);
        secretariat.button("Namen der Gäste löschen").click();
        secretariat
                .page()
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Namen der Gäste löschen"))
                .click();
        assertThat(secretariat.heading("Namen der Gäste")).hasCount(0);
    }

    private static Locator text(Window window, String begins) {
        return window.page().getByText(Pattern.compile(begins), new Page.GetByTextOptions());
    }
}
