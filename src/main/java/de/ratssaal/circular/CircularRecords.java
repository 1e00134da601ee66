package de.ratssaal.circular;

import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperId;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of circular resolutions. */
@Component
class CircularRecords {

    private static final String SUMMARY = """
            select r.*,
                (select count(*) from circular_answer a where a.circular_id = r.id) as answered,
                (select count(*) from circular_recusal x where x.circular_id = r.id) as now_recused,
                (select coalesce(sum(m.weight), 0) from circular_recusal x join circular_member m
                    on m.circular_id = x.circular_id and m.person_id = x.person_id
                    where x.circular_id = r.id) as now_recused_votes
            from circular_resolution r
            """;

    private final JdbcClient database;
    private final Councils councils;

    CircularRecords(JdbcClient database, Councils councils) {
        this.database = database;
        this.councils = councils;
    }

    /**
     * @param entitled members with the number of their votes
     * @return whether it was not there yet
     */
    boolean add(CircularSummary begun, Map<PersonId, Integer> entitled, String by) {
        var added = database.sql("""
                        insert into circular_resolution (id, organization_id, paper_id, title, wording, proposal,
                            fingerprint, reason, is_public, agreement_numerator, agreement_denominator, majority,
                            source_statute, source_section, members, seats, votes, of_votes, begun_by, began_at, ends_at, state)
                        values (:id, :organization, :paper, :title, :wording, :proposal, :fingerprint, :reason, :isPublic,
                            :numerator, :denominator, :majority, :statute, :section, :members, :seats,
                            :votes, :ofVotes, :by, :began, :ends,
                            'RUNNING')
                        on conflict (id) do nothing
                        """)
                .param("id", begun.id().value())
                .param("organization", begun.organization().value())
                .param("paper", begun.paper() == null ? null : begun.paper().value(), java.sql.Types.OTHER)
                .param("title", begun.title())
                .param("wording", begun.question().wording())
                .param("proposal", begun.question().proposal())
                .param("fingerprint", begun.question().fingerprint())
                .param("reason", begun.reason())
                .param("isPublic", begun.isPublic())
                .param("numerator", begun.agreement().numerator())
                .param("denominator", begun.agreement().denominator())
                .param("majority", begun.majority().name())
                .param("statute", begun.source().statute())
                .param("section", begun.source().section())
                .param("members", begun.members())
                .param("seats", begun.seats())
                .param("votes", begun.votes().entitled())
                .param("ofVotes", begun.votes().decideProcedure())
                .param("by", by)
                .param("began", utc(begun.beganAt()))
                .param("ends", utc(begun.endsAt()))
                .update();
        if (added == 0) {
            return false;
        }
        var members = List.copyOf(entitled.entrySet());
        database.sql("""
                        insert into circular_member (circular_id, person_id, weight)
                        select ?, m.person, m.weight from unnest(?::uuid[], ?::integer[]) as m (person, weight)
                        """)
                .params(
                        begun.id().value(),
                        members.stream().map(it -> it.getKey().value()).toArray(UUID[]::new),
                        members.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
        return true;
    }

    /** Waits until nobody answers, then holds it until the running transaction ends. */
    CircularSummary hold(CircularId id) {
        return held("select id from circular_resolution where id = ? for update", id);
    }

    /** Keeps it from ending until the running transaction ends; others may answer as well. */
    CircularSummary holdForAnswer(CircularId id) {
        return held("select id from circular_resolution where id = ? for share", id);
    }

    private CircularSummary held(String query, CircularId id) {
        database.sql(query).param(id.value()).query(UUID.class).optional();
        return find(id).orElseThrow(() -> nothing(id));
    }

    static NoSuchElementException nothing(CircularId id) {
        return new NoSuchElementException("circular resolution " + id);
    }

    Optional<CircularSummary> find(CircularId id) {
        return database.sql(SUMMARY + " where r.id = ?")
                .param(id.value())
                .query((row, number) -> summary(row))
                .optional();
    }

    /** Of these organizations, the latest first. */
    List<CircularSummary> of(Collection<OrganizationId> organizations, int most) {
        return organizations.isEmpty()
                ? List.of()
                : database.sql(SUMMARY + """
                                where r.organization_id = any(?)
                                order by r.state <> 'RUNNING', r.began_at desc, r.id limit ?
                                """)
                        .params(
                                organizations.stream()
                                        .map(OrganizationId::value)
                                        .toArray(UUID[]::new),
                                most)
                        .query((row, number) -> summary(row))
                        .list();
    }

    List<CircularSummary> of(PaperId paper) {
        return database.sql(SUMMARY + " where r.paper_id = ? order by r.began_at desc, r.id")
                .param(paper.value())
                .query((row, number) -> summary(row))
                .list();
    }

    List<CircularSummary> running() {
        return database.sql(SUMMARY + " where r.state = 'RUNNING' order by r.ends_at, r.id")
                .query((row, number) -> summary(row))
                .list();
    }

    List<CircularId> due(Instant now) {
        return database.sql("""
                        select id from circular_resolution where state = 'RUNNING' and ends_at <= ? order by ends_at, id
                        """)
                .param(utc(now))
                .query((row, number) -> new CircularId(row.getObject("id", UUID.class)))
                .list();
    }

    List<CircularId> decidedInPublic() {
        return database.sql("select id from circular_resolution where state = 'DECIDED' and is_public")
                .query((row, number) -> new CircularId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Who was entitled when it began. */
    Set<PersonId> members(CircularId id) {
        return persons("select person_id from circular_member where circular_id = ?", id);
    }

    /** How many votes each of them has. */
    Map<PersonId, Integer> weights(CircularId id) {
        return database
                .sql("select person_id, weight from circular_member where circular_id = ?")
                .param(id.value())
                .query((row, number) ->
                        Map.entry(new PersonId(row.getObject("person_id", UUID.class)), row.getInt("weight")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<PersonId> recused(CircularId id) {
        return persons("select person_id from circular_recusal where circular_id = ?", id);
    }

    /** Those of a person's that are not for them any more. */
    Set<CircularId> recusedFrom(PersonId person) {
        return new HashSet<>(database.sql("select circular_id from circular_recusal where person_id = ?")
                .param(person.value())
                .query((row, number) -> new CircularId(row.getObject("circular_id", UUID.class)))
                .list());
    }

    /** Running ones in which a person was entitled at the beginning, is not recused and has not answered. */
    Set<CircularId> unanswered(PersonId person) {
        return new HashSet<>(database.sql("""
                        select m.circular_id from circular_member m
                            join circular_resolution r on r.id = m.circular_id and r.state = 'RUNNING'
                        where m.person_id = :person
                            and not exists (select from circular_answer a
                                where a.circular_id = m.circular_id and a.person_id = m.person_id)
                            and not exists (select from circular_recusal x
                                where x.circular_id = m.circular_id and x.person_id = m.person_id)
                        """)
                .param("person", person.value())
                .query((row, number) -> new CircularId(row.getObject("circular_id", UUID.class)))
                .list());
    }

    private Set<PersonId> persons(String query, CircularId id) {
        return new HashSet<>(database.sql(query)
                .param(id.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    Map<PersonId, Answer> answers(CircularId id) {
        var answers = new HashMap<PersonId, Answer>();
        database.sql("select * from circular_answer where circular_id = ?")
                .param(id.value())
                .query((row, number) -> answers.put(new PersonId(row.getObject("person_id", UUID.class)), answer(row)))
                .list();
        return answers;
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getBoolean("agrees"),
                Choice.valueOf(row.getString("choice")),
                AnswerWay.valueOf(row.getString("way")),
                row.getString("note"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    /** @return whether it was stored; what a member answered themselves is not replaced by what others enter */
    boolean put(CircularId id, PersonId person, Answer answer, String by) {
        return database.sql("""
                        insert into circular_answer
                            (circular_id, person_id, agrees, choice, way, note, entered_by, answered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (circular_id, person_id) do update set agrees = excluded.agrees,
                            choice = excluded.choice, way = excluded.way, note = excluded.note,
                            entered_by = excluded.entered_by, answered_at = excluded.answered_at
                        where circular_answer.way <> 'DEVICE' or excluded.way = 'DEVICE'
                        """)
                        .params(
                                id.value(),
                                person.value(),
                                answer.agrees(),
                                answer.choice().name(),
                                answer.way().name(),
                                answer.note(),
                                by,
                                utc(answer.at()))
                        .update()
                == 1;
    }

    /** An answer that was there goes: what a recused member says may not count. */
    boolean recuse(CircularId id, PersonId person, String by, Instant at) {
        database.sql("delete from circular_answer where circular_id = ? and person_id = ?")
                .params(id.value(), person.value())
                .update();
        return database.sql("""
                        insert into circular_recusal (circular_id, person_id, entered_by, entered_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """).params(id.value(), person.value(), by, utc(at)).update() == 1;
    }

    boolean withdrawRecusal(CircularId id, PersonId person) {
        return database.sql("delete from circular_recusal where circular_id = ? and person_id = ?")
                        .params(id.value(), person.value())
                        .update()
                == 1;
    }

    void decide(CircularId id, CircularCount count, Instant at) {
        database.sql("""
                        update circular_resolution set state = 'DECIDED', ended_at = :at, recused = :recused,
                            recused_votes = votes - :entitledVotes, agreed = :agreed, objected = :objected, yes = :yes, no = :no, abstentions = :abstentions,
                            outcome = :outcome
                        where id = :id
                        """)
                .param("id", id.value())
                .param("at", utc(at))
                .param("recused", count.recused())
                .param("entitledVotes", count.votes().entitled())
                .param("agreed", count.agreed())
                .param("objected", count.objected())
                .param("yes", count.tally().yes())
                .param("no", count.tally().no())
                .param("abstentions", count.tally().abstentions())
                .param("outcome", count.outcome().name())
                .update();
    }

    /** All that were counted, the latest first. */
    List<CircularId> decided() {
        return database.sql("select id from circular_resolution where state = 'DECIDED' order by ended_at desc, id")
                .query((row, number) -> new CircularId(row.getObject("id", UUID.class)))
                .list();
    }

    void withdraw(CircularId id, String reason, Instant at) {
        database.sql("update circular_resolution set state = 'WITHDRAWN', ended_at = ?, withdrawn_for = ? where id = ?")
                .params(utc(at), reason, id.value())
                .update();
    }

    void tellIn(CircularId id, MeetingId meeting, AgendaItemId item) {
        database.sql("update circular_resolution set told_meeting_id = ?, told_item_id = ? where id = ?")
                .params(meeting.value(), item.value(), id.value())
                .update();
    }

    private CircularSummary summary(ResultSet row) throws SQLException {
        var organization = councils.organization(new OrganizationId(row.getObject("organization_id", UUID.class)));
        var paper = row.getObject("paper_id", UUID.class);
        var told = row.getObject("told_meeting_id", UUID.class);
        var agreement = new Fraction(row.getInt("agreement_numerator"), row.getInt("agreement_denominator"));
        var majority = Majority.valueOf(row.getString("majority"));
        var state = CircularState.valueOf(row.getString("state"));
        return new CircularSummary(
                new CircularId(row.getObject("id", UUID.class)),
                organization.id(),
                organization.name(),
                councils.body(organization.body()).zone(),
                paper == null ? null : new PaperId(paper),
                new PollQuestion(row.getString("title"), row.getString("wording"), row.getString("proposal"), false),
                row.getString("reason"),
                row.getBoolean("is_public"),
                agreement,
                majority,
                new LegalSource(row.getString("source_statute"), row.getString("source_section")),
                row.getInt("members"),
                row.getInt("seats"),
                row.getInt("now_recused"),
                row.getInt("answered"),
                votes(row, row.getInt("now_recused_votes")),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                state,
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("withdrawn_for"),
                state == CircularState.DECIDED ? count(row, agreement, majority) : null,
                told == null ? null : new MeetingId(told));
    }

    private static CircularVotes votes(ResultSet row, int recused) throws SQLException {
        var votes = row.getInt("votes");
        return new CircularVotes(
                row.getInt("members") - row.getInt("seats") + votes, votes - recused, row.getBoolean("of_votes"));
    }

    private static CircularCount count(ResultSet row, Fraction agreement, Majority majority) throws SQLException {
        var recused = row.getInt("recused");
        return new CircularCount(
                agreement,
                majority,
                row.getInt("members"),
                row.getInt("seats") - recused,
                recused,
                row.getInt("agreed"),
                row.getInt("objected"),
                new Tally(row.getInt("yes"), row.getInt("no"), row.getInt("abstentions")),
                votes(row, row.getInt("recused_votes")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
