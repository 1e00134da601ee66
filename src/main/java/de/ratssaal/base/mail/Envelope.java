package de.ratssaal.base.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;

/**
 * Everything about a mail but its content.
 *
 * @param sender mail address of the sender
 * @param senderName how the sender is shown; may be empty
 * @param recipient mail address of the recipient
 * @param recipientName how the recipient is shown
 * @param language of subject and content
 */
public record Envelope(
        String sender,
        String senderName,
        String recipient,
        String recipientName,
        String subject,
        Locale language,
        Instant at) {

    /**
     * A mail that lacks its content.
     *
     * @throws MessagingException if an address is none
     */
    public MimeMessage open() throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom(named(sender, senderName));
        mail.setRecipient(MimeMessage.RecipientType.TO, named(recipient, recipientName));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(at));
        mail.setHeader("Content-Language", language.getLanguage());
        // RFC 3834: no out-of-office answers.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            var result = new InternetAddress(address, true);
            if (!name.isEmpty()) {
                result.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return result;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }
}
