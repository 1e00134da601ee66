package de.ratssaal.notification;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.workflow.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which tasks and deadlines people were told, so that the same is not said to them twice. */
@Component
class ToldTasks {

    static final String TOPIC = "task";

    private final NoticeQueue queue;
    private final JdbcClient database;

    ToldTasks(NoticeQueue queue, JdbcClient database) {
        this.queue = queue;
        this.database = database;
    }

    /** Queues the notice of a day, once. */
    void addDigest(PersonId person, BodyId body, LocalDate day) {
        queue.add(TOPIC, TaskLetterKind.DIGEST, body.value(), List.of(person), day.toString());
    }

    /** Queues a notice about those tasks of which the person was not told; none if they know them all. */
    void addNew(PersonId person, BodyId body, List<Task> tasks) {
        var known =
                Set.copyOf(database.sql("select task from notification_task_told where person_id = ? and task = any(?)")
                        .params(person.value(), tasks.stream().map(Task::key).toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
        var unknown =
                tasks.stream().map(Task::key).filter(it -> !known.contains(it)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        var notice = add(person, body, TaskLetterKind.AT_ONCE);
        for (var task : unknown) {
            database.sql("""
                            insert into notification_task_told (person_id, task, mail_id) values (?, ?, ?)
                            on conflict do nothing
                            """).params(person.value(), task, notice).update();
        }
    }

    /** Queues a notice about those deadlines of which the person was not reminded yet; none if there are none. */
    void addReminder(PersonId person, BodyId body, List<Task> tasks) {
        var known = database
                .sql("""
                        select task, max(reminder) as reminder from notification_task_reminded
                        where person_id = ? and task = any(?) group by task
                        """)
                .params(person.value(), tasks.stream().map(Task::key).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("task", UUID.class), row.getInt("reminder")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var due = tasks.stream()
                .filter(it -> it.reminder() > known.getOrDefault(it.key(), 0))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        var notice = add(person, body, TaskLetterKind.REMINDER);
        for (var task : due) {
            database.sql("""
                            insert into notification_task_reminded (person_id, task, reminder, mail_id) values (?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(person.value(), task.key(), task.reminder(), notice)
                    .update();
        }
    }

    private UUID add(PersonId person, BodyId body, TaskLetterKind kind) {
        var occasion = UUID.randomUUID().toString();
        return queue.add(TOPIC, kind, body.value(), List.of(person), occasion).getFirst();
    }

    /** Of which tasks a notice tells that is not about everything. */
    Set<UUID> by(NoticeQueue.Entry notice) {
        return Set.copyOf(
                database.sql("""
                        select task from notification_task_told where mail_id = :notice
                        union select task from notification_task_reminded where mail_id = :notice
                        """).param("notice", notice.id()).query(UUID.class).list());
    }
}
