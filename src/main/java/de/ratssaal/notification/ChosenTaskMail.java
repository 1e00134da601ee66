package de.ratssaal.notification;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.workflow.TaskMail;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each person chose about mails that name their tasks. Who chose nothing gets one a day. */
@Service
@Transactional
class ChosenTaskMail implements TaskMail {

    static final Choice USUAL = new Choice(true, LocalTime.of(7, 0), false, true);

    private final JdbcClient database;
    private final Access access;

    ChosenTaskMail(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    @Override
    @Transactional(readOnly = true)
    public Choice mine() {
        return of(access.requirePerson());
    }

    @Override
    public void choose(Choice choice) {
        database.sql("""
                        insert into notification_task_choice (person_id, digest, digest_at, at_once, reminders)
                        values (?, ?, ?, ?, ?)
                        on conflict (person_id) do update set digest = excluded.digest, digest_at = excluded.digest_at,
                            at_once = excluded.at_once, reminders = excluded.reminders
                        """)
                .params(
                        access.requirePerson().value(),
                        choice.digest(),
                        choice.digestAt(),
                        choice.atOnce(),
                        choice.reminders())
                .update();
    }

    Choice of(PersonId person) {
        return database.sql(
                        "select digest, digest_at, at_once, reminders from notification_task_choice where person_id = ?")
                .param(person.value())
                .query((row, number) -> new Choice(
                        row.getBoolean("digest"),
                        row.getObject("digest_at", LocalTime.class),
                        row.getBoolean("at_once"),
                        row.getBoolean("reminders")))
                .optional()
                .orElse(USUAL);
    }
}
