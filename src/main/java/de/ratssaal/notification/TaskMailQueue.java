package de.ratssaal.notification;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.workflow.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about tasks that wait, are under way or were sent; as with those about meetings, each is handed on by one node. */
@Component
class TaskMailQueue {

    private final JdbcClient database;

    TaskMailQueue(JdbcClient database) {
        this.database = database;
    }

    record Entry(UUID id, PersonId person, BodyId body, TaskLetterKind kind, int attempts) {}

    /**
     * Puts the mail of a day into the queue. Asked again, it changes nothing. Nor does it where the day's mail went out before
     * there was one for each body.
     */
    void addDigest(PersonId person, BodyId body, LocalDate day, Instant now) {
        var wasTold =
                database.sql("""
                        select count(*) from notification_task_mail
                        where person_id = ? and day = ? and kind = 'DIGEST' and body_id is null and state = 'SENT'
                        """).params(person.value(), day).query(Long.class).single() > 0;
        if (wasTold) {
            return;
        }
        add(UUID.randomUUID(), person, body, TaskLetterKind.DIGEST, day, now);
    }

    /** Puts a mail into the queue about those tasks of which the person was not told; none if they know them all. */
    void addNew(PersonId person, BodyId body, List<Task> tasks, LocalDate day, Instant now) {
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
        var id = UUID.randomUUID();
        add(id, person, body, TaskLetterKind.AT_ONCE, day, now);
        for (var task : unknown) {
            database.sql("""
                            insert into notification_task_told (person_id, task, mail_id) values (?, ?, ?)
                            on conflict do nothing
                            """).params(person.value(), task, id).update();
        }
    }

    /** Puts a mail into the queue about those deadlines of which the person was not reminded yet; none if there are none. */
    void addReminder(PersonId person, BodyId body, List<Task> tasks, LocalDate day, Instant now) {
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
        var id = UUID.randomUUID();
        add(id, person, body, TaskLetterKind.REMINDER, day, now);
        for (var task : due) {
            database.sql("""
                            insert into notification_task_reminded (person_id, task, reminder, mail_id) values (?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(person.value(), task.key(), task.reminder(), id)
                    .update();
        }
    }

    private void add(UUID id, PersonId person, BodyId body, TaskLetterKind kind, LocalDate day, Instant now) {
        database.sql("""
                        insert into notification_task_mail (id, person_id, body_id, kind, day, state, next_attempt_at)
                        values (?, ?, ?, ?, ?, 'PENDING', ?) on conflict do nothing
                        """)
                .params(id, person.value(), body.value(), kind.name(), day, utc(now))
                .update();
    }

    /** Of which tasks a mail tells that is not about everything. */
    Set<UUID> toldBy(Entry mail) {
        return database.sql("""
                        select task from notification_task_told where mail_id = :mail
                        union select task from notification_task_reminded where mail_id = :mail
                        """).param("mail", mail.id()).query(UUID.class).list().stream()
                .collect(Collectors.toSet());
    }

    /** Takes mails that are due. Until the moment given they are the caller's. */
    Collection<Entry> take(int atMost, Instant now, Instant until) {
        return database.sql("""
                        update notification_task_mail set state = 'SENDING', attempts = attempts + 1, taken_until = :until
                        where id in (select id from notification_task_mail
                            where state = 'PENDING' and next_attempt_at <= :now
                            order by next_attempt_at limit :atMost for update skip locked)
                        returning id, person_id, body_id, kind, attempts
                        """)
                .param("until", utc(until))
                .param("now", utc(now))
                .param("atMost", atMost)
                .query((row, number) -> entry(row))
                .list();
    }

    void sent(Entry mail, Instant now) {
        database.sql("""
                        update notification_task_mail set state = 'SENT', taken_until = null, sent_at = ?, failure = null
                        where id = ?
                        """).params(utc(now), mail.id()).update();
    }

    void failed(Entry mail, String why) {
        database.sql("update notification_task_mail set state = 'FAILED', taken_until = null, failure = ? where id = ?")
                .params(why, mail.id())
                .update();
    }

    void dropped(Entry mail) {
        database.sql("update notification_task_mail set state = 'DROPPED', taken_until = null where id = ?")
                .param(mail.id())
                .update();
    }

    void tryAgain(Entry mail, String why, Instant at) {
        database.sql("""
                        update notification_task_mail
                        set state = 'PENDING', taken_until = null, next_attempt_at = ?, failure = ? where id = ?
                        """).params(utc(at), why, mail.id()).update();
    }

    /** Mails whose sender is gone without saying what became of them. The next day's names the same again. */
    void giveUpLost(String why, Instant now) {
        database.sql("""
                        update notification_task_mail set state = 'FAILED', taken_until = null, failure = ?
                        where state = 'SENDING' and taken_until < ?
                        """).params(why, utc(now)).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                TaskLetterKind.valueOf(row.getString("kind")),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
