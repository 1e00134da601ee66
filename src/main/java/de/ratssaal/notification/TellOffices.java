package de.ratssaal.notification;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import de.ratssaal.workflow.Task;
import de.ratssaal.workflow.Tasks;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells people in offices and secretariats by mail what waits for them: once a working day everything; of deadlines that end soon or are
 * over; and at once what is new, for those who want that. The clock and the holidays are those of the body whose tasks they
 * are. What is done by the time a mail goes out is not in it.
 */
@Component
class TellOffices implements Correspondence {

    private final Tasks tasks;
    private final ToldTasks told;
    private final ChosenTaskMail choices;
    private final Councils councils;
    private final NoticeRound round;
    private final Clock clock;

    TellOffices(
            Tasks tasks, ToldTasks told, ChosenTaskMail choices, Councils councils, NoticeRound round, Clock clock) {
        this.tasks = tasks;
        this.told = told;
        this.choices = choices;
        this.councils = councils;
        this.round = round;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void tell() {
        round.send(this);
    }

    @Override
    public String topic() {
        return ToldTasks.TOPIC;
    }

    @Override
    public void queueDue() {
        tasks.ofEverybody()
                .forEach((person, waiting) -> waiting.stream()
                        .collect(Collectors.groupingBy(Task::body, LinkedHashMap::new, Collectors.toList()))
                        .forEach((body, its) -> queue(person, body, its)));
    }

    private void queue(PersonId person, BodyId body, List<Task> waiting) {
        var choice = choices.of(person);
        var here = clock.instant().atZone(councils.body(body).zone());
        if (choice.atOnce()) {
            told.addNew(person, body, waiting);
        }
        if (here.toLocalTime().isBefore(choice.digestAt()) || !tasks.areOfficesOpen(body)) {
            return;
        }
        if (choice.digest()) {
            told.addDigest(person, body, here.toLocalDate());
        }
        if (choice.reminders()) {
            told.addReminder(person, body, waiting);
        }
    }

    @Override
    public Writer writer() {
        var everybody = tasks.ofEverybody();
        return notice -> write(notice, everybody.getOrDefault(notice.person(), List.of()));
    }

    private Optional<Matter> write(NoticeQueue.Entry notice, List<Task> waiting) {
        var kind = TaskLetterKind.valueOf(notice.kind());
        var body = councils.body(new BodyId(notice.about()));
        var named = told.by(notice);
        var shown = waiting.stream()
                .filter(it -> it.body().equals(body.id()))
                .filter(it -> kind == TaskLetterKind.DIGEST || named.contains(it.key()))
                .toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Matter.TasksWait(kind, shown, body.name(), body.contact()));
    }
}
