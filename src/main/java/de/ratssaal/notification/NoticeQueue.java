package de.ratssaal.notification;

import de.ratssaal.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices that wait, are under way or were sent. What is taken is marked before it is handed on, so that no other node and no
 * restart hands it on again.
 */
@Component
class NoticeQueue {

    private final JdbcClient database;
    private final Clock clock;

    NoticeQueue(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param about the body, the vote or whatever else it is about
     * @param attempts how often it was tried, this time included
     */
    record Entry(UUID id, String kind, UUID about, PersonId person, int attempts) {}

    /**
     * Puts a notice to each into the queue. Asked again, it changes nothing.
     *
     * @param occasion tells notices of a kind about the same apart, such as a day; empty if there is one only
     * @return those that are new
     */
    List<UUID> add(String topic, Enum<?> kind, UUID about, Collection<PersonId> persons, String occasion) {
        return database.sql("""
                        insert into notification_notice (topic, kind, about, person_id, occasion, state, next_attempt_at)
                        select ?, ?, ?, person, ?, 'PENDING', ? from unnest(?::uuid[]) as person
                        on conflict do nothing returning id
                        """)
                .params(
                        topic,
                        kind.name(),
                        about,
                        occasion,
                        utc(clock.instant()),
                        persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Takes notices that are due, oldest first. As long as handing one on may take they are the caller's. */
    List<Entry> take(String topic, int atMost) {
        var now = clock.instant();
        return database.sql("""
                        update notification_notice set state = 'SENDING', attempts = attempts + 1, taken_until = :until
                        where id in (select id from notification_notice
                            where topic = :topic and state = 'PENDING' and next_attempt_at <= :now
                            order by next_attempt_at limit :atMost for update skip locked)
                        returning id, kind, about, person_id, attempts
                        """)
                .param("until", utc(now.plus(MailRound.LONGEST_HANDOVER)))
                .param("topic", topic)
                .param("now", utc(now))
                .param("atMost", atMost)
                .query((row, number) -> entry(row))
                .list();
    }

    void sent(Entry notice) {
        database.sql("""
                        update notification_notice set state = 'SENT', taken_until = null, sent_at = ?, failure = null
                        where id = ?
                        """).params(utc(clock.instant()), notice.id()).update();
    }

    void failed(Entry notice, String why) {
        database.sql("""
                        update notification_notice set state = 'FAILED', taken_until = null, failure = ?
                        where id = ? and state = 'SENDING'
                        """).params(why, notice.id()).update();
    }

    void drop(Entry notice) {
        database.sql("""
                        update notification_notice set state = 'DROPPED', taken_until = null
                        where id = ? and state = 'SENDING'
                        """).param(notice.id()).update();
    }

    void tryAgain(Entry notice, String why, Instant at) {
        database.sql("""
                        update notification_notice
                        set state = 'PENDING', taken_until = null, next_attempt_at = ?, failure = ?
                        where id = ? and state = 'SENDING'
                        """).params(utc(at), why, notice.id()).update();
    }

    /** Notices whose sender is gone without saying what became of them. A later one, or the start page, says the same. */
    void giveUpLost(String topic, String why) {
        database.sql("""
                        update notification_notice set state = 'FAILED', taken_until = null, failure = ?
                        where topic = ? and state = 'SENDING' and taken_until < ?
                        """).params(why, topic, utc(clock.instant())).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("about", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
