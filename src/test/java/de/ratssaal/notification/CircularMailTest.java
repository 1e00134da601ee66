package de.ratssaal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.circular.CircularAnswering;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.TestCirculars;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.Choice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
@Import(MovableClock.class)
@DirtiesContext
@DisplayName("R13: A mail about a circular resolution")
class CircularMailTest {

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    TellCircularMembers telling;

    @Autowired
    CircularAnswering answering;

    @Autowired
    CircularConduct conduct;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationContext context;

    TestCirculars city;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        MAILBOXES.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAILBOXES.getSmtp().getPort());
        properties.add("ratssaal.mail.from", () -> "sitzungsdienst@lindenau.example");
        properties.add("ratssaal.public-url", () -> "https://rat.lindenau.example/");
    }

    @AfterAll
    static void stop() {
        MAILBOXES.stop();
    }

    @BeforeEach
    void aCity() {
        city = new TestCirculars(context);
    }

    @AfterEach
    void today() {
        clock.putForwardTo(Instant.now());
    }

    @Test
    @DisplayName("goes to every member at the beginning, and reminds at half of the period and on the last day")
    void reminders() throws Exception {
        var start = clock.instant();
        var id = city.begun(true);
        telling.tell();
        telling.tell();
        assertThat(city.members())
                .allSatisfy(member -> assertThat(to(member)).singleElement().satisfies(mail -> {
                    assertThat(mail.getSubject()).startsWith("Schriftlich zu entscheiden bis ");
                    assertThat(text(mail))
                            .contains("Pumpen gegen das Hochwasser")
                            .contains("https://rat.lindenau.example/app/circular/" + id);
                }));

        city.answers(id, city.member(0), true, Choice.YES);
        clock.putForwardTo(start.plus(Duration.ofDays(3)).plusSeconds(60));
        telling.tell();
        assertThat(to(city.member(0))).as("has answered").hasSize(1);
        assertThat(to(city.member(1))).hasSize(2);
        assertThat(to(city.member(1)).getLast().getSubject()).startsWith("Erinnerung:");

        city.answers(id, city.member(1), false, Choice.NO);
        Acting.as(city.member(2), () -> answering.recuseMyself(id));
        clock.putForwardTo(start.plus(Duration.ofDays(5)).plusSeconds(60));
        telling.tell();
        telling.tell();
        assertThat(to(city.member(1))).as("has answered").hasSize(2);
        assertThat(to(city.member(2))).as("is recused").hasSize(2);
        assertThat(to(city.member(3))).hasSize(3);
        assertThat(to(city.member(3)).getLast().getSubject()).startsWith("Letzte Erinnerung:");

        clock.putForwardTo(start.plus(Duration.ofDays(7)));
        telling.tell();
        assertThat(to(city.member(3))).as("it is over").hasSize(3);
    }

    @Test
    @DisplayName("about a matter that is not public says nothing of it")
    void nonPublic() throws Exception {
        city.begun(false);
        telling.tell();

        assertThat(to(city.member(1)))
                .singleElement()
                .satisfies(mail -> assertThat(text(mail))
                        .contains("Nichtöffentliches Umlaufverfahren")
                        .doesNotContain("Zacharias")
                        .doesNotContain("Pumpen")
                        .doesNotContain("Wasser steigt"));
    }

    @Test
    @DisplayName("is not sent once it was withdrawn")
    void withdrawn() throws Exception {
        var id = city.begun(true);
        Acting.as(city.city.chair(), () -> conduct.withdraw(id, "Das Wasser ist gefallen."));
        telling.tell();

        assertThat(to(city.member(1))).isEmpty();
    }

    private static List<MimeMessage> to(PersonId person) throws MessagingException {
        var all = new ArrayList<MimeMessage>();
        for (var mail : MAILBOXES.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().contains(person.toString())) {
                all.add(mail);
            }
        }
        return all;
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        var text = new StringBuilder(GreenMailUtil.getHeaders(mail)).append(mail.getSubject());
        for (var part = 0; part < parts.getCount(); part++) {
            text.append(parts.getBodyPart(part).getContent());
        }
        return text.toString();
    }
}
