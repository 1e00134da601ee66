package de.ratssaal.teller;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where tellers, ceremonies and their messages are kept. */
@Component
class TellerStore {

    private static final String CEREMONIES = """
            select c.*, s.organization_id, s.threshold, s.named_at
            from teller_ceremony c join teller_set s on s.id = c.set_id
            """;

    private final JdbcClient database;

    TellerStore(JdbcClient database) {
        this.database = database;
    }

    /** Naming and beginning are rare: one after the other, of all organizations. Ends with the transaction. */
    void hold() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('tellers', 4))")
                .query((row, number) -> number)
                .list();
    }

    Optional<TellerSet> current(OrganizationId organization) {
        return database.sql("select * from teller_set where organization_id = ? and replaced_at is null")
                .param(organization.value())
                .query((row, number) -> set(row, "id"))
                .optional();
    }

    boolean exists(TellerSetId set) {
        return database.sql("select exists (select 1 from teller_set where id = ?)")
                .param(set.value())
                .query(Boolean.class)
                .single();
    }

    void add(TellerSet set, String by) {
        database.sql("""
                        insert into teller_set (id, organization_id, size, threshold, named_by, named_at)
                        values (:id, :organization, :size, :threshold, :by, :at)
                        """)
                .param("id", set.id().value())
                .param("organization", set.organization().value())
                .param("size", set.size())
                .param("threshold", set.threshold())
                .param("by", by)
                .param("at", utc(set.namedAt()))
                .update();
        for (var seat : set.seats()) {
            database.sql("insert into teller_seat (set_id, index, person_id, name) values (?, ?, ?, ?)")
                    .params(set.id().value(), seat.index(), seat.person().value(), seat.name())
                    .update();
        }
    }

    void replace(TellerSetId set, Instant at) {
        database.sql("update teller_set set replaced_at = ? where id = ?")
                .params(utc(at), set.value())
                .update();
    }

    void add(Ceremony ceremony, String by) {
        database.sql("""
                        insert into teller_ceremony (id, set_id, group_name, begun_by, begun_at, state)
                        values (:id, :set, :group, :by, :at, :state)
                        """)
                .param("id", ceremony.id().value())
                .param("set", ceremony.set().id().value())
                .param("group", ceremony.group())
                .param("by", by)
                .param("at", utc(ceremony.begunAt()))
                .param("state", ceremony.state().name())
                .update();
    }

    void abort(CeremonyId ceremony, AbortReason reason, String by, Instant at) {
        database.sql("""
                        update teller_ceremony set state = 'ABORTED', reason = :reason, ended_by = :by, ended_at = :at
                        where id = :id
                        """)
                .param("reason", reason.text())
                .param("by", by)
                .param("at", utc(at))
                .param("id", ceremony.value())
                .update();
    }

    void finish(CeremonyId ceremony, String trustees, Instant at) {
        database.sql("update teller_ceremony set state = 'DONE', trustees = :trustees, ended_at = :at where id = :id")
                .param("trustees", trustees)
                .param("at", utc(at))
                .param("id", ceremony.value())
                .update();
    }

    void add(CeremonyId ceremony, int round, int index, String message) {
        database.sql("insert into teller_message (ceremony_id, round, index, message) values (?, ?, ?, ?)")
                .params(ceremony.value(), round, index, message)
                .update();
    }

    Optional<Ceremony> find(CeremonyId id) {
        return database.sql(CEREMONIES + "where c.id = ?")
                .param(id.value())
                .query((row, number) -> ceremony(row))
                .optional();
    }

    /** As {@link #find}, after waiting for others who change it; nobody does until the transaction ends. */
    Optional<Ceremony> take(CeremonyId id) {
        database.sql("select id from teller_ceremony where id = ? for update")
                .param(id.value())
                .query((row, number) -> number)
                .list();
        return find(id);
    }

    /** Of one set, the latest first. */
    List<Ceremony> ofSet(TellerSetId set) {
        return database.sql(CEREMONIES + "where c.set_id = ? order by c.begun_at desc, c.id")
                .param(set.value())
                .query((row, number) -> ceremony(row))
                .list();
    }

    /** The state of each ceremony of a set, the latest first. */
    List<CeremonyState> statesOf(TellerSetId set) {
        return database.sql("select state from teller_ceremony where set_id = ? order by begun_at desc, id")
                .param(set.value())
                .query((row, number) -> CeremonyState.valueOf(row.getString("state")))
                .list();
    }

    /** The one that runs with this teller, or the last one. */
    Optional<Ceremony> latestOf(PersonId person) {
        return database.sql(CEREMONIES + """
                        join teller_seat p on p.set_id = c.set_id
                        where p.person_id = ? order by c.state <> 'RUNNING', c.begun_at desc, c.id limit 1
                        """)
                .param(person.value())
                .query((row, number) -> ceremony(row))
                .optional();
    }

    /** A name of a teller of the set who takes part in another ceremony that runs. */
    Optional<String> takesPartElsewhere(TellerSetId set) {
        return database.sql("""
                        select mine.name from teller_seat mine
                        join teller_seat other on other.person_id = mine.person_id and other.set_id <> mine.set_id
                        join teller_ceremony c on c.set_id = other.set_id and c.state = 'RUNNING'
                        where mine.set_id = ? order by mine.index limit 1
                        """).param(set.value()).query(String.class).optional();
    }

    /** What tellers have to be told about being named, and about their key. @param since of when news still are some */
    List<DueTellerLetter> letters(Instant since) {
        return database.sql("""
                        select 'NAMED' as kind, s.id as about, s.organization_id, p.person_id
                        from teller_set s join teller_seat p on p.set_id = s.id
                        where s.replaced_at is null and s.named_at > :since and not exists (
                            select 1 from teller_ceremony c where c.set_id = s.id and c.state in ('RUNNING', 'DONE'))
                        union all
                        select 'KEY', c.id, s.organization_id, p.person_id
                        from teller_ceremony c join teller_set s on s.id = c.set_id join teller_seat p on p.set_id = s.id
                        where c.state = 'RUNNING' and not exists (
                            select 1 from teller_message m where m.ceremony_id = c.id and m.index = p.index)
                        union all
                        select 'REPLACED', s.id, s.organization_id, p.person_id
                        from teller_set s join teller_seat p on p.set_id = s.id
                        where s.replaced_at > :since and not exists (
                            select 1 from teller_set now join teller_seat again on again.set_id = now.id
                            where now.organization_id = s.organization_id and now.replaced_at is null
                            and again.person_id = p.person_id)
                        """)
                .param("since", utc(since))
                .query((row, number) -> new DueTellerLetter(
                        TellerLetterKind.valueOf(row.getString("kind")),
                        row.getObject("about", UUID.class),
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .list();
    }

    /** Whoever has a share of a key, also of one that is not the latest. */
    List<PersonId> whoHoldShares() {
        return database.sql("""
                        select distinct p.person_id from teller_seat p
                        join teller_ceremony c on c.set_id = p.set_id and c.state = 'DONE'
                        """)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Whose tellers the person is among now. */
    List<OrganizationId> organizationsOf(PersonId person) {
        return database.sql("""
                        select s.organization_id from teller_set s join teller_seat p on p.set_id = s.id
                        where p.person_id = ? and s.replaced_at is null order by s.named_at, s.id
                        """)
                .param(person.value())
                .query((row, number) -> new OrganizationId(row.getObject("organization_id", UUID.class)))
                .list();
    }

    /** Whether the person is, or was, a teller anywhere. */
    boolean isTeller(PersonId person) {
        return database.sql("select exists (select 1 from teller_seat where person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    private List<TellerSeat> seats(UUID set) {
        return database.sql("select index, person_id, name from teller_seat where set_id = ? order by index")
                .param(set)
                .query((row, number) -> new TellerSeat(
                        row.getInt("index"),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name")))
                .list();
    }

    private TellerSet set(ResultSet row, String key) throws SQLException {
        var id = row.getObject(key, UUID.class);
        return new TellerSet(
                new TellerSetId(id),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                seats(id),
                row.getInt("threshold"),
                row.getObject("named_at", OffsetDateTime.class).toInstant());
    }

    private Ceremony ceremony(ResultSet row) throws SQLException {
        var id = new CeremonyId(row.getObject("id", UUID.class));
        var set = set(row, "set_id");
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var reason = row.getString("reason");
        return new Ceremony(
                id,
                set,
                row.getString("group_name"),
                CeremonyState.valueOf(row.getString("state")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                reason == null ? null : new AbortReason(reason),
                row.getString("trustees"),
                rounds(id, set.size()));
    }

    private List<List<@Nullable String>> rounds(CeremonyId ceremony, int size) {
        var rounds = new ArrayList<List<@Nullable String>>();
        Ceremony.noMessages(size).forEach(it -> rounds.add(new ArrayList<>(it)));
        database.sql("select round, index, message from teller_message where ceremony_id = ?")
                .param(ceremony.value())
                .query((row, number) ->
                        rounds.get(row.getInt("round")).set(row.getInt("index") - 1, row.getString("message")))
                .list();
        return rounds;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
