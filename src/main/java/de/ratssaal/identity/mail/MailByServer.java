package de.ratssaal.identity.mail;

import de.ratssaal.identity.AccountLetter;
import de.ratssaal.identity.AccountMail;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands letters to the city's mail server. What it refuses is written down for the administrator. */
class MailByServer implements AccountMail {

    private static final Logger LOG = LoggerFactory.getLogger(MailByServer.class);

    private final JavaMailSender server;
    private final LetterComposition composition;
    private final String sender;

    MailByServer(JavaMailSender server, LetterComposition composition, String sender) {
        this.server = server;
        this.composition = composition;
        this.sender = sender;
    }

    @Override
    public boolean isPossible() {
        return true;
    }

    @Override
    public void send(AccountLetter letter) {
        try {
            server.send(composition.compose(letter, sender));
        } catch (MailException | MessagingException e) {
            // what the server says names the address
            LOG.warn(
                    "A mail about an account could not be sent ({}): {}",
                    letter.kind(),
                    e.getClass().getName());
        }
    }
}
