package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.ratssaal.browser.ConferencePageTest.check;
import static de.ratssaal.browser.ConferencePageTest.forget;
import static de.ratssaal.browser.ConferencePageTest.moves;
import static de.ratssaal.browser.ConferencePageTest.sees;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import de.ratssaal.Acting;
import de.ratssaal.conference.Broadcastable;
import de.ratssaal.conference.Broadcastable.RtpTarget;
import de.ratssaal.conference.Gateway;
import de.ratssaal.conference.Room;
import de.ratssaal.conference.RoomId;
import de.ratssaal.conference.janus.JanusProgram;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.TestMeeting;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The conference over a gateway")
class ConferenceGatewayTest extends BrowserTest {

    private static final String PASSWORD = "ein langer Weg zum Rathaus";

    /** Pages tell nobody of their connections: they are noted as they are made. */
    private static final String NOTE_CONNECTIONS = """
            window.rsConnections = [];
            const Real = window.RTCPeerConnection;
            window.RTCPeerConnection = class extends Real {
              constructor(...settings) { super(...settings); window.rsConnections.push(this); }
            };
            """;

    /** How many packets of somebody's sound came here, whether they are played or not. */
    private static final String PACKETS = """
            async name => {
              const tile = [...document.querySelectorAll('.rs-conference-tile')].find(it => it.textContent.includes(name));
              const audio = document.querySelector(`audio[data-line="${tile?.dataset.line}"]`);
              const id = audio?.srcObject?.getAudioTracks()[0]?.id;
              for (const connection of window.rsConnections) {
                for (const stat of (await connection.getStats()).values()) {
                  if (stat.type === 'inbound-rtp' && stat.trackIdentifier === id) return stat.packetsReceived;
                }
              }
              return 0;
            }
            """;

    private static final String PACKETS_CAME = "async name => (await (%s)(name)) > 0".formatted(PACKETS);

    private static final String PACKETS_ENDED = """
            async name => {
              const now = await (%s)(name);
              const before = window.rsPackets;
              window.rsPackets = now;
              return before === now;
            }
            """.formatted(PACKETS);

    /** A page that was altered says what it likes on the connection that it has. */
    private static final String OPEN_CONNECTIONS =
            "() => window.rsConnections.filter(it => it.connectionState === 'connected').length";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    Gateway gateway;

    private TestMeeting meeting;

    @BeforeEach
    void start() {
        JanusProgram.require();
        ((SmartLifecycle) gateway).start();
        await().until(gateway::isThere);
    }

    @AfterEach
    void stop() {
        ((SmartLifecycle) gateway).stop();
    }

    @Test
    @DisplayName(
            "brings all to all; it silences who may not be heard, puts out, comes back after its death, and is empty behind closed doors")
    void wholeConference() throws Exception {
        meeting = TestMeeting.open(5, 1, context);
        var logins = accounts.of(meeting.council().members(), PASSWORD);
        var adaName = name(meeting.member(1));
        var page = "/app/meetings/live/" + meeting.id();
        var ada = enters("Ada", logins.get(1), page);
        var ben = enters("Ben", logins.get(2), page);
        var cem = enters("Cem", logins.get(3), page);
        var chair = enters("chair", logins.getFirst(), "/app/meetings/desk/" + meeting.id());
        var all = List.of(chair, ada, ben, cem);
        all.forEach(it -> moves(it, 3));
        all.forEach(it -> Assertions.assertThat(it.page().evaluate(OPEN_CONNECTIONS))
                .as("to the gateway, not to each other")
                .isEqualTo(2));
        var first = number();
        Assertions.assertThat(JanusProgram.people(first, context)).contains(4);

        Assertions.assertThat(ben.page().evaluate(PACKETS, adaName))
                .as("nothing of a microphone that may not be heard")
                .isEqualTo(0);
        ada.button("Wortmeldung").click();
        chair.button("Das Wort erteilen: " + adaName).click();
        sees(ada, "Sie dürfen sprechen.");
        ada.page().locator(".rs-conference-invited button").click();
        ben.page().waitForFunction(ConferencePageTest.SOUNDS, adaName);
        ben.page().waitForFunction(PACKETS_CAME, adaName);
        chair.button("Rede beenden").click();
        ben.page().waitForFunction(ConferencePageTest.SILENT, adaName);
        ben.page().waitForFunction(PACKETS_ENDED, adaName, new Page.WaitForFunctionOptions().setPollingInterval(500));

        isForwarded(meeting.member(1));

        JanusProgram.running().forEach(ProcessHandle::destroyForcibly);
        all.forEach(it -> assertThat(it.page().locator(".rs-conference-tile:not([data-mine]) video"))
                .hasCount(0));
        forget(chair, ada, ben, cem);
        all.forEach(it -> moves(it, 3));
        Assertions.assertThat(
                        Acting.as(meeting.chair(), () -> meeting.attendance().intervals(meeting.id())))
                .hasSize(4)
                .allMatch(it -> it.until() == null);

        Acting.as(
                meeting.member(3), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(3)));
        assertThat(cem.page().locator(".rs-conference video, .rs-conference audio"))
                .hasCount(0);
        await().untilAsserted(() ->
                Assertions.assertThat(JanusProgram.people(number(), context)).contains(3));
        forget(ben);
        moves(ben, 2);

        var ticket = ben.page().evaluate(ConferencePageTest.TICKET, meeting.id().toString());
        Assertions.assertThat(JanusProgram.hasRoom(number(), context)).isTrue();
        meeting.call(meeting.nonPublic());
        Assertions.assertThat(JanusProgram.hasRoom(first, context))
                .as("within the act")
                .isFalse();
        sees(ben, "Dieser Punkt ist nicht öffentlich. Bitte bestätigen Sie");
        Assertions.assertThat(
                        ben.page().evaluate(ConferencePageTest.ENTER, ticket).toString())
                .contains("REFUSED");
        Assertions.assertThat(ben.page().evaluate(OPEN_CONNECTIONS)).isEqualTo(0);
        sees(ada, "Dieser Punkt ist nicht öffentlich. Bitte bestätigen Sie");
        ada.page().locator(".rs-conference").getByText("Ich bin allein").click();
        moves(ada, 1);
        Assertions.assertThat(number()).isNotEqualTo(first);
        Assertions.assertThat(JanusProgram.people(number(), context)).contains(2);
        await().untilAsserted(() -> Assertions.assertThat(
                        database.sql("select gone from conference_gateway_room where number = ?")
                                .param(first)
                                .query(Boolean.class)
                                .single())
                .isTrue());
    }

    private Window enters(String name, String login, String path) {
        var window = window(name);
        window.page().addInitScript(NOTE_CONNECTIONS);
        window.signIn(login, PASSWORD).open(path);
        check(window);
        window.button("Eintreten, Mikrofon aus").click();
        return window;
    }

    /** What Ada sends goes to UDP ports of this machine, beginning with a whole picture. */
    private void isForwarded(PersonId person) throws Exception {
        var broadcast = context.getBeansOfType(Broadcastable.class).values().stream()
                .filter(it -> it.provider().equals("EMBEDDED"))
                .findFirst()
                .orElseThrow();
        try (var sound = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var picture = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var forwarding = broadcast
                        .forward(
                                room(),
                                person,
                                new RtpTarget("127.0.0.1", sound.getLocalPort(), picture.getLocalPort(), 4_711))
                        .orElseThrow()) {
            picture.setSoTimeout(10_000);
            receivesWholePicture(picture);
            forwarding.wholePicture();
            receivesWholePicture(picture);
            sound.setSoTimeout(500);
            Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
                    .as("nor is heard in public who may not be heard")
                    .isThrownBy(() -> sound.receive(new DatagramPacket(new byte[2_048], 2_048)));
        }
        Assertions.assertThat(broadcast.forward(room(), meeting.member(4), new RtpTarget("127.0.0.1", 9, 9, 1)))
                .isEmpty();
    }

    /** The first packet of a whole picture in VP8 holds these three bytes (RFC 6386, 9.1) behind RTP and payload headers. */
    private static void receivesWholePicture(DatagramSocket socket) throws Exception {
        for (; ; ) {
            var packet = new DatagramPacket(new byte[2_048], 2_048);
            socket.receive(packet);
            Assertions.assertThat(packet.getData()[0] >> 6 & 3).as("RTP").isEqualTo(2);
            for (var at = 12; at < Math.min(40, packet.getLength() - 3); at++) {
                var data = packet.getData();
                if (data[at] == (byte) 0x9d && data[at + 1] == 0x01 && data[at + 2] == 0x2a) {
                    return;
                }
            }
        }
    }

    private Room room() {
        return database.sql("select id, name from conference_room where meeting_id = ? and closed_at is null")
                .param(meeting.id().value())
                .query((row, number) -> new Room(
                        new RoomId(row.getObject("id", UUID.class)),
                        meeting.id(),
                        row.getString("name"),
                        null,
                        "EMBEDDED"))
                .single();
    }

    private long number() {
        return database.sql("""
                        select number from conference_gateway_room g join conference_room r on r.id = g.room_id
                        where meeting_id = ? and closed_at is null
                        """).param(meeting.id().value()).query(Long.class).single();
    }

    private String name(PersonId person) {
        return context.getBean(Access.class)
                .asSystem("test", () -> context.getBean(Councils.class).nameOf(person));
    }
}
