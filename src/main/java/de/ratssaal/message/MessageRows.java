package de.ratssaal.message;

import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of messages. */
@Component
class MessageRows {

    private static final String MESSAGES = """
            select id, from_person, to_person, account_id, writer, subject, words, written_at, read_at from message_message
            where meeting_id = :meeting and\s""";

    private static final String IN_ORDER = " order by written_at, id";

    private final JdbcClient database;

    MessageRows(JdbcClient database) {
        this.database = database;
    }

    /** @return whether it is new */
    boolean add(MessageId id, MeetingId meeting, Draft draft, Instant now, Instant eraseAfter) {
        return database.sql("""
                        insert into message_message (id, meeting_id, from_person, to_person, account_id, writer, subject, words,
                            written_at, erase_after)
                        values (:id, :meeting, :from::uuid, :to::uuid, :account, :writer, :subject, :words, :now, :erase)
                        on conflict (id) do nothing
                        """)
                        .param("id", id.value())
                        .param("meeting", meeting.value())
                        .param("from", text(draft.from()))
                        .param("to", text(draft.to()))
                        .param("account", draft.account().value())
                        .param("writer", draft.writer())
                        .param("subject", draft.subject().name())
                        .param("words", draft.words())
                        .param("now", utc(now))
                        .param("erase", utc(eraseAfter))
                        .update()
                == 1;
    }

    /** A message before it is sent. */
    record Draft(
            @Nullable PersonId from,
            @Nullable PersonId to,
            AccountId account,
            String writer,
            MessageSubject subject,
            String words) {}

    /** Of the desk with everybody, and within it. */
    List<Message> ofDesk(MeetingId meeting) {
        return database.sql(MESSAGES + "(from_person is null or to_person is null)" + IN_ORDER)
                .param("meeting", meeting.value())
                .query((row, number) -> message(row))
                .list();
    }

    /** Those a member wrote or received. */
    List<Message> ofMember(MeetingId meeting, PersonId person) {
        return database.sql(MESSAGES + "(from_person = :person or to_person = :person)" + IN_ORDER)
                .param("meeting", meeting.value())
                .param("person", person.value())
                .query((row, number) -> message(row))
                .list();
    }

    Optional<Message> find(MeetingId meeting, MessageId id) {
        return database.sql(MESSAGES + "id = :id")
                .param("meeting", meeting.value())
                .param("id", id.value())
                .query((row, number) -> message(row))
                .optional();
    }

    /** How many of a member the desk has not read yet. */
    int countUnread(MeetingId meeting, PersonId from, @Nullable PersonId to) {
        return database.sql("""
                        select count(*) from message_message where meeting_id = :meeting and from_person = :from
                            and to_person is not distinct from :to::uuid and read_at is null
                        """)
                .param("meeting", meeting.value())
                .param("from", from.value())
                .param("to", text(to))
                .query(Integer.class)
                .single();
    }

    /** @return whether it was not read before */
    boolean read(MessageId id, Instant now) {
        return database.sql("""
                        update message_message set read_at = greatest(written_at, :now) where id = :id and read_at is null
                        """).param("id", id.value()).param("now", utc(now)).update() == 1;
    }

    /** How often something happened in what the desk, or each member, can read. */
    MessageTurns turns(MeetingId meeting) {
        var ofMembers = new HashMap<PersonId, Integer>();
        var ofDesk = new AtomicInteger();
        database.sql("""
                        select person, count(*) + count(read_at) as turns from (
                            select from_person as person, read_at from message_message
                            where meeting_id = :meeting and from_person is not null
                            union all
                            select to_person, read_at from message_message
                            where meeting_id = :meeting and to_person is not null
                            union all
                            select null, read_at from message_message
                            where meeting_id = :meeting and (from_person is null or to_person is null)) as concerned
                        group by person
                        """).param("meeting", meeting.value()).query(row -> {
            var member = row.getObject("person", UUID.class);
            if (member == null) {
                ofDesk.set(row.getInt("turns"));
            } else {
                ofMembers.put(new PersonId(member), row.getInt("turns"));
            }
        });
        return new MessageTurns(ofDesk.get(), ofMembers);
    }

    /** Erases what was kept long enough, and says how many of which meeting. */
    Map<MeetingId, Integer> erase(Instant now) {
        var erased = new HashMap<MeetingId, Integer>();
        database.sql("delete from message_message where erase_after <= ? returning meeting_id")
                .param(utc(now))
                .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                .list()
                .forEach(it -> erased.merge(it, 1, Integer::sum));
        return erased;
    }

    private static Message message(ResultSet row) throws SQLException {
        var readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Message(
                new MessageId(row.getObject("id", UUID.class)),
                person(row.getObject("from_person", UUID.class)),
                person(row.getObject("to_person", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("writer"),
                MessageSubject.valueOf(row.getString("subject")),
                row.getString("words"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable String text(@Nullable PersonId person) {
        return person == null ? null : person.toString();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
