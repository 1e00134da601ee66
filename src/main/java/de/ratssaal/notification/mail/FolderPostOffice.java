package de.ratssaal.notification.mail;

import de.ratssaal.base.mail.MailFolder;
import de.ratssaal.notification.Handover;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.PostOffice;
import de.ratssaal.notification.TaskLetter;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.Optional;

/** In the demo, without a mail server: mails become files that any mail program opens. */
class FolderPostOffice implements PostOffice {

    private final MailComposition composition;
    private final MailFolder folder;

    FolderPostOffice(MailComposition composition, MailFolder folder) {
        this.composition = composition;
        this.folder = folder;
    }

    @Override
    public Handover hand(Letter letter) {
        var name = "%s_%s_%s"
                .formatted(
                        letter.meeting().day(),
                        letter.kind().name().toLowerCase(Locale.ROOT),
                        letter.address().replaceAll("[^A-Za-z0-9@._-]", "_"));
        try {
            folder.put(name, composition.compose(letter, "sitzungsdienst@lindenau.example"));
            return new Handover.Accepted();
        } catch (MessagingException e) {
            return new Handover.Refused("notification.failure.wrong-address");
        }
    }

    @Override
    public Handover hand(TaskLetter letter) {
        var name = "%s_%s"
                .formatted(
                        letter.messageId().replaceAll("[^A-Za-z0-9._-]", "_"),
                        letter.address().replaceAll("[^A-Za-z0-9@._-]", "_"));
        try {
            folder.put(name, composition.compose(letter, "sitzungsdienst@lindenau.example"));
            return new Handover.Accepted();
        } catch (MessagingException e) {
            return new Handover.Refused("notification.failure.wrong-address");
        }
    }

    @Override
    public Optional<String> remark() {
        return Optional.of("notification.remark.folder");
    }
}
