package de.ratssaal.voting;

import de.ratssaal.attendance.VoteInHand;
import de.ratssaal.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Custody of open votes and of who may cast them; the database guards what matters. */
@Component
class BallotBox {

    /** Raised by the database when a vote comes before opening or after closing. */
    static final String NOT_OPEN = "RS001";

    /** Of a vote {@code v} also whether a clerk entered another choice before. */
    private static final String VOTES = """
            select v.person_id, v.choice, v.cast_at, v.receipt, v.entered_for, v.cast_by, e.weight,
                v.entered_for and exists (select 1 from voting_replaced_vote r
                    where r.poll_id = coalesce(p.recorded_from, v.poll_id)
                    and r.person_id = v.person_id and r.entered_for and r.choice <> v.choice) as corrected
            from voting_vote v join voting_entitled e on e.poll_id = v.poll_id and e.person_id = v.person_id
                join voting_poll p on p.id = v.poll_id
            where v.poll_id = ?""";

    private final JdbcClient database;

    BallotBox(JdbcClient database) {
        this.database = database;
    }

    /**
     * Stores open votes in one statement, in the order of persons, as whoever takes votes away does: nobody waits for
     * anybody who waits for them.
     *
     * @return for each whether it was stored; not if the person has voted already
     */
    List<Boolean> store(List<VoteCast> votes) {
        var stored = database.sql("""
                        insert into voting_vote (poll_id, person_id, choice, cast_at, receipt, entered_for, cast_by)
                        select poll, person, choice, cast_at, receipt, entered_for, cast_by
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::uuid[], ?::boolean[], ?::uuid[])
                            as sent (poll, person, choice, cast_at, receipt, entered_for, cast_by)
                        order by poll, person
                        on conflict (poll_id, person_id) do nothing
                        returning poll_id, person_id, receipt
                        """)
                .params(
                        column(votes, UUID[]::new, it -> it.poll().value()),
                        column(votes, UUID[]::new, it -> it.person().value()),
                        column(votes, String[]::new, it -> it.choice().name()),
                        column(votes, String[]::new, it -> it.at().toString()),
                        column(votes, UUID[]::new, VoteCast::receipt),
                        column(votes, Boolean[]::new, VoteCast::enteredFor),
                        column(
                                votes,
                                UUID[]::new,
                                it -> it.castBy() == null ? null : it.castBy().value()))
                .query((row, number) -> new Key(
                        new PollId(row.getObject("poll_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("receipt", UUID.class)))
                .set();
        // the same vote sent twice is stored once
        return votes.stream().map(it -> stored.remove(Key.of(it))).toList();
    }

    private static <T> T[] column(List<VoteCast> votes, IntFunction<T[]> array, Function<VoteCast, @Nullable T> value) {
        return votes.stream().map(value).toArray(array);
    }

    private record Key(PollId poll, PersonId person, UUID receipt) {

        static Key of(VoteCast vote) {
            return new Key(vote.poll(), vote.person(), vote.receipt());
        }
    }

    Optional<StoredVote> find(PollId poll, PersonId person) {
        return database.sql(VOTES + " and v.person_id = ?")
                .params(poll.value(), person.value())
                .query((row, number) -> new StoredVote(vote(row), row.getObject("receipt", UUID.class)))
                .optional();
    }

    /**
     * Another vote takes the place of one that was cast before; the database keeps what it was.
     *
     * @param enteredFor whether a clerk corrects what a clerk entered; otherwise its voter changes it
     */
    void correct(
            PollId poll, PersonId person, Choice choice, UUID receipt, UUID replaced, boolean enteredFor, Instant at) {
        var changed = database.sql("""
                        update voting_vote set choice = ?, receipt = ?, cast_at = ?, entered_for = ?
                        where poll_id = ? and person_id = ? and receipt = ?
                        """)
                .params(
                        choice.name(),
                        receipt,
                        at.atOffset(ZoneOffset.UTC),
                        enteredFor,
                        poll.value(),
                        person.value(),
                        replaced)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("%s of %s was no vote of %s".formatted(replaced, poll, person));
        }
    }

    /** Whether a vote sent under this receipt was stored, and changed since. */
    boolean wasReplaced(PollId poll, PersonId person, UUID receipt) {
        return database.sql("""
                        select exists (select 1 from voting_replaced_vote
                        where poll_id = ? and person_id = ? and receipt = ?)
                        """)
                .params(poll.value(), person.value(), receipt)
                .query(Boolean.class)
                .single();
    }

    /** A vote with the key under which its sender sent it. */
    record StoredVote(Vote vote, UUID receipt) {}

    /** What clerks entered for members in the room, with the key of each. */
    List<EnteredVote> entered(PollId poll) {
        return database.sql(
                        "select person_id, choice, receipt from voting_vote where poll_id = ? and entered_for order by person_id")
                .param(poll.value())
                .query((row, number) -> new EnteredVote(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Choice.valueOf(row.getString("choice")),
                        row.getObject("receipt", UUID.class)))
                .list();
    }

    List<Vote> votes(PollId poll) {
        return database.sql(VOTES + " order by v.cast_at, v.person_id")
                .param(poll.value())
                .query((row, number) -> vote(row))
                .list();
    }

    private static Vote vote(ResultSet row) throws SQLException {
        return new Vote(
                new PersonId(row.getObject("person_id", UUID.class)),
                Choice.valueOf(row.getString("choice")),
                row.getObject("cast_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("entered_for"),
                row.getBoolean("corrected"),
                row.getInt("weight"),
                person(row, "cast_by"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    /** The same voters and the same votes for another poll. */
    void copy(PollId from, PollId to) {
        database.sql("""
                        insert into voting_entitled (poll_id, person_id, seat, weight, cast_by, delegation)
                        select ?, person_id, seat, weight, cast_by, delegation from voting_entitled where poll_id = ?
                        """).params(to.value(), from.value()).update();
        database.sql("""
                        insert into voting_vote (poll_id, person_id, choice, cast_at, receipt, entered_for, cast_by)
                        select ?, person_id, choice, cast_at, receipt, entered_for, cast_by
                        from voting_vote where poll_id = ?
                        """).params(to.value(), from.value()).update();
    }

    Tally count(PollId poll) {
        return database.sql("""
                        select coalesce(sum(e.weight) filter (where v.choice = 'YES'), 0) as yes,
                            coalesce(sum(e.weight) filter (where v.choice = 'NO'), 0) as no,
                            coalesce(sum(e.weight) filter (where v.choice = 'ABSTENTION'), 0) as abstentions
                        from voting_vote v join voting_entitled e on e.poll_id = v.poll_id and e.person_id = v.person_id
                        where v.poll_id = ?
                        """)
                .param(poll.value())
                .query((row, number) -> new Tally(row.getInt("yes"), row.getInt("no"), row.getInt("abstentions")))
                .single();
    }

    /** From now until the transaction ends no vote of this poll is being stored. */
    void shut(PollId poll) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(poll.value().toString())
                .query((row, number) -> number)
                .list();
    }

    /** Who may vote, in the order of {@link #store}. */
    List<PersonId> entitled(PollId poll) {
        return database.sql("select person_id from voting_entitled where poll_id = ? order by person_id")
                .param(poll.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** In whose name votes can be cast, by whom, and how many; in the order of {@link #store}. */
    List<Voter> roll(PollId poll) {
        return database.sql(
                        "select person_id, cast_by, weight from voting_entitled where poll_id = ? order by person_id")
                .param(poll.value())
                .query((row, number) -> new Voter(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        person(row, "cast_by"),
                        row.getInt("weight")))
                .list();
    }

    /** Votes of all who may vote. */
    int strength(PollId poll) {
        return roll(poll).stream().mapToInt(Voter::weight).sum();
    }

    /** Whether raised hands can be counted: each of them is one vote, of who raises it. */
    boolean isByHands(PollId poll) {
        return roll(poll).stream().allMatch(Voter::isOneHand);
    }

    /** Who casts somebody's vote for them; nobody if they do themself, or may not vote. */
    Optional<PersonId> castsFor(PollId poll, PersonId voter) {
        return roll(poll).stream()
                .filter(it -> it.person().equals(voter))
                .findFirst()
                .map(Voter::castBy);
    }

    /** Whether somebody has voted, or another for them, or they for another. */
    boolean hasPart(PollId poll, PersonId person) {
        return database.sql("""
                        select exists (select 1 from voting_vote
                        where poll_id = :poll and (person_id = :person or caster = :person))
                        """)
                .param("poll", poll.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    boolean isEntitled(PollId poll, PersonId person) {
        return database.sql("select exists (select 1 from voting_entitled where poll_id = ? and person_id = ?)")
                .params(poll.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** Changes nothing if the seat has its voter already, who may have voted. */
    void entitle(PollId poll, VoteInHand vote) {
        var delegation = vote.delegation();
        database.sql("""
                        insert into voting_entitled (poll_id, person_id, seat, weight, cast_by, delegation)
                        values (:poll, :person, :seat, :weight, :castBy, :delegation) on conflict do nothing
                        """)
                .param("poll", poll.value())
                .param("person", vote.voter().value())
                .param("seat", vote.seat().value())
                .param("weight", vote.weight())
                .param("castBy", delegation == null ? null : vote.caster().value(), Types.OTHER)
                .param("delegation", delegation == null ? null : delegation.value(), Types.OTHER)
                .update();
    }

    /** Whether somebody else has voted for the seat that is this person's or that they stand in for. */
    boolean otherHasVotedFor(PollId poll, PersonId person, PersonId seat) {
        return database.sql("""
                        select exists (select 1 from voting_entitled e
                            join voting_vote v on v.poll_id = e.poll_id and v.person_id = e.person_id
                        where e.poll_id = ? and e.seat = ? and e.person_id <> ?)
                        """)
                .params(poll.value(), seat.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes the vote of somebody who has not voted. @return whether they had not */
    boolean disentitle(PollId poll, PersonId person) {
        // a vote that is being stored holds on to the row; after it the vote can be seen
        database.sql("select 1 from voting_entitled where poll_id = ? and person_id = ? for update")
                .params(poll.value(), person.value())
                .query((row, number) -> number)
                .list();
        database.sql("""
                        delete from voting_entitled e where poll_id = ? and person_id = ? and not exists (
                            select 1 from voting_vote v where v.poll_id = e.poll_id and v.person_id = e.person_id)
                        """).params(poll.value(), person.value()).update();
        return !isEntitled(poll, person);
    }
}
