package de.ratssaal.notification;

import de.ratssaal.base.Messages;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands notices on, a few at a time. What does not hold any more by the time a notice goes out is not sent. */
@Component
class NoticeRound {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRound.class);

    private final NoticeQueue queue;
    private final MailQueue languages;
    private final PersonAdministration persons;
    private final Councils councils;
    private final PostOffice post;
    private final MailSettings mails;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final URI address;

    NoticeRound(
            NoticeQueue queue,
            MailQueue languages,
            PersonAdministration persons,
            Councils councils,
            PostOffice post,
            MailSettings mails,
            Access access,
            TransactionTemplate transaction,
            Clock clock,
            RatssaalProperties settings) {
        this.queue = queue;
        this.languages = languages;
        this.persons = persons;
        this.councils = councils;
        this.post = post;
        this.mails = mails;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
        this.address = URI.create(settings.publicUrl().replaceAll("/+$", ""));
    }

    /** Queues what is due and sends all of it. */
    void send(Correspondence letters) {
        var topic = letters.topic();
        var job = topic + "-mail";
        access.asSystem(
                job,
                () -> transaction.executeWithoutResult(running -> {
                    queue.giveUpLost(topic, MailRound.UNCLEAR);
                    letters.queueDue();
                }));
        var due = queue.take(topic, mails.parallel());
        while (!due.isEmpty()) {
            var writer = access.asSystem(job, letters::writer);
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(it -> senders.execute(() -> access.asSystem(job, () -> send(it, writer, topic))));
            }
            due = queue.take(topic, mails.parallel());
        }
    }

    private void send(NoticeQueue.Entry notice, Correspondence.Writer writer, String topic) {
        Handover handover;
        try {
            var matter = writer.write(notice);
            if (matter.isEmpty()) {
                queue.drop(notice);
                return;
            }
            handover = letter(notice, matter.get(), topic)
                    .map(post::hand)
                    .orElseGet(() -> new Handover.Refused(MailRound.NO_ADDRESS));
        } catch (RuntimeException e) {
            LOG.error("The {} notice {} could not be written", topic, notice.id(), e);
            handover = new Handover.NotNow(MailRound.FAULT);
        }
        record(notice, handover, topic);
    }

    private void record(NoticeQueue.Entry notice, Handover handover, String topic) {
        switch (handover) {
            case Handover.Accepted() -> queue.sent(notice);
            case Handover.Refused(String why) -> fail(notice, why, topic);
            case Handover.Unclear() -> fail(notice, MailRound.UNCLEAR, topic);
            case Handover.NotNow(String why) -> {
                if (notice.attempts() > MailRound.PATIENCE.size()) {
                    fail(notice, why, topic);
                } else {
                    queue.tryAgain(notice, why, clock.instant().plus(MailRound.PATIENCE.get(notice.attempts() - 1)));
                }
            }
        }
    }

    private void fail(NoticeQueue.Entry notice, String why, String topic) {
        queue.failed(notice, why);
        LOG.warn(
                "The {} notice about {} to {} was not delivered: {}",
                topic,
                notice.about(),
                notice.person(),
                MailRound.category(why));
    }

    private Optional<Notice> letter(NoticeQueue.Entry notice, Matter matter, String topic) {
        return Optional.ofNullable(persons.details(notice.person()).mail())
                .map(mailbox -> new Notice(
                        "<%s.%s@%s>".formatted(topic, notice.id(), address.getHost()),
                        mailbox,
                        councils.nameOf(notice.person()),
                        languages
                                .language(notice.person())
                                .flatMap(ReaderLanguage::known)
                                .orElse(Messages.LANGUAGES.getFirst()),
                        matter,
                        URI.create(address + "/app/")));
    }
}
