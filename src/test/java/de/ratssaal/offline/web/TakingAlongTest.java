package de.ratssaal.offline.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.offline.DeviceId;
import de.ratssaal.offline.DeviceOrders;
import de.ratssaal.offline.DeviceState;
import de.ratssaal.offline.DeviceSummary;
import de.ratssaal.offline.DeviceToken;
import de.ratssaal.offline.OwnDevices;
import de.ratssaal.offline.RegisteredDevice;
import de.ratssaal.offline.RemovalCause;
import de.ratssaal.offline.TakenMeeting;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@ServerTest
@DisplayName("A device on which somebody takes meetings along")
class TakingAlongTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnDevices devices;

    @Autowired
    DeviceOrders orders;

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
    private final ObjectMapper json = new ObjectMapper();
    private TestCouncil council;
    private String member;
    private MeetingId meeting;

    @BeforeEach
    void convene() {
        council = TestCouncil.of(3, context);
        member = login(council, 2);
        meeting = convened(council.council());
    }

    @Test
    @DisplayName("is registered by a browser that is signed in, and told its token once")
    void registers() throws Exception {
        var browser = signedIn(member);

        var answer = browser.json("/api/session");
        var session = json.readTree(answer.body());
        var made = send(
                browser,
                "POST",
                "/api/offline/devices",
                Map.of("name", "Chrome, Linux"),
                session.get("tokenHeader").asString(),
                session.get("token").asString());

        assertThat(made.statusCode()).isEqualTo(200);
        var device = json.readTree(made.body());
        assertThat(device.get("account").asString())
                .isEqualTo(session.get("account").asString());
        assertThat(device.get("lease").asLong()).isEqualTo(Duration.ofDays(14).toMillis());
        var token = device.get("token").asString();
        assertThat(token).hasSizeGreaterThan(40);
        assertThat(database.sql("select encode(token_hash, 'escape') from offline_device where id = ?")
                        .param(UUID.fromString(device.get("id").asString()))
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        assertThat(new DeviceToken(token).toString()).doesNotContain(token);
    }

    @Test
    @DisplayName("is not registered by a request without the page's token, nor without session")
    void notByForgery() {
        var browser = signedIn(member);

        assertThat(send(browser, "POST", "/api/offline/devices", Map.of("name", "x"), "X-None", "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(new HttpBrowser(port), "POST", "/api/offline/devices", Map.of("name", "x"), "X-None", "x")
                        .statusCode())
                .isIn(401, 403);
        assertThat(mine(member)).isEmpty();
    }

    @Test
    @DisplayName("hears that it may keep what it has, signed for it and its question alone")
    void stays() {
        var device = take(member, true);

        var answer = ask(device.token(), "n1");

        assertThat(answer.get("standing").asString()).isEqualTo("STAY");
        assertThat(meetings(answer)).containsExactly(meeting.toString());
        assertThat(answer.get("lease").asLong()).isEqualTo(Duration.ofDays(14).toMillis());
        assertSigned(answer, "n1", device.token());
        assertThat(ask(device.token(), "n2").get("proof").asString())
                .isNotEqualTo(answer.get("proof").asString());
    }

    @Test
    @DisplayName("hears nothing of a token that nobody knows; that is no order")
    void unknown() {
        assertThat(contact("/api/offline/standing", Map.of("token", "a".repeat(43), "nonce", "n"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(contact("/api/offline/emptied", Map.of("token", "a".repeat(43)))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("is asked for nothing but what it may ask")
    void nothingElse() {
        assertThat(new HttpBrowser(port).json("/api/offline/standing").statusCode())
                .isIn(401, 403);
        var device = take(member, true);
        assertThat(contact(
                                "/api/offline/standing",
                                Map.of("token", device.token().value(), "nonce", "a\nb"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(contact(
                                "/api/offline/standing",
                                Map.of("token", device.token().value(), "nonce", "n".repeat(101)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("keeps no meeting that its owner may not see")
    void foreignMeeting() {
        var club = TestCouncil.of(3, RulesOfProcedure.ASSOCIATION, context);
        var foreign = convened(club.council());
        var device = accounts.as(member, () -> devices.register("Tablet"));

        var may = accounts.as(
                member,
                () -> devices.keep(
                        device.id(),
                        List.of(new TakenMeeting(foreign, true, 10), new TakenMeeting(meeting, true, 10))));

        assertThat(may).containsExactly(meeting);
        assertThat(mine(member).getFirst().meetings()).containsExactly(meeting);
    }

    @Test
    @DisplayName(
            "of a guest keeps what guests may read, also of an organization that meets in private, and never the whole")
    void guest() {
        var club = TestCouncil.of(3, RulesOfProcedure.ASSOCIATION, context);
        var guest = access.asSystem("test", () -> TestCouncil.guest(club.council(), context));
        var login = accounts.of(List.of(guest), password).getFirst();
        meeting = convened(club.council());
        var device = take(login, false);

        assertThat(meetings(ask(device.token(), "n"))).containsExactly(meeting.toString());

        assertThat(accounts.as(login, () -> devices.keep(device.id(), List.of(new TakenMeeting(meeting, true, 4_711)))))
                .isEmpty();
        assertThat(meetings(ask(device.token(), "n"))).isEmpty();
    }

    @Test
    @DisplayName("is nobody else's to say anything about")
    void notByOthers() {
        var device = take(member, true);
        var other = login(council, 1);

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> accounts.as(other, () -> devices.keep(device.id(), List.of())));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> accounts.as(other, () -> devices.order(device.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> accounts.as(other, () -> orders.order(device.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> accounts.as(member, () -> orders.withdraw(device.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> accounts.as(member, () -> orders.all()));
        assertThat(mine(other)).isEmpty();
        assertThat(ask(device.token(), "n").get("standing").asString()).isEqualTo("STAY");
    }

    @Nested
    @DisplayName("loses")
    class Loses {

        @Test
        @DisplayName("a meeting whose organization its owner left, without being signed in")
        void membershipEnded() {
            var club = TestCouncil.of(3, RulesOfProcedure.ASSOCIATION, context);
            var login = login(club, 2);
            meeting = convened(club.council());
            var device = take(login, false);
            assertThat(meetings(ask(device.token(), "n"))).hasSize(1);

            leave(club, 2);

            var answer = ask(device.token(), "n");
            assertThat(answer.get("standing").asString()).isEqualTo("STAY");
            assertThat(meetings(answer)).isEmpty();
        }

        @Test
        @DisplayName("a public meeting too, if non-public parts lie there that its owner may no longer see")
        void nonPublicPartsOfPublicMeeting() {
            var device = take(member, true);
            var publicOnly = take(member, false);

            leave(council, 2);

            assertThat(meetings(ask(device.token(), "n"))).isEmpty();
            assertThat(meetings(ask(publicOnly.token(), "n"))).hasSize(1);
        }

        @Test
        @DisplayName("everything by an administrator's order, who sees when it was carried out")
        void administratorsOrder() {
            var device = take(member, true);
            var administrator = accounts.withRoles(password, Role.ADMINISTRATOR);
            accounts.as(administrator, () -> orders.order(device.id()));
            assertThat(summary(device.id()).state()).isEqualTo(DeviceState.ORDERED);

            var answer = ask(device.token(), "n");

            assertThat(answer.get("standing").asString()).isEqualTo("REMOVE");
            assertThat(answer.get("cause").asString()).isEqualTo("ADMINISTRATOR");
            assertSigned(answer, "n", device.token());
            assertThat(summary(device.id()).state()).isEqualTo(DeviceState.ORDERED);
            contact("/api/offline/emptied", Map.of("token", device.token().value()));
            assertThat(summary(device.id()))
                    .satisfies(it -> assertThat(it.state()).isEqualTo(DeviceState.REMOVED))
                    .satisfies(it -> assertThat(it.orderedAt()).isNotNull())
                    .satisfies(it -> assertThat(it.removedAt()).isNotNull())
                    .satisfies(it -> assertThat(it.meetings()).isEmpty());
            assertThat(audited(member))
                    .containsSubsequence(
                            "offline.DeviceRegistered",
                            "offline.MeetingTakenAlong",
                            "offline.RemovalOrdered",
                            "offline.DeviceEmptied");
        }

        @Test
        @DisplayName("nothing any more once the order is withdrawn")
        void withdrawn() {
            var device = take(member, true);
            var administrator = accounts.withRoles(password, Role.ADMINISTRATOR);
            accounts.as(administrator, () -> orders.order(device.id()));

            accounts.as(administrator, () -> orders.withdraw(device.id()));

            assertThat(ask(device.token(), "n").get("standing").asString()).isEqualTo("STAY");
        }

        @Test
        @DisplayName("everything by its owner's order, and takes nothing along any more")
        void ownersOrder() {
            var device = take(member, true);

            accounts.as(member, () -> devices.order(device.id()));

            assertThat(ask(device.token(), "n").get("cause").asString()).isEqualTo("OWNER");
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> accounts.as(
                            member, () -> devices.keep(device.id(), List.of(new TakenMeeting(meeting, true, 1)))))
                    .withMessage("offline.device.ended");
        }

        @Test
        @DisplayName("everything when its account is locked, also if that is undone before it heard of it or not")
        void accountLocked() {
            var device = take(member, true);
            var id = accounts.idOf(member);
            access.asSystem("test", () -> context.getBean(Accounts.class).lock(id));
            await().untilAsserted(
                            () -> assertThat(summary(device.id()).cause()).isEqualTo(RemovalCause.ACCOUNT_LOCKED));
            assertThat(ask(device.token(), "n").get("cause").asString()).isEqualTo("ACCOUNT_LOCKED");

            access.asSystem("test", () -> context.getBean(Accounts.class).unlock(id));

            await().untilAsserted(() -> assertThat(
                            ask(device.token(), "n").get("standing").asString())
                    .isEqualTo("STAY"));
        }

        @Test
        @DisplayName("everything when its account was closed without anybody saying so here")
        void accountClosed() {
            var device = take(member, true);
            accounts.close(member);

            assertThat(ask(device.token(), "n").get("cause").asString()).isEqualTo("ACCOUNT_LOCKED");
            assertThat(summary(device.id()).state()).isEqualTo(DeviceState.ORDERED);
        }
    }

    @Test
    @DisplayName("of the secretariat keeps what a second factor was needed for, as long as it may be seen with one")
    void secondFactor() {
        var secretary = accounts.withRoles(password, Role.SECRETARIAT);
        var strong = accounts.as(secretary, true, () -> devices.register("Büro"));
        accounts.as(secretary, true, () -> devices.keep(strong.id(), List.of(new TakenMeeting(meeting, true, 10))));
        assertThat(meetings(ask(strong.token(), "n"))).hasSize(1);
    }

    @Test
    @DisplayName("is shown to administrators with the number of its meetings")
    void shown() {
        var device = take(member, true);

        assertThat(summary(device.id()))
                .satisfies(it -> assertThat(it.state()).isEqualTo(DeviceState.KEPT))
                .satisfies(it -> assertThat(it.size()).isEqualTo(4_711))
                .satisfies(it -> assertThat(it.name()).isEqualTo("Chrome, Android"));
    }

    /** As of yesterday. */
    private void leave(TestCouncil of, int number) {
        access.asSystem("test", () -> {
            var membership = context.getBean(Councils.class)
                    .memberships(of.members().get(number))
                    .getFirst();
            var yesterday =
                    LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE).minusDays(1);
            context.getBean(MembershipAdministration.class).end(membership.id(), yesterday);
        });
    }

    private RegisteredDevice take(String login, boolean nonPublic) {
        return accounts.as(login, () -> {
            var device = devices.register("Chrome, Android");
            devices.keep(device.id(), List.of(new TakenMeeting(meeting, nonPublic, 4_711)));
            return device;
        });
    }

    private List<DeviceSummary> mine(String login) {
        return accounts.as(login, () -> devices.mine());
    }

    private DeviceSummary summary(DeviceId device) {
        return access.asSystem("test", () -> orders.all()).stream()
                .filter(it -> it.id().equals(device))
                .findFirst()
                .orElseThrow();
    }

    private List<String> audited(String login) {
        return database.sql("select type from audit_entry where subject = ? order by id")
                .param("account/" + accounts.idOf(login))
                .query(String.class)
                .list();
    }

    private JsonNode ask(DeviceToken token, String nonce) {
        var answer = contact("/api/offline/standing", Map.of("token", token.value(), "nonce", nonce));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        return json.readTree(answer.body());
    }

    private static List<String> meetings(JsonNode answer) {
        return answer.get("meetings").valueStream().map(JsonNode::asString).toList();
    }

    private static void assertSigned(JsonNode answer, String nonce, DeviceToken token) {
        var cause = requireNonNull(answer.get("cause"));
        var said = String.join(
                "\n",
                answer.get("standing").asString(),
                nonce,
                cause.isNull() ? "" : cause.asString(),
                answer.get("lease").asString(),
                meetings(answer).stream().collect(Collectors.joining(",")));
        assertThat(answer.get("proof").asString()).isEqualTo(token.sign(said));
    }

    private HttpResponse<String> contact(String path, Map<String, String> body) {
        return send(new HttpBrowser(port), "POST", path, body, "X-None", "x");
    }

    private HttpResponse<String> send(
            HttpBrowser browser, String method, String path, Map<String, String> body, String header, String value) {
        return browser.send(browser.request(path)
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header(header, value)
                .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpBrowser signedIn(String login) {
        var browser = new HttpBrowser(port);
        browser.submit("/app/login", "/app/login", Map.of("login", login, "password", password));
        return browser;
    }

    private String login(TestCouncil of, int number) {
        return accounts.of(List.of(of.members().get(number)), password).getFirst();
    }

    private MeetingId convened(OrganizationId organization) {
        return access.asSystem("test", () -> {
            var starts = clock.instant().plus(Duration.ofDays(30));
            var planned = planning.plan(
                    organization, new MeetingPlan("7. Sitzung", MeetingMode.IN_PERSON, starts, null, "Saal", ""));
            planning.addItem(planned, null, true, "Haushalt");
            planning.addItem(planned, null, false, "Grundstück");
            invitations.send(planned, false);
            return planned;
        });
    }
}
