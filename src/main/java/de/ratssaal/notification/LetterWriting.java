package de.ratssaal.notification;

import de.ratssaal.base.Messages;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the letters: to whom, in which language, with what the person may know. Works as the application itself. */
@Component
class LetterWriting {

    private final Meetings meetings;
    private final Councils councils;
    private final PersonAdministration persons;
    private final MailQueue queue;
    private final URI address;

    LetterWriting(
            Meetings meetings,
            Councils councils,
            PersonAdministration persons,
            MailQueue queue,
            RatssaalProperties settings) {
        this.meetings = meetings;
        this.councils = councils;
        this.persons = persons;
        this.queue = queue;
        this.address = URI.create(settings.publicUrl().replaceAll("/+$", ""));
    }

    /** The letter, or nothing if the person has no mail address. */
    Optional<Letter> write(MailQueue.Entry mail) {
        var meeting = meetings.meeting(mail.meeting());
        var contact = councils.body(
                        councils.organization(meeting.organization()).body())
                .contact();
        return Optional.ofNullable(persons.details(mail.person()).mail())
                .map(mailbox -> new Letter(
                        mail.kind(),
                        "<%s.%s.%s@%s>"
                                .formatted(
                                        mail.kind().name().toLowerCase(Locale.ROOT),
                                        mail.meeting(),
                                        mail.person(),
                                        address.getHost()),
                        mailbox,
                        councils.nameOf(mail.person()),
                        queue.language(mail.person())
                                .flatMap(ReaderLanguage::known)
                                .orElse(Messages.LANGUAGES.getFirst()),
                        meeting,
                        meetings.agendaFor(mail.meeting(), mail.person()),
                        mail.note(),
                        contact,
                        URI.create(address + "/app/" + MeetingLinks.meeting(mail.meeting()))));
    }
}
