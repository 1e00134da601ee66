package de.ratssaal.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.PersonId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A mail server that takes everything, so that a test reads what people get. */
@IntegrationTest
@DirtiesContext
abstract class WithMailboxes {

    private static final GreenMail MAILBOXES =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        MAILBOXES.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> MAILBOXES.getSmtp().getPort());
        properties.add("ratssaal.mail.from", () -> "sitzungsdienst@lindenau.example");
        properties.add("ratssaal.public-url", () -> "https://rat.lindenau.example/");
    }

    static List<MimeMessage> to(PersonId person) throws MessagingException {
        var all = new ArrayList<MimeMessage>();
        for (var mail : MAILBOXES.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().contains(person.toString())) {
                all.add(mail);
            }
        }
        return all;
    }

    static List<String> subjects(PersonId person) throws MessagingException {
        var subjects = new ArrayList<String>();
        for (var mail : to(person)) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        var parts = (MimeMultipart) mail.getContent();
        var text = new StringBuilder(GreenMailUtil.getHeaders(mail)).append(mail.getSubject());
        for (var part = 0; part < parts.getCount(); part++) {
            text.append(parts.getBodyPart(part).getContent());
        }
        return text.toString();
    }
}
