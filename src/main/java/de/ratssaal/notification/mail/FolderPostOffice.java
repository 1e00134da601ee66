package de.ratssaal.notification.mail;

import de.ratssaal.base.mail.MailFolder;
import de.ratssaal.notification.Handover;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.Notice;
import de.ratssaal.notification.PostOffice;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;

/** In the demo, without a mail server: mails become files that any mail program opens. */
class FolderPostOffice implements PostOffice {

    private static final String SENDER = "sitzungsdienst@lindenau.example";

    private final MailComposition composition;
    private final MailFolder folder;

    FolderPostOffice(MailComposition composition, MailFolder folder) {
        this.composition = composition;
        this.folder = folder;
    }

    @Override
    public Handover hand(Letter letter) {
        return put(
                "%s_%s".formatted(letter.meeting().day(), letter.kind().name().toLowerCase(Locale.ROOT)),
                letter.address(),
                () -> composition.compose(letter, SENDER));
    }

    @Override
    public Handover hand(Notice notice) {
        return put(notice.messageId(), notice.address(), () -> composition.compose(notice, SENDER));
    }

    /** Sets a letter as a mail. */
    @FunctionalInterface
    private interface Composing {

        MimeMessage compose() throws MessagingException;
    }

    private Handover put(String what, String address, Composing letter) {
        var name =
                "%s_%s".formatted(what.replaceAll("[^A-Za-z0-9._-]", "_"), address.replaceAll("[^A-Za-z0-9@._-]", "_"));
        try {
            folder.put(name, letter.compose());
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
