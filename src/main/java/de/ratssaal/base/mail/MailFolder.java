package de.ratssaal.base.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** In the demo, without a mail server: mails become files that any mail program opens. */
public final class MailFolder {

    private final Path folder;

    public MailFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Puts a mail into the folder, whole or not at all; one of the same name is replaced.
     *
     * @param name of the file, without its ending
     */
    public void put(String name, MimeMessage mail) throws MessagingException {
        try {
            Files.createDirectories(folder);
            var unfinished = Files.createTempFile(folder, ".", ".tmp");
            try (var out = Files.newOutputStream(unfinished)) {
                mail.writeTo(out);
            }
            Files.move(unfinished, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
