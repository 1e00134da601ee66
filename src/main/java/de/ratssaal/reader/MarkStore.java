package de.ratssaal.reader;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the reader. Whoever changes something of an account holds its row until the transaction is over. */
@Component
class MarkStore {

    private final JdbcClient database;

    MarkStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A mark as it is kept.
     *
     * @param group with which it is shared
     * @param sharedVersion version in which sharing was begun or ended last
     */
    record Row(
            Mark mark,
            AccountId account,
            @Nullable PersonId person,
            @Nullable OrganizationId group,
            long sharedVersion,
            long sequence) {}

    void hold(AccountId account) {
        database.sql("insert into reader_account (account_id) values (?) on conflict do nothing")
                .param(account.value())
                .update();
        database.sql("select sequence from reader_account where account_id = ? for update")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    /** @return whether the operation is new */
    boolean begin(AccountId account, UUID operation, Instant now) {
        return database.sql("""
                        insert into reader_operation (account_id, id, outcome, at) values (?, ?, 'DONE', ?)
                        on conflict do nothing
                        """)
                        .params(account.value(), operation, Timestamp.from(now))
                        .update()
                == 1;
    }

    void refuse(AccountId account, UUID operation) {
        database.sql("update reader_operation set outcome = 'REFUSED' where account_id = ? and id = ?")
                .params(account.value(), operation)
                .update();
    }

    /** Does something within the transaction. If it is refused nothing of it is left, and the transaction goes on. */
    void orNothing(Runnable work) {
        database.sql("savepoint reader_operation").update();
        try {
            work.run();
        } catch (Refusal | DataIntegrityViolationException e) {
            database.sql("rollback to savepoint reader_operation").update();
            throw e;
        }
        database.sql("release savepoint reader_operation").update();
    }

    long count(AccountId account) {
        return database.sql("select count(*) from reader_mark where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    private long next(AccountId account) {
        return database.sql("update reader_account set sequence = sequence + 1 where account_id = ? returning sequence")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    /** @return whether it was put there now */
    boolean put(AccountId account, @Nullable PersonId person, MeetingId meeting, Operation.Put it, Instant now) {
        if (owner(it.mark()).isPresent()) {
            return false;
        }
        return database.sql("""
                        insert into reader_mark (id, account_id, person_id, meeting_id, document_id, fingerprint, page, kind,
                            colour, places, quote, sequence, made_at, changed_at)
                        values (:id, :account, :person::uuid, :meeting, :document, :fingerprint, :page, :kind,
                            :colour::text, :places, :quote, :sequence, :now, :now)
                        on conflict (id) do nothing
                        """)
                        .param("id", it.mark())
                        .param("account", account.value())
                        .param("person", person == null ? null : person.toString())
                        .param("meeting", meeting.value())
                        .param("document", it.document())
                        .param("fingerprint", it.fingerprint())
                        .param("page", it.page())
                        .param("kind", it.kind().name())
                        .param(
                                "colour",
                                it.colour() == null ? null : it.colour().name())
                        .param(
                                "places",
                                it.places().stream().flatMap(List::stream).toArray(Double[]::new))
                        .param("quote", it.quote())
                        .param("sequence", next(account))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<AccountId> owner(UUID mark) {
        return database.sql("select account_id from reader_mark where id = ?")
                .param(mark)
                .query((row, number) -> new AccountId(row.getObject("account_id", UUID.class)))
                .optional();
    }

    void paint(Row row, MarkColour colour, Instant now) {
        change(row, now);
        database.sql("update reader_mark set colour = ? where id = ?")
                .params(colour.name(), row.mark().id())
                .update();
    }

    /** Every change counts: other devices ask for what has a higher number than they know. */
    void change(Row row, Instant now) {
        database.sql("update reader_mark set version = version + 1, sequence = ?, changed_at = ? where id = ?")
                .params(next(row.account()), Timestamp.from(now), row.mark().id())
                .update();
    }

    void write(Row row, UUID id, String text, Instant now) {
        database.sql("update reader_mark set deleted = false where id = ? and deleted")
                .param(row.mark().id())
                .update();
        database.sql("insert into reader_text (id, mark_id, text, written_at) values (?, ?, ?, ?)")
                .params(id, row.mark().id(), text, Timestamp.from(now))
                .update();
    }

    boolean isText(UUID id) {
        return database.sql("select exists (select from reader_text where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void take(Row row, List<UUID> texts) {
        database.sql("delete from reader_text where mark_id = ? and id = any(?)")
                .params(row.mark().id(), texts.toArray(UUID[]::new))
                .update();
    }

    /** Leaves only a trace, unless there is a text left. */
    void delete(Row row) {
        database.sql("""
                        update reader_mark set deleted = true, group_id = null, quote = ''
                        where id = :id and not exists (select from reader_text where mark_id = :id)
                        """).param("id", row.mark().id()).update();
    }

    void share(Row row, @Nullable OrganizationId group) {
        database.sql("update reader_mark set group_id = :group::uuid, shared_version = version where id = :id")
                .param("group", group == null ? null : group.toString())
                .param("id", row.mark().id())
                .update();
    }

    void setRead(AccountId account, Operation.Read it, Instant now) {
        if (it.read()) {
            database.sql("""
                            insert into reader_read (account_id, document_id, fingerprint, read_at) values (?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(account.value(), it.document(), it.fingerprint(), Timestamp.from(now))
                    .update();
        } else {
            database.sql("delete from reader_read where account_id = ? and document_id = ? and fingerprint = ?")
                    .params(account.value(), it.document(), it.fingerprint())
                    .update();
        }
    }

    void setPlace(AccountId account, Operation.Reach it, Instant now) {
        database.sql("""
                        insert into reader_place (account_id, document_id, page, at) values (?, ?, ?, ?)
                        on conflict (account_id, document_id) do update set page = excluded.page, at = excluded.at
                        """)
                .params(account.value(), it.document(), it.page(), Timestamp.from(now))
                .update();
    }

    /** Versions that were read, as document and fingerprint with a slash between. */
    List<String> read(AccountId account, Collection<UUID> documents) {
        return database.sql("""
                        select document_id || '/' || fingerprint as version from reader_read
                        where account_id = ? and document_id = any(?) order by 1
                        """)
                .params(account.value(), documents.toArray(UUID[]::new))
                .query((row, number) -> row.getString("version"))
                .list();
    }

    List<Marks.Place> places(AccountId account, Collection<UUID> documents) {
        return database.sql("""
                        select document_id, page, at from reader_place
                        where account_id = ? and document_id = any(?) order by at desc
                        """)
                .params(account.value(), documents.toArray(UUID[]::new))
                .query((row, number) -> new Marks.Place(
                        row.getObject("document_id", UUID.class),
                        row.getInt("page"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    long sequence(AccountId account) {
        return database.sql("select sequence from reader_account where account_id = ?")
                .param(account.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Optional<Row> find(AccountId account, UUID mark) {
        return with(database.sql("select * from reader_mark where id = ? and account_id = ?")
                        .params(mark, account.value())
                        .query((row, number) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Those on the documents, and those made for the meeting. */
    List<Row> own(AccountId account, MeetingId meeting, Collection<UUID> documents, long since) {
        return with(database.sql("""
                        select * from reader_mark
                        where account_id = :account and (document_id = any(:documents) or meeting_id = :meeting)
                            and sequence > :since
                        order by sequence
                        """)
                .param("account", account.value())
                .param("documents", documents.toArray(UUID[]::new))
                .param("meeting", meeting.value())
                .param("since", since)
                .query((row, number) -> row(row))
                .list());
    }

    List<Row> onDocument(AccountId account, UUID document) {
        return with(
                database.sql("select * from reader_mark where account_id = ? and document_id = ? order by made_at, id")
                        .params(account.value(), document)
                        .query((row, number) -> row(row))
                        .list());
    }

    List<Row> shared(OrganizationId group, AccountId butNotOf, Collection<UUID> documents) {
        return with(database.sql("""
                        select * from reader_mark
                        where group_id = :group and document_id = any(:documents) and account_id <> :account
                        order by made_at, id
                        """)
                .param("group", group.value())
                .param("documents", documents.toArray(UUID[]::new))
                .param("account", butNotOf.value())
                .query((row, number) -> row(row))
                .list());
    }

    /** The rows with their texts. */
    private List<Row> with(List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<UUID, List<MarkText>> texts = new HashMap<>();
        database.sql(
                        "select id, mark_id, text, written_at from reader_text where mark_id = any(?) order by written_at, id")
                .param(rows.stream().map(it -> it.mark().id()).toArray(UUID[]::new))
                .query(row -> {
                    texts.computeIfAbsent(row.getObject("mark_id", UUID.class), it -> new ArrayList<>())
                            .add(new MarkText(
                                    row.getObject("id", UUID.class),
                                    row.getString("text"),
                                    row.getTimestamp("written_at").toInstant()));
                });
        return rows.stream()
                .map(it -> new Row(
                        with(it.mark(), texts.getOrDefault(it.mark().id(), List.of())),
                        it.account(),
                        it.person(),
                        it.group(),
                        it.sharedVersion(),
                        it.sequence()))
                .toList();
    }

    private static Mark with(Mark mark, List<MarkText> texts) {
        return new Mark(
                mark.id(),
                mark.document(),
                mark.fingerprint(),
                mark.page(),
                mark.kind(),
                mark.colour(),
                mark.places(),
                mark.quote(),
                texts,
                mark.shared(),
                mark.version(),
                mark.mine(),
                mark.author(),
                mark.deleted());
    }

    private static Row row(ResultSet row) throws SQLException {
        var colour = row.getString("colour");
        var person = row.getObject("person_id", UUID.class);
        var group = row.getObject("group_id", UUID.class);
        var numbers = (Double[]) row.getArray("places").getArray();
        var places = new ArrayList<List<Double>>();
        for (var at = 0; at < numbers.length; at += 4) {
            places.add(Arrays.asList(numbers).subList(at, at + 4));
        }
        return new Row(
                new Mark(
                        row.getObject("id", UUID.class),
                        row.getObject("document_id", UUID.class),
                        row.getString("fingerprint"),
                        row.getInt("page"),
                        MarkKind.valueOf(row.getString("kind")),
                        colour == null ? null : MarkColour.valueOf(colour),
                        places,
                        row.getString("quote"),
                        List.of(),
                        group != null,
                        row.getLong("version"),
                        true,
                        "",
                        row.getBoolean("deleted")),
                new AccountId(row.getObject("account_id", UUID.class)),
                person == null ? null : new PersonId(person),
                group == null ? null : new OrganizationId(group),
                row.getLong("shared_version"),
                row.getLong("sequence"));
    }
}
