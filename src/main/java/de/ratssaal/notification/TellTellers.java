package de.ratssaal.notification;

import de.ratssaal.base.Messages;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.teller.DueTellerLetter;
import de.ratssaal.teller.TellerLetters;
import de.ratssaal.teller.TellerLinks;
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
 * Writes to tellers who were named or replaced, whose key is being made, or whose share or check a secret vote waits for. What does not
 * hold any more by the time a mail goes out is not sent.
 */
@Component
class TellTellers {

    private static final String JOB = "teller-mail";
    private static final Logger LOG = LoggerFactory.getLogger(TellTellers.class);
    private static final int AT_ONCE = 20;

    private final TellerLetters letters;
    private final TellerMailQueue queue;
    private final MailQueue languages;
    private final PersonAdministration persons;
    private final Councils councils;
    private final PostOffice post;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final URI address;

    TellTellers(
            TellerLetters letters,
            TellerMailQueue queue,
            MailQueue languages,
            PersonAdministration persons,
            Councils councils,
            PostOffice post,
            Access access,
            TransactionTemplate transaction,
            Clock clock,
            RatssaalProperties settings) {
        this.letters = letters;
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
                letters.due().forEach(it -> queue.add(it, clock.instant()));
            });
            var due = queue.take(AT_ONCE, clock.instant(), clock.instant().plus(MailRound.LONGEST_HANDOVER));
            while (!due.isEmpty()) {
                due.forEach(this::send);
                due = queue.take(AT_ONCE, clock.instant(), clock.instant().plus(MailRound.LONGEST_HANDOVER));
            }
        });
    }

    private void send(TellerMailQueue.Entry mail) {
        if (!letters.holds(mail.letter())) {
            queue.dropped(mail);
            return;
        }
        var letter = letter(mail.letter());
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

    private void fail(TellerMailQueue.Entry mail, String why) {
        queue.failed(mail, why);
        LOG.warn(
                "A mail to teller {} of organization {} was not delivered: {}",
                mail.letter().teller(),
                mail.letter().organization(),
                MailRound.category(why));
    }

    private Optional<TellerLetter> letter(DueTellerLetter due) {
        var organization = councils.organization(due.organization());
        return Optional.ofNullable(persons.details(due.teller()).mail())
                .map(mailbox -> new TellerLetter(
                        "<teller.%s.%s.%s@%s>"
                                .formatted(
                                        due.kind().name().toLowerCase(Locale.ROOT),
                                        due.about(),
                                        due.teller(),
                                        address.getHost()),
                        mailbox,
                        councils.nameOf(due.teller()),
                        languages
                                .language(due.teller())
                                .flatMap(ReaderLanguage::known)
                                .orElse(Messages.LANGUAGES.getFirst()),
                        due.kind(),
                        organization.name(),
                        councils.body(organization.body()).contact(),
                        URI.create(address + "/app/" + TellerLinks.MINE)));
    }
}
