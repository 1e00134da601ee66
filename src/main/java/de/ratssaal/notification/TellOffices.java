package de.ratssaal.notification;

import de.ratssaal.base.Messages;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.ReaderLanguage;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.PersonAdministration;
import de.ratssaal.workflow.Task;
import de.ratssaal.workflow.Tasks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people in offices and secretariats by mail what waits for them: once a working day everything; of deadlines that end soon or are
 * over; and at once what is new, for those who want that. The clock and the holidays are those of the body whose tasks they
 * are. What is done by the time a mail goes out is not in it.
 */
@Component
class TellOffices {

    private static final String JOB = "task-mail";
    private static final Logger LOG = LoggerFactory.getLogger(TellOffices.class);
    private static final int AT_ONCE = 20;

    private final Tasks tasks;
    private final TaskMailQueue queue;
    private final ChosenTaskMail choices;
    private final MailQueue languages;
    private final PersonAdministration persons;
    private final Councils councils;
    private final PostOffice post;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final URI address;

    TellOffices(
            Tasks tasks,
            TaskMailQueue queue,
            ChosenTaskMail choices,
            MailQueue languages,
            PersonAdministration persons,
            Councils councils,
            PostOffice post,
            Access access,
            TransactionTemplate transaction,
            Clock clock,
            RatssaalProperties settings) {
        this.tasks = tasks;
        this.queue = queue;
        this.choices = choices;
        this.languages = languages;
        this.persons = persons;
        this.councils = councils;
        this.post = post;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
        this.address = URI.create(settings.publicUrl().replaceAll("/+$", ""));
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void tell() {
        access.asSystem(JOB, () -> {
            transaction.executeWithoutResult(running -> {
                queue.giveUpLost(MailRound.UNCLEAR, clock.instant());
                tasks.ofEverybody()
                        .forEach((person, waiting) -> waiting.stream()
                                .collect(Collectors.groupingBy(Task::body, LinkedHashMap::new, Collectors.toList()))
                                .forEach((body, its) -> queue(person, body, its)));
            });
            send();
        });
    }

    private void queue(PersonId person, BodyId body, List<Task> waiting) {
        var choice = choices.of(person);
        var now = clock.instant();
        var here = now.atZone(councils.body(body).zone());
        if (choice.atOnce()) {
            queue.addNew(person, body, waiting, here.toLocalDate(), now);
        }
        if (here.toLocalTime().isBefore(choice.digestAt()) || !tasks.areOfficesOpen(body)) {
            return;
        }
        if (choice.digest()) {
            queue.addDigest(person, body, here.toLocalDate(), now);
        }
        if (choice.reminders()) {
            queue.addReminder(person, body, waiting, here.toLocalDate(), now);
        }
    }

    private void send() {
        var now = clock.instant();
        var due = queue.take(AT_ONCE, now, now.plus(MailRound.LONGEST_HANDOVER));
        if (due.isEmpty()) {
            return;
        }
        var everybody = tasks.ofEverybody();
        for (var mail : due) {
            send(
                    mail,
                    everybody.getOrDefault(mail.person(), List.of()).stream()
                            .filter(it -> it.body().equals(mail.body()))
                            .toList());
        }
    }

    private void send(TaskMailQueue.Entry mail, List<Task> waiting) {
        var told = queue.toldBy(mail);
        var shown = mail.kind() == TaskLetterKind.DIGEST
                ? waiting
                : waiting.stream().filter(it -> told.contains(it.key())).toList();
        if (shown.isEmpty()) {
            queue.dropped(mail);
            return;
        }
        var letter = letter(mail, shown);
        if (letter.isEmpty()) {
            queue.failed(mail, MailRound.NO_ADDRESS);
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
                    queue.tryAgain(mail, why, clock.instant().plus(patience(mail.attempts())));
                }
            }
        }
    }

    private static Duration patience(int attempts) {
        return MailRound.PATIENCE.get(attempts - 1);
    }

    private void fail(TaskMailQueue.Entry mail, String why) {
        queue.failed(mail, why);
        LOG.warn("A mail about tasks to {} was not delivered: {}", mail.person(), MailRound.category(why));
    }

    private Optional<TaskLetter> letter(TaskMailQueue.Entry mail, List<Task> shown) {
        var body = councils.body(mail.body());
        return Optional.ofNullable(persons.details(mail.person()).mail())
                .map(mailbox -> new TaskLetter(
                        "<tasks.%s@%s>".formatted(mail.id(), address.getHost()),
                        mailbox,
                        councils.nameOf(mail.person()),
                        languages
                                .language(mail.person())
                                .flatMap(ReaderLanguage::known)
                                .orElse(Messages.LANGUAGES.getFirst()),
                        mail.kind(),
                        shown,
                        body.name(),
                        body.contact(),
                        URI.create(address + "/app/")));
    }
}
