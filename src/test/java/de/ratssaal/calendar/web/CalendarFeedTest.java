package de.ratssaal.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.calendar.CalendarFeeds;
import de.ratssaal.calendar.NewFeed;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@DisplayName("A calendar feed")
class CalendarFeedTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    TestAccounts accounts;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private final String password = "pass-" + UUID.randomUUID();

    @Test
    @DisplayName("holds the meetings to which its owner is invited, and those that were called off as such")
    void ownMeetings() throws Exception {
        var council = TestCouncil.of(3, context);
        var other = TestCouncil.of(3, context);
        var login = login(council, 2);
        var convened = convened(council.council(), "1. Sitzung");
        planned(council.council(), "2. Sitzung, noch nicht einberufen");
        convened(other.council(), "Sitzung der anderen");
        var feed = make(login, null);

        var events = events(feed);
        assertThat(events)
                .singleElement()
                .satisfies(it -> assertThat(it.getSummary().getValue()).startsWith("1. Sitzung ("))
                .satisfies(
                        it -> assertThat(it.getUid().orElseThrow().getValue()).startsWith(convened.toString()))
                .satisfies(it -> assertThat(it.getStatus().getValue()).isEqualTo("CONFIRMED"));
        assertThat(get(feed).body()).doesNotContain("Grundstück");

        access.asSystem("test", () -> planning.cancel(convened, "Sturm"));

        assertThat(events(feed))
                .singleElement()
                .satisfies(it -> assertThat(it.getStatus().getValue()).isEqualTo("CANCELLED"));
    }

    @Test
    @DisplayName("of an organization holds its meetings; one that meets in private gives nothing to others")
    void ofAnOrganization() throws Exception {
        var council = TestCouncil.of(3, context);
        var club = TestCouncil.of(3, RulesOfProcedure.ASSOCIATION, context);
        convened(council.council(), "Öffentlich");
        convened(club.council(), "Vereinssitzung");
        var stranger = login(TestCouncil.of(3, context), 2);
        var insider = login(club, 2);

        assertThat(events(make(stranger, council.council()))).hasSize(1);
        assertThat(events(make(stranger, club.council()))).isEmpty();
        assertThat(events(make(insider, club.council()))).hasSize(1);
    }

    @Test
    @DisplayName("no longer holds what comes after its owner left, and still what was before")
    void afterLeaving() throws Exception {
        var club = TestCouncil.of(3, RulesOfProcedure.ASSOCIATION, context);
        var person = TestCouncil.person(context);
        var membership = TestCouncil.join(club.council(), person, MembershipRole.ADVISORY_MEMBER, context);
        var login = accounts.of(List.of(person), password).getFirst();
        convened(club.council(), "Sitzung");
        var feed = make(login, null);
        assertThat(events(feed)).hasSize(1);

        access.asSystem(
                "test",
                () -> context.getBean(MembershipAdministration.class)
                        .end(membership, LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE)));

        assertThat(events(feed)).isEmpty();
    }

    @Test
    @DisplayName("leads nowhere once it is ended or its account is locked, as an address that never was")
    void leadsNowhere() {
        var council = TestCouncil.of(3, context);
        var login = login(council, 2);
        var ended = make(login, null);
        var locked = make(login, null);
        accounts.as(login, () -> feeds.end(ended.id()));

        assertThat(get(ended).statusCode()).isEqualTo(404);
        assertThat(get(locked).statusCode()).isEqualTo(200);

        access.asSystem("test", () -> context.getBean(Accounts.class).lock(account(login)));

        assertThat(get(locked).statusCode()).isEqualTo(404);
        assertThat(new HttpBrowser(port)
                        .get("/calendar/" + "a".repeat(43) + ".ics")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("is ended by its owner alone")
    void notByOthers() {
        var council = TestCouncil.of(3, context);
        var login = login(council, 2);
        var feed = make(login, null);

        accounts.as(login(council, 1), () -> feeds.end(feed.id()));

        assertThat(get(feed).statusCode()).isEqualTo(200);
        assertThat(accounts.as(login, () -> feeds.mine())).hasSize(1);
    }

    @Test
    @DisplayName("is not sent again to a program that has it, and its secret is not in the database")
    void unchanged() {
        var council = TestCouncil.of(3, context);
        convened(council.council(), "Sitzung");
        var feed = make(login(council, 2), null);
        var browser = new HttpBrowser(port);
        var first = browser.get(feed.address().getPath());
        var tag = first.headers().firstValue("ETag").orElseThrow();

        var again = browser.send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + feed.address().getPath()))
                .header("If-None-Match", tag));

        assertThat(browser.get(feed.address().getPath()).body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        var secret = feed.address().getPath().replaceAll(".*/|\\.ics", "");
        assertThat(database.sql("select encode(token_hash, 'escape') from calendar_feed where id = ?")
                        .param(feed.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    @DisplayName("has a name, and there are not hundreds of them")
    void bounds() {
        var login = login(TestCouncil.of(3, context), 2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> accounts.as(login, () -> feeds.make(null, " ")))
                .withMessage("calendar.feed.name-missing");
        for (var count = 0; count < 20; count++) {
            make(login, null);
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> make(login, null))
                .withMessage("calendar.feed.too-many");
    }

    private String login(TestCouncil council, int member) {
        return accounts.of(List.of(council.members().get(member)), password).getFirst();
    }

    private AccountId account(String login) {
        return new AccountId(database.sql("select id from identity_account where login = ?")
                .param(login)
                .query(UUID.class)
                .single());
    }

    private NewFeed make(String login, @Nullable OrganizationId organization) {
        return accounts.as(login, () -> feeds.make(organization, "Handy"));
    }

    private HttpResponse<String> get(NewFeed feed) {
        return new HttpBrowser(port).get(feed.address().getPath());
    }

    private List<VEvent> events(NewFeed feed) throws Exception {
        var answer = get(feed);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new CalendarBuilder().build(new StringReader(answer.body())).getComponents(Component.VEVENT);
    }

    private MeetingId convened(OrganizationId organization, String title) {
        var meeting = planned(organization, title);
        access.asSystem("test", () -> invitations.send(meeting, false));
        return meeting;
    }

    private MeetingId planned(OrganizationId organization, String title) {
        return asSystem(() -> {
            var starts = clock.instant().plus(Duration.ofDays(30));
            var meeting = planning.plan(
                    organization, new MeetingPlan(title, MeetingMode.IN_PERSON, starts, null, "Saal", ""));
            planning.addItem(meeting, null, true, "Haushalt");
            planning.addItem(meeting, null, false, "Grundstück");
            return meeting;
        });
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
