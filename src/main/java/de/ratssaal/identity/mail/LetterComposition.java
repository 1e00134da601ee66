package de.ratssaal.identity.mail;

import de.ratssaal.base.Messages;
import de.ratssaal.base.mail.Envelope;
import de.ratssaal.identity.AccountLetter;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
        var mail = new Envelope(
                        sender,
                        "",
                        letter.address(),
                        letter.name(),
                        text(letter, "subject"),
                        letter.language(),
                        clock.instant())
                .open();
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
}
