package de.ratssaal.notification;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails that wait, are under way or were sent. What is taken is marked before it is handed on, so that no other node and
 * no restart hands it on again.
 */
@Component
class MailQueue {

    private final JdbcClient database;

    MailQueue(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param round which of several of the kind
     * @param attempts how often it was tried, this time included
     */
    record Entry(
            MeetingId meeting,
            PersonId person,
            LetterKind kind,
            int round,
            String note,
            int attempts,
            Instant queuedAt) {

        /** Who cannot come, if the mail says that nobody is left to be called for them. */
        PersonId member() {
            return new PersonId(UUID.fromString(note));
        }
    }

    /** Puts a mail into the queue. Asked again, it changes nothing. */
    void add(MeetingId meeting, PersonId person, LetterKind kind, int round, String note, Instant now) {
        database.sql("""
                        insert into notification_mail
                            (meeting_id, person_id, kind, round, note, state, queued_at, next_attempt_at)
                        values (?, ?, ?, ?, ?, 'PENDING', ?, ?) on conflict do nothing
                        """)
                .params(meeting.value(), person.value(), kind.name(), round, note, utc(now), utc(now))
                .update();
    }

    /**
     * Puts a mail into the queue that nobody is left to be called in the place of a member. Asked again, it changes nothing.
     * The caller holds the meeting: mails are counted.
     *
     * @param member who cannot come
     * @param since when the seat became empty
     */
    void addUnfilled(MeetingId meeting, PersonId person, PersonId member, Instant since) {
        database.sql("""
                        insert into notification_mail
                            (meeting_id, person_id, kind, round, note, state, queued_at, next_attempt_at)
                        select :meeting, :person, 'UNFILLED', coalesce(max(round) + 1, 0), :member, 'PENDING', :since, :since
                        from notification_mail where meeting_id = :meeting and person_id = :person and kind = 'UNFILLED'
                        having count(*) filter (where note = :member and queued_at = :since) = 0
                        """)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .param("member", member.toString())
                .param("since", utc(since))
                .update();
    }

    /** Whether another mail of the kind, on the same seat, came into the queue later: that one tells how it is. */
    boolean isOvertaken(Entry mail) {
        return database.sql("""
                        select exists (select from notification_mail
                            where meeting_id = :meeting and person_id = :person and kind = :kind and round > :round
                                and (kind <> 'UNFILLED' or note = :note))
                        """)
                .param("meeting", mail.meeting().value())
                .param("person", mail.person().value())
                .param("kind", mail.kind().name())
                .param("round", mail.round())
                .param("note", mail.note())
                .query(Boolean.class)
                .single();
    }

    /** Takes mails that are due, oldest first. Until the moment given they are the caller's. */
    List<Entry> take(int atMost, Instant now, Instant until) {
        return database.sql("""
                        update notification_mail set state = 'SENDING', attempts = attempts + 1, taken_until = :until
                        where (meeting_id, person_id, kind, round) in (
                            select meeting_id, person_id, kind, round from notification_mail
                            where state = 'PENDING' and next_attempt_at <= :now
                            order by next_attempt_at limit :atMost for update skip locked)
                        returning meeting_id, person_id, kind, round, note, attempts, queued_at
                        """)
                .param("until", utc(until))
                .param("now", utc(now))
                .param("atMost", atMost)
                .query((row, number) -> entry(row))
                .list();
    }

    void sent(Entry mail, Instant now) {
        database.sql("""
                        update notification_mail set state = 'SENT', taken_until = null, sent_at = ?, failure = null
                        where meeting_id = ? and person_id = ? and kind = ? and round = ?
                        """)
                .params(
                        utc(now),
                        mail.meeting().value(),
                        mail.person().value(),
                        mail.kind().name(),
                        mail.round())
                .update();
    }

    void failed(Entry mail, String why) {
        database.sql("""
                        update notification_mail set state = 'FAILED', taken_until = null, failure = ?
                        where meeting_id = ? and person_id = ? and kind = ? and round = ? and state = 'SENDING'
                        """)
                .params(
                        why,
                        mail.meeting().value(),
                        mail.person().value(),
                        mail.kind().name(),
                        mail.round())
                .update();
    }

    void tryAgain(Entry mail, String why, Instant at) {
        database.sql("""
                        update notification_mail
                        set state = 'PENDING', taken_until = null, next_attempt_at = ?, failure = ?
                        where meeting_id = ? and person_id = ? and kind = ? and round = ? and state = 'SENDING'
                        """)
                .params(
                        utc(at),
                        why,
                        mail.meeting().value(),
                        mail.person().value(),
                        mail.kind().name(),
                        mail.round())
                .update();
    }

    void drop(Entry mail) {
        database.sql("""
                        update notification_mail set state = 'DROPPED', taken_until = null
                        where meeting_id = ? and person_id = ? and kind = ? and round = ? and state = 'SENDING'
                        """)
                .params(
                        mail.meeting().value(),
                        mail.person().value(),
                        mail.kind().name(),
                        mail.round())
                .update();
    }

    /** Invitations, and what was to follow them, are not sent any more unless they are under way. */
    void dropWaitingInvitations(MeetingId meeting) {
        database.sql("""
                        update notification_mail set state = 'DROPPED'
                        where meeting_id = ? and kind in ('INVITATION', 'SUPPLEMENT', 'RETURN') and state = 'PENDING'
                        """).param(meeting.value()).update();
    }

    /** The mail waits for something else than a mail server: that is no attempt. */
    void postpone(Entry mail, Instant until) {
        database.sql("""
                        update notification_mail
                        set state = 'PENDING', taken_until = null, next_attempt_at = ?, attempts = attempts - 1
                        where meeting_id = ? and person_id = ? and kind = ? and round = ? and state = 'SENDING'
                        """)
                .params(
                        utc(until),
                        mail.meeting().value(),
                        mail.person().value(),
                        mail.kind().name(),
                        mail.round())
                .update();
    }

    /**
     * An invitation that nobody has begun to send is not sent any more. Asked again, it says the same.
     *
     * @param round which of the person's invitations
     * @return whether it never left
     */
    boolean dropWaitingInvitation(MeetingId meeting, PersonId person, int round) {
        return database.sql("""
                                update notification_mail set state = 'DROPPED'
                                where meeting_id = ? and person_id = ? and kind = 'INVITATION' and round = ?
                                    and state in ('PENDING', 'DROPPED') and attempts = 0
                                """).params(meeting.value(), person.value(), round).update() > 0;
    }

    /** Everybody whose invitation was sent, failed, or may have been sent. */
    List<PersonId> toldOrFailed(MeetingId meeting) {
        return database.sql("""
                        select distinct person_id from notification_mail
                        where meeting_id = ? and kind = 'INVITATION' and (state <> 'DROPPED' or attempts > 0)
                        """)
                .param(meeting.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Mails whose sender is gone without saying what became of them. They are given up. */
    List<Entry> giveUpLost(String why, Instant now) {
        return database.sql("""
                        update notification_mail set state = 'FAILED', taken_until = null, failure = ?
                        where state = 'SENDING' and taken_until < ?
                        returning meeting_id, person_id, kind, round, note, attempts, queued_at
                        """)
                .params(why, utc(now))
                .query((row, number) -> entry(row))
                .list();
    }

    /** Sends a mail again from the start if it failed. */
    void restart(MeetingId meeting, PersonId person, LetterKind kind, Instant now) {
        database.sql("""
                        update notification_mail set state = 'PENDING', attempts = 0, next_attempt_at = ?
                        where meeting_id = ? and person_id = ? and kind = ? and state = 'FAILED'
                        """)
                .params(utc(now), meeting.value(), person.value(), kind.name())
                .update();
    }

    /** Who could not be told by mail. */
    List<PersonId> failed(MeetingId meeting, LetterKind kind) {
        return database.sql(
                        "select person_id from notification_mail where meeting_id = ? and kind = ? and state = 'FAILED'")
                .params(meeting.value(), kind.name())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    Optional<String> language(PersonId person) {
        return database.sql("select language from notification_language where person_id = ?")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    void keepLanguage(PersonId person, String language) {
        database.sql("""
                        insert into notification_language (person_id, language) values (?, ?)
                        on conflict (person_id) do update set language = excluded.language
                        """).params(person.value(), language).update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                LetterKind.valueOf(row.getString("kind")),
                row.getInt("round"),
                row.getString("note"),
                row.getInt("attempts"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
