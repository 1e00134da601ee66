package de.ratssaal.notification;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.DueTellerLetter;
import de.ratssaal.teller.TellerLetterKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails to tellers that wait, are under way or were sent; each is handed on by one node. */
@Component
class TellerMailQueue {

    private final JdbcClient database;

    TellerMailQueue(JdbcClient database) {
        this.database = database;
    }

    record Entry(DueTellerLetter letter, int attempts) {}

    /** Puts a mail into the queue. Asked again, it changes nothing. */
    void add(DueTellerLetter letter, Instant now) {
        database.sql("""
                        insert into notification_teller_mail
                            (about, person_id, kind, organization_id, state, next_attempt_at)
                        values (?, ?, ?, ?, 'PENDING', ?) on conflict do nothing
                        """)
                .params(
                        letter.about(),
                        letter.teller().value(),
                        letter.kind().name(),
                        letter.organization().value(),
                        utc(now))
                .update();
    }

    /** Takes mails that are due. Until the moment given they are the caller's. */
    Collection<Entry> take(int atMost, Instant now, Instant until) {
        return database.sql("""
                        update notification_teller_mail set state = 'SENDING', attempts = attempts + 1,
                            taken_until = :until
                        where (about, person_id, kind) in (
                            select about, person_id, kind from notification_teller_mail
                            where state = 'PENDING' and next_attempt_at <= :now
                            order by next_attempt_at limit :atMost for update skip locked)
                        returning about, person_id, kind, organization_id, attempts
                        """)
                .param("until", utc(until))
                .param("now", utc(now))
                .param("atMost", atMost)
                .query((row, number) -> entry(row))
                .list();
    }

    void sent(Entry mail, Instant now) {
        database.sql("""
                        update notification_teller_mail
                        set state = 'SENT', taken_until = null, sent_at = ?, failure = null
                        where about = ? and person_id = ? and kind = ?
                        """)
                .params(
                        utc(now),
                        mail.letter().about(),
                        mail.letter().teller().value(),
                        mail.letter().kind().name())
                .update();
    }

    void failed(Entry mail, String why) {
        database.sql("""
                        update notification_teller_mail set state = 'FAILED', taken_until = null, failure = ?
                        where about = ? and person_id = ? and kind = ?
                        """)
                .params(
                        why,
                        mail.letter().about(),
                        mail.letter().teller().value(),
                        mail.letter().kind().name())
                .update();
    }

    void dropped(Entry mail) {
        database.sql("""
                        update notification_teller_mail set state = 'DROPPED', taken_until = null
                        where about = ? and person_id = ? and kind = ?
                        """)
                .params(
                        mail.letter().about(),
                        mail.letter().teller().value(),
                        mail.letter().kind().name())
                .update();
    }

    void tryAgain(Entry mail, String why, Instant at) {
        database.sql("""
                        update notification_teller_mail
                        set state = 'PENDING', taken_until = null, next_attempt_at = ?, failure = ?
                        where about = ? and person_id = ? and kind = ?
                        """)
                .params(
                        utc(at),
                        why,
                        mail.letter().about(),
                        mail.letter().teller().value(),
                        mail.letter().kind().name())
                .update();
    }

    /** Mails whose sender is gone without saying what became of them. The page of the tellers says the same. */
    void giveUpLost(String why, Instant now) {
        database.sql("""
                        update notification_teller_mail set state = 'FAILED', taken_until = null, failure = ?
                        where state = 'SENDING' and taken_until < ?
                        """).params(why, utc(now)).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new DueTellerLetter(
                        TellerLetterKind.valueOf(row.getString("kind")),
                        row.getObject("about", UUID.class),
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
