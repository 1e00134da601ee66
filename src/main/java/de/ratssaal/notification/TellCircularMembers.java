package de.ratssaal.notification;

import de.ratssaal.base.Messages;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.Circulars;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to members when a circular resolution begins, and reminds those who have not answered at half of the period and a
 * day before its end. Who has answered by the time a mail goes out gets none.
 */
@Component
class TellCircularMembers {

    private static final String JOB = "circular-mail";
    private static final Logger LOG = LoggerFactory.getLogger(TellCircularMembers.class);
    private static final int AT_ONCE = 20;

    private final Circulars circulars;
    private final CircularMailQueue queue;
    private final MailQueue languages;
    private final PersonAdministration persons;
    private final Councils councils;
    private final PostOffice post;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final URI address;

    TellCircularMembers(
            Circulars circulars,
            CircularMailQueue queue,
            MailQueue languages,
            PersonAdministration persons,
            Councils councils,
            PostOffice post,
            Access access,
            TransactionTemplate transaction,
            Clock clock,
            RatssaalProperties settings) {
        this.circulars = circulars;
        this.queue = queue;
        this.languages = languages;
        this.persons = persons;
        this.councils = councils;
        this.post = post;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
        this.address = URI.create(settings.publicUrl().replaceAll("/+$", ""));
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
    void tell() {
        access.asSystem(JOB, () -> {
            transaction.executeWithoutResult(running -> {
                queue.giveUpLost(MailRound.UNCLEAR, clock.instant());
                circulars
                        .dueLetters()
                        .forEach(it -> queue.add(it.circular().id(), it.kind(), it.members(), clock.instant()));
            });
            var due = queue.take(AT_ONCE, clock.instant(), clock.instant().plus(MailRound.LONGEST_HANDOVER));
            while (!due.isEmpty()) {
                due.forEach(this::send);
                due = queue.take(AT_ONCE, clock.instant(), clock.instant().plus(MailRound.LONGEST_HANDOVER));
            }
        });
    }

    private void send(CircularMailQueue.Entry mail) {
        if (!circulars.waitsFor(mail.circular(), mail.person())) {
            queue.dropped(mail);
            return;
        }
        var letter = letter(mail);
        if (letter.isEmpty()) {
            fail(mail, MailRound.NO_ADDRESS);
            return;
        }
        switch (post.hand(letter.get())) {
            case Handover.Accepted() -> queue.sent(mail, clock.instant());
            case Handover.Refused(String why) -> fail(mail, why);
            case Handover.Unclear() -> fail(mail, MailRound.UNCLEAR);
            case Handover.NotNow(String why) -> {
                if (mail.attempts() > MailRound.PATIENCE.size()) {
                    fail(mail, why);
                } else {
                    queue.tryAgain(mail, why, clock.instant().plus(MailRound.PATIENCE.get(mail.attempts() - 1)));
                }
            }
        }
    }

    private void fail(CircularMailQueue.Entry mail, String why) {
        queue.failed(mail, why);
        LOG.warn(
                "A mail about circular resolution {} to {} was not delivered: {}",
                mail.circular(),
                mail.person(),
                MailRound.category(why));
    }

    private Optional<CircularLetter> letter(CircularMailQueue.Entry mail) {
        var circular = circulars.circular(mail.circular());
        var body = councils.body(councils.organization(circular.organization()).body());
        return Optional.ofNullable(persons.details(mail.person()).mail())
                .map(mailbox -> new CircularLetter(
                        "<circular.%s.%s.%s@%s>"
                                .formatted(
                                        mail.kind().name().toLowerCase(Locale.ROOT),
                                        mail.circular(),
                                        mail.person(),
                                        address.getHost()),
                        mailbox,
                        councils.nameOf(mail.person()),
                        languages
                                .language(mail.person())
                                .flatMap(ReaderLanguage::known)
                                .orElse(Messages.LANGUAGES.getFirst()),
                        mail.kind(),
                        circular,
                        body.contact(),
                        URI.create(address + "/app/" + CircularLinks.circular(circular.id()))));
    }
}
