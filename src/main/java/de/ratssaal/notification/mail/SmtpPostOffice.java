package de.ratssaal.notification.mail;

import de.ratssaal.notification.Handover;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.Notice;
import de.ratssaal.notification.PostOffice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to the city's mail server. */
class SmtpPostOffice implements PostOffice {

    private static final int LONGEST_ANSWER = 500;

    private final JavaMailSender server;
    private final MailComposition composition;
    private final String sender;

    SmtpPostOffice(JavaMailSender server, MailComposition composition, String sender) {
        this.server = server;
        this.composition = composition;
        this.sender = sender;
    }

    @Override
    public Handover hand(Letter letter) {
        return hand(() -> composition.compose(letter, sender));
    }

    @Override
    public Handover hand(Notice notice) {
        return hand(() -> composition.compose(notice, sender));
    }

    private Handover hand(Composing letter) {
        try {
            server.send(letter.compose());
            return new Handover.Accepted();
        } catch (AddressException e) {
            return new Handover.Refused("notification.failure.wrong-address");
        } catch (MailAuthenticationException e) {
            return new Handover.NotNow(answer(e));
        } catch (MailSendException e) {
            return judge(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter that cannot be set as a mail", e);
        }
    }

    /** Sets a letter as a mail. */
    @FunctionalInterface
    private interface Composing {

        MimeMessage compose() throws MessagingException;
    }

    @Override
    public Optional<String> remark() {
        return Optional.empty();
    }

    private static Handover judge(MailSendException failed) {
        var failures = failed.getMessageExceptions();
        if (failures.length == 0) {
            // The server took the mail over; only the goodbye went wrong.
            return new Handover.Accepted();
        }
        if (failures[0] == failed.getCause()) {
            return new Handover.NotNow(answer(failures[0])); // there was no connection
        }
        for (var failure : failures) {
            var said = replyOf(failure);
            if (said != null) {
                return said.isTemporary() ? new Handover.NotNow(said.text()) : new Handover.Refused(said.text());
            }
        }
        return new Handover.Unclear();
    }

    /** What the server said last: its code and its words. */
    private record Reply(int code, String text) {

        boolean isTemporary() {
            return code / 100 == 4;
        }
    }

    /** The reply stands at the end of a chain, where the recipient's own is. */
    private static @Nullable Reply replyOf(@Nullable Exception failure) {
        Reply found = null;
        var at = failure;
        while (at != null) {
            var here = switch (at) {
                case SMTPAddressFailedException it -> reply(it.getReturnCode(), it);
                case SMTPSenderFailedException it -> reply(it.getReturnCode(), it);
                case SMTPSendFailedException it -> reply(it.getReturnCode(), it);
                default -> null;
            };
            found = here == null ? found : here;
            at = at instanceof MessagingException it ? it.getNextException() : null;
        }
        return found;
    }

    /** A code below zero means that the connection broke before the answer. */
    private static @Nullable Reply reply(int code, Exception failure) {
        return code / 100 == 4 || code / 100 == 5 ? new Reply(code, answer(failure)) : null;
    }

    private static String answer(Throwable failure) {
        var words = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > LONGEST_ANSWER ? words.substring(0, LONGEST_ANSWER) : words;
    }
}
