package de.ratssaal.notification;

import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularLetterKind;
import de.ratssaal.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about circular resolutions that wait, are under way or were sent; each is handed on by one node. */
@Component
class CircularMailQueue {

    private final JdbcClient database;

    CircularMailQueue(JdbcClient database) {
        this.database = database;
    }

    record Entry(CircularId circular, PersonId person, CircularLetterKind kind, int attempts) {}

    /** Puts a mail to each into the queue. Asked again, it changes nothing. */
    void add(CircularId circular, CircularLetterKind kind, Collection<PersonId> persons, Instant now) {
        database.sql("""
                        insert into notification_circular_mail (circular_id, person_id, kind, state, next_attempt_at)
                        select ?, person, ?, 'PENDING', ? from unnest(?::uuid[]) as person on conflict do nothing
                        """)
                .params(
                        circular.value(),
                        kind.name(),
                        utc(now),
                        persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /** Takes mails that are due. Until the moment given they are the caller's. */
    Collection<Entry> take(int atMost, Instant now, Instant until) {
        return database.sql("""
                        update notification_circular_mail set state = 'SENDING', attempts = attempts + 1,
                            taken_until = :until
                        where (circular_id, person_id, kind) in (
                            select circular_id, person_id, kind from notification_circular_mail
                            where state = 'PENDING' and next_attempt_at <= :now
                            order by next_attempt_at limit :atMost for update skip locked)
                        returning circular_id, person_id, kind, attempts
                        """)
                .param("until", utc(until))
                .param("now", utc(now))
                .param("atMost", atMost)
                .query((row, number) -> entry(row))
                .list();
    }

    void sent(Entry mail, Instant now) {
        database.sql("""
                        update notification_circular_mail
                        set state = 'SENT', taken_until = null, sent_at = ?, failure = null
                        where circular_id = ? and person_id = ? and kind = ?
                        """)
                .params(
                        utc(now),
                        mail.circular().value(),
                        mail.person().value(),
                        mail.kind().name())
                .update();
    }

    void failed(Entry mail, String why) {
        database.sql("""
                        update notification_circular_mail set state = 'FAILED', taken_until = null, failure = ?
                        where circular_id = ? and person_id = ? and kind = ?
                        """)
                .params(
                        why,
                        mail.circular().value(),
                        mail.person().value(),
                        mail.kind().name())
                .update();
    }

    void dropped(Entry mail) {
        database.sql("""
                        update notification_circular_mail set state = 'DROPPED', taken_until = null
                        where circular_id = ? and person_id = ? and kind = ?
                        """)
                .params(
                        mail.circular().value(),
                        mail.person().value(),
                        mail.kind().name())
                .update();
    }

    void tryAgain(Entry mail, String why, Instant at) {
        database.sql("""
                        update notification_circular_mail
                        set state = 'PENDING', taken_until = null, next_attempt_at = ?, failure = ?
                        where circular_id = ? and person_id = ? and kind = ?
                        """)
                .params(
                        utc(at),
                        why,
                        mail.circular().value(),
                        mail.person().value(),
                        mail.kind().name())
                .update();
    }

    /** Mails whose sender is gone without saying what became of them. The next reminder says the same again. */
    void giveUpLost(String why, Instant now) {
        database.sql("""
                        update notification_circular_mail set state = 'FAILED', taken_until = null, failure = ?
                        where state = 'SENDING' and taken_until < ?
                        """).params(why, utc(now)).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new CircularId(row.getObject("circular_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                CircularLetterKind.valueOf(row.getString("kind")),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
