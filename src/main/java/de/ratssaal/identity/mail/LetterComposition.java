package de.ratssaal.identity.mail;

import de.ratssaal.base.Messages;
import de.ratssaal.identity.AccountLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Sets a letter as plain text, so that the link is seen as what it is. */
@Component
class LetterComposition {

    private final Messages messages;
    private final Clock clock;

    LetterComposition(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param sender mail address of the sender
     * @throws MessagingException if an address is none
     */
    MimeMessage compose(AccountLetter letter, String sender) throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(new InternetAddress(sender, true));
        mail.setRecipient(MimeMessage.RecipientType.TO, named(letter.address(), letter.name()));
        mail.setSubject(text(letter, "subject"), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Content-Language", letter.language().getLanguage());
        // RFC 3834: no out-of-office answers.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(body(letter), StandardCharsets.UTF_8.name());
        mail.saveChanges();
        return mail;
    }

    private String body(AccountLetter letter) {
        var greeting = messages.text(letter.language(), "identity.mail.greeting", letter.name());
        var link = letter.link();
        return link == null
                ? greeting + "\n\n" + text(letter, "text") + "\n"
                : greeting + "\n\n" + text(letter, "text") + "\n\n" + link + "\n\n" + text(letter, "after") + "\n";
    }

    private String text(AccountLetter letter, String part) {
        return messages.text(letter.language(), "identity.mail." + letter.kind().key() + "." + part);
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            var result = new InternetAddress(address, true);
            result.setPersonal(name, StandardCharsets.UTF_8.name());
            return result;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }
}
