package de.ratssaal.notification;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.DeliveryWay;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.InvitationPost;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.organization.PersonDetails;
import de.ratssaal.organization.TestCouncil;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
@DirtiesContext
@DisplayName("An invitation by mail")
class InvitationMailTest {

    private static final Duration SOON = ofSeconds(30);
    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Doorkeeper DOORKEEPER = start();

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    Meetings meetings;

    @Autowired
    InvitationPost post;

    @Autowired
    PersonAdministration persons;

    @Autowired
    TellMembers listener;

    @Autowired
    MailQueue queue;

    @Autowired
    MailRound round;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    private static Doorkeeper start() {
        MAILBOXES.start();
        return new Doorkeeper(MAILBOXES.getSmtp().getPort());
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", DOORKEEPER::port);
        properties.add("ratssaal.mail.from", () -> "sitzungsdienst@lindenau.example");
        properties.add("ratssaal.mail.parallel", () -> "3");
        properties.add("ratssaal.public-url", () -> "https://rat.lindenau.example/");
    }

    @AfterAll
    static void stop() throws Exception {
        DOORKEEPER.close();
        MAILBOXES.stop();
    }

    private MeetingId planned(TestCouncil council) {
        return access.asSystem("test", () -> {
            var start = ZonedDateTime.of(
                    LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE).plusDays(20),
                    LocalTime.of(17, 0),
                    TestCouncil.ZONE);
            var meeting = planning.plan(
                    council.council(),
                    new MeetingPlan(
                            "12. Sitzung des Rates & Gäste",
                            MeetingMode.IN_PERSON,
                            start.toInstant(),
                            start.plusHours(4).toInstant(),
                            "Rathaus, Großer Saal",
                            ""));
            planning.addItem(meeting, null, true, "Eröffnung");
            var second = planning.addItem(meeting, null, true, "Digitale Sitzungen");
            planning.addItem(meeting, second, true, "Änderungsantrag");
            planning.addItem(meeting, null, false, "Verkauf eines Grundstücks");
            return meeting;
        });
    }

    private MeetingId invite(TestCouncil council) {
        var meeting = planned(council);
        send(meeting);
        return meeting;
    }

    private void send(MeetingId meeting) {
        access.asSystem("test", () -> invitations.send(meeting, false));
    }

    private Invitation invitation(MeetingId meeting, PersonId person) {
        return access.asSystem("test", () -> invitations.of(meeting)).stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private static String address(PersonId person) {
        return person + "@example.org";
    }

    private static List<MimeMessage> mailsTo(PersonId person) {
        return Arrays.stream(MAILBOXES.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(address(person));
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static MimeMessage mailTo(PersonId person) {
        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo(person)).hasSize(1));
        return mailsTo(person).getFirst();
    }

    private static Map<String, String> parts(Part part) throws Exception {
        var all = new HashMap<String, String>();
        if (part.getContent() instanceof Multipart several) {
            for (var it = 0; it < several.getCount(); it++) {
                all.putAll(parts(several.getBodyPart(it)));
            }
        } else {
            var type = part.getContentType().replaceAll(";.*", "").toLowerCase(java.util.Locale.ROOT);
            try (InputStream in = part.getInputStream()) {
                all.put(type.strip(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    private static Calendar calendar(MimeMessage mail) throws Exception {
        return new CalendarBuilder().build(new StringReader(parts(mail).get("text/calendar")));
    }

    private static String value(Calendar calendar, String name) {
        return calendar.<VEvent>getComponents("VEVENT")
                .getFirst()
                .getRequiredProperty(name)
                .getValue();
    }

    @Test
    @DisplayName("goes out although the database went away right after the meeting was convened")
    void goesOutLater() {
        var council = TestCouncil.of(5, context);
        var member = council.members().getFirst();
        var meeting = invite(council);
        mailTo(member);
        // as it stands when the follow-up could not be done
        database.sql("delete from notification_mail where meeting_id = ?")
                .param(meeting.value())
                .update();
        database.sql("""
                        update event_publication set status = 'FAILED', completion_date = null,
                            publication_date = publication_date - interval '1 minute'
                        where serialized_event like ? and listener_id like '%TellMembers%'
                        """).param("%" + meeting.value() + "%").update();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(database.sql("select count(*) from notification_mail where meeting_id = ?")
                                        .param(meeting.value())
                                        .query(Long.class)
                                        .single())
                                .isEqualTo(5));
    }

    @Test
    @DisplayName("reaches each member with agenda, link and calendar file, and its delivery is recorded")
    void reachesEachMember() throws Exception {
        var council = TestCouncil.of(5, context);
        var meeting = invite(council);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(council.members()).allSatisfy(member -> {
                    assertThat(invitation(meeting, member).way()).isEqualTo(DeliveryWay.MAIL);
                    assertThat(invitation(meeting, member).deliveredAt()).isNotNull();
                }));

        var mail = mailTo(council.chair());
        assertThat(mail.getSubject()).startsWith("Einladung: 12. Sitzung des Rates & Gäste am ");
        assertThat(mail.getHeader("Content-Language")).containsExactly("de");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var parts = parts(mail);
        assertThat(parts.get("text/plain"))
                .contains("Ö 1  Eröffnung", "  Ö 2.1  Änderungsantrag", "N 1  Verkauf eines Grundstücks")
                .contains("Rathaus, Großer Saal", "17:00 Uhr", "vertraulich")
                .contains("https://rat.lindenau.example/app/meetings/" + meeting);
        assertThat(parts.get("text/html"))
                .contains("<html lang=\"de\">", "<h1>12. Sitzung des Rates &amp; Gäste</h1>")
                .contains("<a href=\"https://rat.lindenau.example/app/meetings/" + meeting + "\">")
                .contains("Verkauf eines Grundstücks");
    }

    @Test
    @DisplayName("carries the meeting for the calendar: a request with the right zone and nothing of the agenda")
    void carriesTheMeetingForTheCalendar() throws Exception {
        var council = TestCouncil.of(3, context);
        var meeting = invite(council);

        var mail = mailTo(council.members().get(1));

        var file = parts(mail).get("text/calendar");
        assertThat(parts(mail)).containsEntry("application/ics", file);
        assertThat(file)
                .contains("DTSTART;TZID=Europe/Berlin:", "BEGIN:VTIMEZONE")
                .doesNotContain("Grundstück");
        var calendar = calendar(mail);
        calendar.validate(true);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(value(calendar, Property.UID)).isEqualTo(meeting + "@rat.lindenau.example");
        assertThat(value(calendar, Property.DTSTART)).endsWith("T170000");
        assertThat(value(calendar, Property.DTEND)).endsWith("T210000");
        assertThat(value(calendar, Property.ATTENDEE))
                .isEqualTo("mailto:" + address(council.members().get(1)));
    }

    @Test
    @DisplayName("shows the non-public part to who may attend it, not to a guest")
    void showsTheNonPublicPartToWhoMayAttend() throws Exception {
        var council = TestCouncil.of(3, context);
        var guest = TestCouncil.person(context);
        TestCouncil.join(council.council(), guest, MembershipRole.GUEST, context);
        var adviser = TestCouncil.person(context);
        TestCouncil.join(council.council(), adviser, MembershipRole.ADVISORY_MEMBER, context);
        invite(council);

        assertThat(parts(mailTo(adviser)).get("text/plain")).contains("Verkauf eines Grundstücks");
        assertThat(parts(mailTo(guest)).values())
                .allSatisfy(it -> assertThat(it).doesNotContain("Verkauf").doesNotContain("nicht öffentlich"));
    }

    @Test
    @DisplayName("is written in the language in which the member reads the application")
    void isWrittenInTheMembersLanguage() throws Exception {
        var council = TestCouncil.of(3, context);
        queue.keepLanguage(council.chair(), "en");
        invite(council);

        var mail = mailTo(council.chair());
        assertThat(mail.getSubject()).startsWith("Invitation: ");
        assertThat(parts(mail).get("text/html")).contains("<html lang=\"en\">", "Agenda, non-public part");
    }

    @Test
    @DisplayName("that the mail server refuses is recorded as failed, with what the server said; the others arrive")
    void whatTheServerRefusesIsRecorded() {
        var council = TestCouncil.of(3, context);
        var unknown = council.members().get(2);
        DOORKEEPER.turnAway(address(unknown), "550 5.1.1 No such mailbox here");
        var meeting = invite(council);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(invitation(meeting, unknown).failure()).contains("550 5.1.1 No such mailbox here"));
        assertThat(invitation(meeting, unknown).deliveredAt()).isNull();
        mailTo(council.chair());
        assertThat(mailsTo(unknown)).isEmpty();
    }

    @Test
    @DisplayName("that failed is sent again when the secretariat asks for it")
    void thatFailedIsSentAgainWhenTheSecretariatAsks() {
        var council = TestCouncil.of(3, context);
        var moved = council.members().get(2);
        DOORKEEPER.turnAway(address(moved), "550 5.1.1 No such mailbox here");
        var meeting = invite(council);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, moved).failure()).contains("550"));

        DOORKEEPER.letIn(address(moved));
        access.asSystem("test", () -> post.sendAgain(meeting, moved));

        mailTo(moved);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, moved).way()).isEqualTo(DeliveryWay.MAIL));
    }

    @Test
    @DisplayName("that the mail server cannot take now is tried again later, and the secretariat knows meanwhile")
    void isTriedAgainLater() {
        var council = TestCouncil.of(3, context);
        var busy = council.members().get(2);
        DOORKEEPER.turnAway(address(busy), "451 4.3.0 Try again later");
        var meeting = invite(council);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, busy).failure()).contains("451 4.3.0"));

        DOORKEEPER.letIn(address(busy));
        assertThat(database.sql("""
                                update notification_mail set next_attempt_at = next_attempt_at - interval '1 minute'
                                where meeting_id = ? and person_id = ? and state = 'PENDING' and attempts = 1
                                """).params(meeting.value(), busy.value()).update())
                .isEqualTo(1);

        mailTo(busy);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(invitation(meeting, busy).deliveredAt()).isNotNull();
            assertThat(invitation(meeting, busy).failure()).isNull();
        });
    }

    @Test
    @DisplayName("is sent once, however often the event is delivered")
    void isSentOnceHoweverOftenTheEventIsDelivered() {
        var council = TestCouncil.of(3, context);
        var meeting = invite(council);
        mailTo(council.chair());

        listener.on(new MeetingConvened(meeting, council.council(), council.members(), false, clock.instant()));
        round.sendAllDue();

        council.members().forEach(InvitationMailTest::mailTo);
    }

    @Test
    @DisplayName(
            "is never sent a second time by itself when the application was killed while a mail server took it over")
    void isNotSentAgainAfterAKill() {
        var council = TestCouncil.of(3, context);
        var meeting = planned(council);
        var lost = council.members().get(1);
        // What a killed application leaves behind: taken, and nobody there any more who could say what became of it.
        queue.add(meeting, lost, LetterKind.INVITATION, 0, "", clock.instant());
        database.sql("""
                        update notification_mail set state = 'SENDING', attempts = 1, taken_until = now() + interval '1 hour'
                        where meeting_id = ? and person_id = ?
                        """).params(meeting.value(), lost.value()).update();
        send(meeting);
        mailTo(council.chair());
        database.sql(
                        "update notification_mail set taken_until = now() - interval '1 second' where meeting_id = ? and person_id = ?")
                .params(meeting.value(), lost.value())
                .update();

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, lost).failure()).isEqualTo(MailRound.UNCLEAR));
        round.sendAllDue();
        assertThat(mailsTo(lost)).isEmpty();
    }

    @Test
    @DisplayName("whose acknowledgement got lost is not sent again by itself: the secretariat decides")
    void isNotSentAgainWhenTheAcknowledgementGotLost() {
        var council = TestCouncil.of(3, context);
        var lost = council.members().get(1);
        DOORKEEPER.breakOff(address(lost));
        var meeting = invite(council);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, lost).failure()).isEqualTo(MailRound.UNCLEAR));
        round.sendAllDue();
        assertThat(mailsTo(lost)).hasSize(1);
    }

    @Test
    @DisplayName("to a member without mail address fails, and the secretariat can hand it over")
    void toAMemberWithoutAddressFails() {
        var council = TestCouncil.of(3, context);
        var offline = council.members().get(2);
        access.asSystem("test", () -> {
            var known = persons.details(offline);
            persons.change(offline, new PersonDetails(known.name(), known.addressForm(), null));
        });
        var meeting = invite(council);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, offline).failure()).isEqualTo(MailRound.NO_ADDRESS));
        access.asSystem("test", () -> invitations.handedOver(meeting, offline));
        assertThat(invitation(meeting, offline).way()).isEqualTo(DeliveryWay.HANDED_OVER);
    }

    @Test
    @DisplayName("goes out with others at the same time, but never with more than the mail server is to bear")
    void goesOutWithAFewOthersAtATime() {
        var council = TestCouncil.of(12, context);
        invite(council);

        council.members().forEach(InvitationMailTest::mailTo);
        assertThat(DOORKEEPER.mostAtOnce()).isBetween(1, 3);
    }

    @Test
    @DisplayName("is not sent any more, nor a supplement, when the meeting was called off meanwhile")
    void isPointlessAfterACancellation() {
        var council = TestCouncil.of(3, context);
        var member = council.members().get(2);
        var meeting = invite(council);
        council.members().forEach(InvitationMailTest::mailTo);
        access.asSystem("test", () -> planning.cancel(meeting, "Sturmschaden am Rathaus"));
        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo(member)).hasSize(2));

        queue.add(meeting, member, LetterKind.SUPPLEMENT, 7, "", clock.instant());
        database.sql(
                        "update meeting_invitation set delivered_at = null, way = null where meeting_id = ? and person_id = ?")
                .params(meeting.value(), member.value())
                .update();
        database.sql("""
                        update notification_mail set state = 'PENDING', sent_at = null
                        where meeting_id = ? and person_id = ? and kind = 'INVITATION'
                        """).params(meeting.value(), member.value()).update();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(states(meeting, member)).containsExactlyInAnyOrder("DROPPED", "DROPPED", "SENT"));
        assertThat(mailsTo(member)).hasSize(2);
    }

    @Test
    @DisplayName("is never taken back from a substitute who was called again meanwhile")
    void aReleaseIsPointlessAfterTheNextCall() {
        var council = TestCouncil.of(3, context);
        var member = council.members().get(2);
        var meeting = invite(council);
        mailTo(member);

        queue.add(meeting, member, LetterKind.RELEASE, 7, "", clock.instant());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states(meeting, member)).containsExactlyInAnyOrder("SENT", "DROPPED"));
        assertThat(mailsTo(member)).hasSize(1);
    }

    @Test
    @DisplayName("of the next call still goes out when the release of the one before comes late, or twice")
    void aLateReleaseDropsItsOwnInvitation() {
        var meeting = MeetingId.next();
        var substitute = PersonId.next();
        var later = clock.instant().plus(Duration.ofDays(30));
        queue.add(meeting, substitute, LetterKind.INVITATION, 0, "", later);
        assertThat(queue.dropWaitingInvitation(meeting, substitute, 0)).isTrue();
        queue.add(meeting, substitute, LetterKind.INVITATION, 1, "", later);

        assertThat(queue.dropWaitingInvitation(meeting, substitute, 0))
                .as("still, it never left")
                .isTrue();

        assertThat(states(meeting, substitute)).containsExactlyInAnyOrder("DROPPED", "PENDING");
        assertThat(queue.dropWaitingInvitation(meeting, substitute, 2)).isFalse();
    }

    @Test
    @DisplayName("goes out anew when the meeting is moved, and takes the place of the old one in the calendar")
    void goesOutAnewWhenTheMeetingIsMoved() throws Exception {
        var council = TestCouncil.of(3, context);
        var member = council.members().get(2);
        var meeting = invite(council);
        council.members().forEach(InvitationMailTest::mailTo);
        var plan = access.asSystem("test", () -> meetings.meeting(meeting));

        access.asSystem(
                "test",
                () -> planning.replan(
                        meeting,
                        new MeetingPlan(
                                plan.title(),
                                plan.mode(),
                                plan.startsAt().plus(Duration.ofDays(7)),
                                null,
                                plan.place(),
                                "")));

        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo(member)).hasSize(2));
        var calendar = calendar(mailsTo(member).get(1));
        assertThat(value(calendar, Property.UID)).isEqualTo(meeting + "@rat.lindenau.example");
        assertThat(Integer.parseInt(value(calendar, Property.SEQUENCE))).isPositive();
        assertThat(value(calendar, Property.DTSTART))
                .isNotEqualTo(value(calendar(mailsTo(member).getFirst()), Property.DTSTART));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(invitation(meeting, member).way()).isEqualTo(DeliveryWay.MAIL));
    }

    private List<String> states(MeetingId meeting, PersonId person) {
        return database.sql("select state from notification_mail where meeting_id = ? and person_id = ?")
                .params(meeting.value(), person.value())
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("is followed by a cancellation that takes the meeting out of the calendar")
    void isFollowedByACancellation() throws Exception {
        var council = TestCouncil.of(3, context);
        var meeting = invite(council);
        council.members().forEach(InvitationMailTest::mailTo);

        access.asSystem("test", () -> planning.cancel(meeting, "Sturmschaden am Rathaus"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mailsTo(council.chair())).hasSize(2));
        var mail = mailsTo(council.chair()).get(1);
        assertThat(mail.getSubject()).startsWith("Abgesagt: 12. Sitzung des Rates & Gäste am ");
        assertThat(parts(mail).get("text/plain")).contains("Grund: Sturmschaden am Rathaus");
        var calendar = calendar(mail);
        calendar.validate(true);
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(value(calendar, Property.UID)).isEqualTo(meeting + "@rat.lindenau.example");
        assertThat(Integer.parseInt(value(calendar, Property.SEQUENCE))).isPositive();
        assertThat(value(calendar, Property.STATUS)).isEqualTo("CANCELLED");
    }
}
