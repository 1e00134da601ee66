package de.ratssaal.identity.mail;

import de.ratssaal.base.mail.MailFolder;
import de.ratssaal.identity.AccountLetter;
import de.ratssaal.identity.AccountMail;
import jakarta.mail.MessagingException;
import java.util.UUID;

/** In the demo letters can be read in a folder. */
class MailIntoFolder implements AccountMail {

    private static final String SENDER = "ratssaal@lindenau.example";

    private final LetterComposition composition;
    private final MailFolder folder;

    MailIntoFolder(LetterComposition composition, MailFolder folder) {
        this.composition = composition;
        this.folder = folder;
    }

    @Override
    public boolean isPossible() {
        return true;
    }

    @Override
    public void send(AccountLetter letter) {
        try {
            folder.put(
                    "account-%s-%s".formatted(letter.kind().key(), UUID.randomUUID()),
                    composition.compose(letter, SENDER));
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter that cannot be set as a mail", e);
        }
    }
}
