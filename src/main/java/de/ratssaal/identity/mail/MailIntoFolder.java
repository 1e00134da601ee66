package de.ratssaal.identity.mail;

import de.ratssaal.identity.AccountLetter;
import de.ratssaal.identity.AccountMail;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** In the demo letters can be read in a folder, as files that every mail program opens. */
class MailIntoFolder implements AccountMail {

    private static final String SENDER = "ratssaal@lindenau.example";

    private final LetterComposition composition;
    private final Path folder;

    MailIntoFolder(LetterComposition composition, Path folder) {
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
            Files.createDirectories(folder);
            var file =
                    folder.resolve("account-%s-%s.eml".formatted(letter.kind().key(), UUID.randomUUID()));
            try (var out = Files.newOutputStream(file)) {
                composition.compose(letter, SENDER).writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a letter that cannot be set as a mail", e);
        }
    }
}
