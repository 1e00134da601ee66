package de.ratssaal.notification.mail;

import de.ratssaal.notification.Handover;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.PostOffice;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/** In the demo, without a mail server: mails become files that any mail program opens. */
class FolderPostOffice implements PostOffice {

    private final MailComposition composition;
    private final Path folder;

    FolderPostOffice(MailComposition composition, Path folder) {
        this.composition = composition;
        this.folder = folder;
    }

    @Override
    public Handover hand(Letter letter) {
        var name = "%s_%s_%s.eml"
                .formatted(
                        letter.meeting().day(),
                        letter.kind().name().toLowerCase(Locale.ROOT),
                        letter.address().replaceAll("[^A-Za-z0-9@._-]", "_"));
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, ".", ".tmp");
            try (var out = Files.newOutputStream(unfinished)) {
                composition.compose(letter, "sitzungsdienst@lindenau.example").writeTo(out);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return new Handover.Accepted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            return new Handover.Refused("notification.failure.wrong-address");
        }
    }

    @Override
    public Optional<String> remark() {
        return Optional.of("notification.remark.folder");
    }
}
