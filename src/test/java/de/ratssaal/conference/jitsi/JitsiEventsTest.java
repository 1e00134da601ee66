package de.ratssaal.conference.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import de.ratssaal.Acting;
import de.ratssaal.HttpBrowser;
import de.ratssaal.TestDatabase;
import de.ratssaal.browser.BrowserTest;
import de.ratssaal.conference.ConferenceConduct;
import de.ratssaal.conference.EnteringRooms;
import de.ratssaal.conference.RoomEvidence;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.TestMeeting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shapes are those that Prosody's event_sync publishes in its README. */
@DisplayName("What Jitsi's server tells")
class JitsiEventsTest extends BrowserTest {

    private static final String JOINED = """
            {"event_name": "muc-occupant-joined", "room_name": "%1$s", "room_jid": "%1$s@muc.meet.jitsi",
             "is_breakout": false, "active_occupants_count": 1,
             "occupant": {"name": "Ada", "email": null, "id": "%2$s", "occupant_jid": "%3$s", "joined_at": %4$d}}
            """;
    private static final String LEFT = """
            {"event_name": "muc-occupant-left", "room_name": "%1$s", "room_jid": "%1$s@muc.meet.jitsi",
             "is_breakout": false, "active_occupants_count": 0,
             "occupant": {"name": "Ada", "id": "%2$s", "occupant_jid": "%3$s", "joined_at": %4$d, "left_at": %5$d}}
            """;
    private static final String DESTROYED = """
            {"event_name": "muc-room-destroyed", "room_name": "%1$s", "room_jid": "%1$s@muc.meet.jitsi",
             "is_breakout": false, "created_at": 1000, "destroyed_at": %5$d,
             "all_occupants": [{"name": "Ada", "id": "%2$s", "occupant_jid": "%3$s", "joined_at": %4$d}]}
            """;
    private static final String ADDRESS = "14f01c40-5195-4a4d-8efb-f58b49d18741@meet.jitsi/OWhl8jSh";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    RoomEvidence evidence;

    @Autowired
    JitsiKeys keys;

    @LocalServerPort
    int port;

    private TestMeeting meeting;
    private PersonId ada;
    private String room;

    @BeforeEach
    void aMeetingWithJitsi() {
        meeting = TestMeeting.open(3, 1, context);
        ada = meeting.member(1);
        Acting.as(
                meeting.chair(),
                () -> context.getBean(ConferenceConduct.class).chooseProvider(meeting.id(), JitsiProvider.NAME));
        room = (String) entry(ada).get("room");
    }

    private Map<String, Object> entry(PersonId person) {
        return Acting.as(person, () -> context.getBean(EnteringRooms.class).ticket(meeting.id(), true, null));
    }

    private int tells(String what, String secret, String event, Object... more) {
        var values = new ArrayList<Object>(List.of(room, ada, ADDRESS));
        values.addAll(List.of(more));
        return post("/events/" + what, secret, event.formatted(values.toArray()));
    }

    private int post(String path, String secret, String body) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/conference/jitsi%s".formatted(port, path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header("Authorization", secret);
        }
        return new HttpBrowser(port).send(request).statusCode();
    }

    private int tells(String what, String event, Object... more) {
        return tells(what, "Bearer " + TestDatabase.JITSI_EVENTS_SECRET, event, more);
    }

    /** Who is in the room, as it is noted. */
    private List<String> inside() {
        return database.sql("""
                        select o.address from conference_occupant o join conference_room r on r.id = o.room_id
                        where lower(r.name) = ? and joined_at is not null and (left_at is null or left_at < joined_at)
                        """).param(room).query(String.class).list();
    }

    private int noted() {
        return database.sql("select count(*) from conference_occupant o join conference_room r on r.id = o.room_id"
                        + " where r.meeting_id = ?")
                .param(meeting.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("counts with its secret alone; without it nothing is done")
    void secret() {
        assertThat(tells("occupant/joined", "", JOINED, 1000)).isEqualTo(401);
        assertThat(tells("occupant/joined", TestDatabase.JITSI_EVENTS_SECRET, JOINED, 1000))
                .isEqualTo(401);
        assertThat(tells("occupant/joined", "Bearer ", JOINED, 1000)).isEqualTo(401);
        assertThat(tells("occupant/joined", "Bearer " + TestDatabase.JITSI_EVENTS_SECRET + "x", JOINED, 1000))
                .isEqualTo(401);
        assertThat(noted()).isZero();
        assertThat(new HttpBrowser(port)
                        .json("/api/conference/jitsi/events/room/created")
                        .statusCode())
                .isBetween(400, 499);

        assertThat(tells("occupant/joined", JOINED, 1000)).isEqualTo(204);
        assertThat(inside()).containsExactly(ADDRESS);
        assertThat(evidence.lastHeard(JitsiProvider.NAME)).isPresent();
    }

    @Test
    @DisplayName("ends in the same told twice, late, in another order, or not at all")
    void inAnyOrder() {
        tells("occupant/joined", JOINED, 1000);
        tells("occupant/joined", JOINED, 1000);
        assertThat(inside()).hasSize(1);
        tells("occupant/left", LEFT, 1000, 1060);
        tells("occupant/left", LEFT, 1000, 1060);
        tells("occupant/joined", JOINED, 1000); // late
        assertThat(inside()).isEmpty();
        tells("occupant/joined", JOINED, 1100); // came back
        tells("occupant/left", LEFT, 1000, 1060); // late
        assertThat(inside()).hasSize(1);
        // nobody said that they left
        tells("room/destroyed", DESTROYED, 1100, 1200);
        tells("occupant/joined", JOINED, 1100);
        assertThat(inside()).isEmpty();
        assertThat(noted()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "is passed over where it is of rooms that are not ours, of others beside ours, or of something unknown")
    void notOurs() {
        var bearer = "Bearer " + TestDatabase.JITSI_EVENTS_SECRET;
        var ours = room;
        room = "somebody-elses-room";
        assertThat(tells("occupant/joined", JOINED, 1000)).isEqualTo(204);
        room = ours;
        assertThat(post(
                        "/events/occupant/joined",
                        bearer,
                        JOINED.formatted(room, ada, ADDRESS, 1000)
                                .replace("\"is_breakout\": false", "\"is_breakout\": true")))
                .isEqualTo(204);
        assertThat(post(
                        "/events/poll/opened",
                        bearer,
                        "{\"event_name\": \"muc-poll-opened\", \"room_name\": \"%s\", \"poll\": {\"a\": 1}}"
                                .formatted(room)))
                .isEqualTo(204);
        assertThat(post("/events/room/created", bearer, "no JSON")).isEqualTo(400);
        assertThat(post("/events/room/created", bearer, "")).isEqualTo(400);
        assertThat(post("/events/room/created", bearer, "{}")).isEqualTo(400);
        assertThat(post("/events/room/created", bearer, "null")).isEqualTo(400);
        assertThat(post("/events/room/created", bearer, " ".repeat(2_000_001))).isEqualTo(400);
        assertThat(noted()).isZero();
    }

    @Test
    @DisplayName("ends nobody's presence, and makes nobody present: our own lines do")
    void presence() {
        tells("occupant/joined", JOINED, 1000);
        assertThat(Acting.as(meeting.chair(), () -> meeting.attendance().present(meeting.id())))
                .noneMatch(it -> it.person().equals(ada));
    }

    @Test
    @DisplayName("is answered with a key by which it can check what it is told, and no other")
    void key() throws ParseException, NoSuchAlgorithmException, InvalidKeySpecException, InvalidJwtException {
        var token = keys.tokenFor(room);
        var name = JitsiKeys.nameOf(SignedJWT.parse(token).getHeader().getKeyID());
        var pem = new HttpBrowser(port).get("/api/conference/jitsi/keys/" + name);

        assertThat(pem.statusCode()).isEqualTo(200);
        var encoded = pem.body().lines().filter(it -> !it.startsWith("-----")).reduce("", String::concat);
        var key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII))));
        var claims = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedAudience("ratssaal-tests")
                .setExpectedIssuer("ratssaal-tests")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
        assertThat(claims.getClaimValue("room")).isEqualTo(room);
        assertThat(new HttpBrowser(port)
                        .get("/api/conference/jitsi/keys/none.pem")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("is signed with a key that is there again when another server threw it away")
    void keyThrownAway() throws ParseException {
        var name = JitsiKeys.nameOf(
                SignedJWT.parse(keys.tokenFor(room)).getHeader().getKeyID());
        database.sql("delete from conference_signing_key where name = ?")
                .param(name)
                .update();
        assertThat(keys.publicKey(name)).isEmpty();

        keys.tokenFor(room);
        assertThat(keys.publicKey(name)).isPresent();
    }

    @Test
    @DisplayName(
            "is of a room that opens to one person with a token: an owner if they conduct the meeting, else a member")
    void entry() throws ParseException {
        var member = entry(meeting.member(2));
        var chair = entry(meeting.chair());

        assertThat(member).containsEntry("provider", "JITSI").containsEntry("moderates", false);
        assertThat(chair).containsEntry("moderates", true).containsEntry("room", room);
        assertThat(entry(meeting.member(1))).as("the deputy").containsEntry("moderates", false);
        assertThat(SignedJWT.parse((String) member.get("token")).getPayload().toString())
                .contains("\"affiliation\":\"member\"", meeting.member(2).toString());
        assertThat(SignedJWT.parse((String) chair.get("token")).getPayload().toString())
                .contains("\"affiliation\":\"owner\"");
        assertThat(member.toString()).doesNotContain(TestDatabase.JITSI_SECRET);
        assertThat(new HttpBrowser(port).get("/app/login").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(it -> assertThat(it).doesNotContain(TestDatabase.JITSI));
    }

    @Test
    @DisplayName(
            "of somebody in a room that is closed has that room ended at the server, which is tried until it is done")
    void closedRoom() throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add("%s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(asked.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            var settings = new JitsiSettings(
                    TestDatabase.JITSI,
                    "ratssaal-tests",
                    TestDatabase.JITSI_SECRET,
                    TestDatabase.JITSI_EVENTS_SECRET,
                    "meet.jitsi",
                    "muc.meet.jitsi",
                    "http://localhost:" + server.getAddress().getPort());
            var events = new JitsiEvents(
                    settings, keys, new JitsiRooms(settings, keys), evidence, context.getBean(Access.class));
            var joined = JOINED.formatted(room, ada, ADDRESS, 1000).getBytes(StandardCharsets.UTF_8);
            var bearer = "Bearer " + TestDatabase.JITSI_EVENTS_SECRET;
            events.event("occupant", "joined", bearer, new ByteArrayInputStream(joined));
            meeting.call(meeting.nonPublic());
            assertThat(asked).as("it was open").isEmpty();
            var otherLeft = LEFT.formatted(room, meeting.member(2), "other@meet.jitsi/1", 1000, 1060);
            events.event(
                    "occupant", "left", bearer, new ByteArrayInputStream(otherLeft.getBytes(StandardCharsets.UTF_8)));
            assertThat(inside()).as("who is about to leave").hasSize(1);
            assertThat(context.getBean(Access.class)
                            .asSystem("test", () -> evidence.told(JitsiProvider.NAME, room, List.of(), null)))
                    .hasValueSatisfying(it -> assertThat(it.haunted()).isFalse());
            assertThat(asked).isEmpty();

            var later = JOINED.formatted(room, ada, ADDRESS, 1100).getBytes(StandardCharsets.UTF_8);
            events.event("occupant", "joined", bearer, new ByteArrayInputStream(later));

            // a busy machine takes long to make a key
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(asked).hasSize(2));
            assertThat(asked)
                    .allSatisfy(it -> assertThat(it)
                            .startsWith("POST /end-meeting?conference=" + room + "%40muc.meet.jitsi Bearer "));
        } finally {
            server.stop(0);
        }
    }
}
