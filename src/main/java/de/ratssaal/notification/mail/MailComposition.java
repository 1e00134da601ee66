package de.ratssaal.notification.mail;

import de.ratssaal.base.Messages;
import de.ratssaal.base.mail.Envelope;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.Notice;
import de.ratssaal.packet.PacketContent;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sets a letter as a mail: text and HTML that say the same, and the calendar file, inline for calendars and attached. */
@Component
class MailComposition {

    private static final String CALENDAR_NAME = "sitzung.ics";
    private static final String PACKET_NAME = "Sitzungsmappe.pdf";

    private final Messages messages;
    private final ITemplateEngine templates;
    private final Clock clock;

    MailComposition(Messages messages, ITemplateEngine templates, Clock clock) {
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * @param sender mail address of the sender
     * @throws MessagingException if an address is none
     */
    MimeMessage compose(Letter letter, String sender) throws MessagingException {
        var text = LetterText.of(letter, messages);
        var now = clock.instant();
        var alternatives = alternatives(text);
        var readable = new MimeBodyPart();
        readable.setContent(alternatives);
        var all = new MimeMultipart("mixed");
        all.addBodyPart(readable);
        if (letter.kind().isForTheirCalendar()) {
            var calendar = CalendarFile.of(letter, text, sender, now);
            var method = CalendarFile.method(letter).getValue();
            alternatives.addBodyPart(part(calendar, "text/calendar; charset=UTF-8; method=" + method));
            var attached = part(calendar, "application/ics; name=\"%s\"".formatted(CALENDAR_NAME));
            attached.setFileName(CALENDAR_NAME);
            attached.setDisposition(MimeBodyPart.ATTACHMENT);
            all.addBodyPart(attached);
        }
        var packet = letter.enclosure().content();
        if (packet != null) {
            all.addBodyPart(packet(packet));
        }

        var mail = new Envelope(
                        sender,
                        letter.meeting().organizationName(),
                        letter.address(),
                        letter.name(),
                        text.subject(),
                        Locale.forLanguageTag(text.language()),
                        now)
                .open();
        mail.setContent(all);
        mail.saveChanges();
        mail.setHeader("Message-ID", letter.messageId());
        requireWritable(mail);
        return mail;
    }

    /** As {@link #compose(Letter, String)}, without a calendar file. */
    MimeMessage compose(Notice notice, String sender) throws MessagingException {
        var text = LetterText.of(notice, messages);
        var mail = new Envelope(
                        sender,
                        notice.matter().sender(),
                        notice.address(),
                        notice.name(),
                        text.subject(),
                        notice.language(),
                        clock.instant())
                .open();
        mail.setContent(alternatives(text));
        mail.saveChanges();
        mail.setHeader("Message-ID", notice.messageId());
        requireWritable(mail);
        return mail;
    }

    private MimeMultipart alternatives(LetterText text) throws MessagingException {
        var alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(text.plain(), "text/plain; charset=UTF-8"));
        alternatives.addBodyPart(part(html(text), "text/html; charset=UTF-8"));
        return alternatives;
    }

    /** A fault in a mail shows here, not when half of it is with the mail server. */
    private static void requireWritable(MimeMessage mail) throws MessagingException {
        try {
            mail.writeTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html(LetterText text) {
        return templates.process(
                "notification/letter", new Context(Locale.forLanguageTag(text.language()), Map.of("letter", text)));
    }

    /** Read into memory: it is not larger than mails may be. */
    private static MimeBodyPart packet(PacketContent packet) throws MessagingException {
        try (var content = packet.open()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.readAllBytes(), "application/pdf")));
            part.setFileName(PACKET_NAME);
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
