package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.ratssaal.IntegrationTest;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.distribution.RoundKind;
import de.ratssaal.distribution.Rounds;
import de.ratssaal.distribution.Supplements;
import de.ratssaal.distribution.TestInvitation;
import de.ratssaal.identity.Grant;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Channels;
import de.ratssaal.meeting.DeliveryWay;
import de.ratssaal.organization.TestCouncil;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
@DirtiesContext
@DisplayName("On the way that each agreed to")
class ChannelMailTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        MAILBOXES.start();
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    Channels channels;

    @Autowired
    Supplements supplements;

    @Autowired
    Rounds rounds;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    TestAccounts accounts;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAILBOXES.getSmtp().getPort());
        properties.add("ratssaal.mail.from", () -> "sitzungsdienst@lindenau.example");
        properties.add("ratssaal.public-url", () -> "https://rat.lindenau.example/");
        properties.add("ratssaal.packet.settle", () -> "1s");
    }

    @AfterAll
    static void stop() {
        MAILBOXES.stop();
    }

    @Test
    @DisplayName("a mail tells, a mail carries what is public of the packet, and paper is not mailed at all")
    void invitations() throws Exception {
        var test = TestInvitation.of(4, context);
        var withPacket = test.member(2);
        var onPaper = test.member(3);
        choose(test, withPacket, Channel.MAIL_PACKET);
        choose(test, onPaper, Channel.PRINT);
        test.convene();

        var told = mail(test.chair(), 0);
        assertThat(text(told)).contains("https://rat.lindenau.example/decline/").doesNotContain("Sitzungsmappe liegt");
        assertThat(attachments(told)).doesNotContain("Sitzungsmappe.pdf");

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(mailsTo(withPacket)).hasSize(1));
        var carrying = mailsTo(withPacket).getFirst();
        assertThat(attachments(carrying)).contains("Sitzungsmappe.pdf");
        assertThat(text(carrying)).contains("Der nicht öffentliche Teil wird nicht per E-Mail verschickt");
        assertThat(packet(carrying)).contains("Eröffnung").doesNotContain("Geheim");
        assertThat(mailsTo(onPaper)).isEmpty();
        assertThat(test.invitation(onPaper).deliveredAt()).isNull();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(test.invitation(withPacket).way()).isEqualTo(DeliveryWay.MAIL));
    }

    @Test
    @DisplayName("a supplement tells what changed, each no more than they may know, and its delivery is recorded")
    void supplement() throws Exception {
        var test = TestInvitation.of(3, context);
        PersonId guest = test.system(() -> TestCouncil.guest(test.council.council(), context));
        test.convene();
        mail(guest, 0);
        test.system(() -> {
            test.planning().addItem(test.meeting, null, true, "Nachtrag Straßenbau");
            test.planning().addItem(test.meeting, null, false, "Geheimer Nachtrag");
        });

        test.system(() -> supplements.send(test.meeting, "Bitte vormerken."));

        assertThat(text(mail(test.chair(), 1)))
                .contains("Neu: Ö 2 · Tagesordnungspunkt: Nachtrag Straßenbau", "Geheimer Nachtrag")
                .contains("Bitte vormerken.");
        assertThat(text(mail(guest, 1))).contains("Nachtrag Straßenbau").doesNotContain("Geheim");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(test.system(() -> rounds.of(test.meeting))
                                .getFirst()
                                .deliveries())
                        .hasSize(4)
                        .allSatisfy(it -> assertThat(it.way()).isEqualTo(DeliveryWay.MAIL)));
    }

    @Test
    @DisplayName("a substitute is invited when a member declines, and learns when they are not needed after all")
    void substitute() throws Exception {
        var test = TestInvitation.of(4, context);
        var member = test.member(2);
        var substitute = test.substituteFor(member);
        test.convene();
        mail(member, 0);
        assertThat(mailsTo(substitute)).isEmpty();

        test.as(member, () -> {
            attendance.excuse(test.meeting, member, "");
            return true;
        });
        assertThat(text(mail(substitute, 0))).contains("als Stellvertretung für Kim Test-" + member.value());

        test.as(member, () -> {
            attendance.withdrawExcuse(test.meeting, member);
            return true;
        });
        var released = mail(substitute, 1);
        assertThat(released.getSubject()).startsWith("Stellvertretung nicht mehr nötig");
        assertThat(text(released)).doesNotContain("Geheim");
        var back = mail(member, 1);
        assertThat(back.getSubject()).startsWith("Sie nehmen teil");
        assertThat(text(back))
                .contains("Kim Test-" + substitute.value() + " war als Ihre Stellvertretung eingeladen")
                .contains("https://rat.lindenau.example/decline/");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(test.system(() -> rounds.of(test.meeting)))
                        .filteredOn(it -> it.kind() == RoundKind.RETURN)
                        .singleElement()
                        .satisfies(it -> assertThat(it.deliveries())
                                .singleElement()
                                .satisfies(to -> assertThat(to.way()).isEqualTo(DeliveryWay.MAIL))));
    }

    @Test
    @DisplayName("a member who comes after all gets no mail about a substitute whom they did not have")
    void nobodyToRelease() throws Exception {
        var test = TestInvitation.of(4, context);
        var member = test.member(2);
        test.convene();
        mail(member, 0);

        decline(test, member);
        test.as(member, () -> {
            attendance.withdrawExcuse(test.meeting, member);
            return true;
        });

        assertThat(test.system(() -> rounds.of(test.meeting))).isEmpty();
    }

    @Test
    @DisplayName("the secretariat learns, each time, that nobody is left to be called; no other secretariat does")
    void nobodyLeft() throws Exception {
        var test = TestInvitation.of(4, context);
        var secretary = secretary(test.council.council());
        var elsewhere = secretary(TestCouncil.of(3, context).council());
        var member = test.member(2);
        var substitute = test.substituteFor(member);
        test.convene();
        decline(test, member);
        mail(substitute, 0);
        assertThat(mailsTo(secretary)).isEmpty();

        decline(test, substitute);

        var told = mail(secretary, 0);
        assertThat(told.getSubject()).startsWith("Keine Stellvertretung");
        assertThat(text(told))
                .contains("Kim Test-" + member.value() + " ist verhindert")
                .contains("https://rat.lindenau.example/app/meetings/invitation/" + test.meeting)
                .doesNotContain("Geheim", "Eröffnung", "Kalender", "/decline/");
        assertThat(attachments(told)).isEmpty();

        test.as(substitute, () -> {
            attendance.withdrawExcuse(test.meeting, substitute);
            return true;
        });
        assertThat(test.invitation(substitute).isStanding()).isTrue();
        decline(test, substitute);

        mail(secretary, 1);
        assertThat(mailsTo(elsewhere)).isEmpty();
    }

    private void decline(TestInvitation test, PersonId person) {
        test.as(person, () -> {
            attendance.excuse(test.meeting, person, "");
            return true;
        });
    }

    private PersonId secretary(OrganizationId organization) {
        var secretary = TestCouncil.person(context);
        accounts.holding(secretary, new Grant(Role.SECRETARIAT, organization, Instant.EPOCH, null));
        return secretary;
    }

    @Test
    @DisplayName("that a meeting is called off is told to all who were invited; who agreed to paper is to be called")
    void cancelled() throws Exception {
        var test = TestInvitation.of(3, context);
        var onPaper = test.member(2);
        choose(test, onPaper, Channel.PRINT);
        test.convene();
        mail(test.chair(), 0);

        test.system(() -> test.planning().cancel(test.meeting, "Wasserschaden"));

        assertThat(text(mail(test.chair(), 1))).contains("Wasserschaden");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(test.system(() -> rounds.of(test.meeting)))
                        .singleElement()
                        .satisfies(it -> {
                            assertThat(it.kind()).isEqualTo(RoundKind.CANCELLATION);
                            assertThat(it.deliveries())
                                    .filteredOn(to -> to.person().equals(onPaper))
                                    .singleElement()
                                    .satisfies(
                                            to -> assertThat(to.deliveredAt()).isNull());
                        }));
        assertThat(mailsTo(onPaper)).isEmpty();
    }

    private void choose(TestInvitation test, PersonId person, Channel channel) {
        test.as(person, () -> {
            channels.choose(channel, channel == Channel.PRINT ? "Am Markt 3\n99999 Lindenau" : "");
            return true;
        });
    }

    private static List<MimeMessage> mailsTo(PersonId person) {
        return Arrays.stream(MAILBOXES.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(person + "@example.org");
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** The mail to a person at a place, once it is there. */
    private static MimeMessage mail(PersonId person, int number) {
        await().atMost(SOON).untilAsserted(() -> assertThat(mailsTo(person)).hasSize(number + 1));
        return mailsTo(person).get(number);
    }

    private static List<Part> parts(Part part) throws Exception {
        if (part.getContent() instanceof Multipart several) {
            var all = new ArrayList<Part>();
            for (var it = 0; it < several.getCount(); it++) {
                all.addAll(parts(several.getBodyPart(it)));
            }
            return all;
        }
        return List.of(part);
    }

    private static String text(MimeMessage mail) throws Exception {
        for (var part : parts(mail)) {
            if (part.isMimeType("text/plain")) {
                return new String(bytes(part), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static List<String> attachments(MimeMessage mail) throws Exception {
        var names = new ArrayList<String>();
        for (var part : parts(mail)) {
            if (part.getFileName() != null) {
                names.add(part.getFileName());
            }
        }
        return names;
    }

    private static String packet(MimeMessage mail) throws Exception {
        for (var part : parts(mail)) {
            if (part.isMimeType("application/pdf")) {
                try (var document = Loader.loadPDF(bytes(part))) {
                    return new PDFTextStripper().getText(document);
                }
            }
        }
        return "";
    }

    private static byte[] bytes(Part part) throws Exception {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
