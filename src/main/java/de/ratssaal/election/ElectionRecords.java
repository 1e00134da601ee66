package de.ratssaal.election;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.rules.ElectionRule;
import de.ratssaal.rules.SeatMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of elections. All elections of a meeting, or one of them, are read with one query for each table. */
@Component
class ElectionRecords {

    private final JdbcClient database;

    ElectionRecords(JdbcClient database) {
        this.database = database;
    }

    MeetingId meetingOf(ElectionId id) {
        return meetingOf("select meeting_id from election_election where id = ?", id.value());
    }

    ElectionId electionOf(RoundId id) {
        return new ElectionId(idOf("select election_id from election_round where id = ?", id.value()));
    }

    ElectionId electionOf(LotId id) {
        return new ElectionId(idOf("select election_id from election_lot where id = ?", id.value()));
    }

    private MeetingId meetingOf(String query, UUID id) {
        return new MeetingId(idOf(query, id));
    }

    private UUID idOf(String query, UUID id) {
        return database.sql(query)
                .param(id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("nothing of an election is called " + id));
    }

    /** Whether a round is under way in the meeting: on the item, or on any if none is named. */
    boolean isVoting(MeetingId meeting, @Nullable AgendaItemId item) {
        return database.sql("""
                        select exists (select 1 from election_round r join election_election e on e.id = r.election_id
                            where r.meeting_id = :meeting and r.state in ('OPEN', 'COUNTING')
                            and (cast(:item as uuid) is null or e.item_id = :item))
                        """)
                .param("meeting", meeting.value())
                .param("item", item == null ? null : item.value(), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** Whether a lot on an item is still to be drawn. */
    boolean isDrawing(AgendaItemId item) {
        return database.sql("select exists (select 1 from election_election where item_id = ? and state = 'LOT')")
                .param(item.value())
                .query(Boolean.class)
                .single();
    }

    void publish(ElectionId id, boolean isPublic) {
        database.sql("update election_election set is_public = ? where id = ?")
                .params(isPublic, id.value())
                .update();
    }

    /** In the order in which they were prepared. */
    List<ElectionSummary> of(MeetingId meeting, ElectionRule rule) {
        return of(new Which("e.meeting_id", "r.meeting_id", meeting.value()), rule);
    }

    /** Reads it alone. */
    ElectionSummary election(ElectionId id, ElectionRule rule) {
        return of(new Which("e.id", "r.election_id", id.value()), rule).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("election " + id));
    }

    /** Which elections are read: by a column of theirs, and by one of their rounds. */
    private record Which(String election, String round, UUID value) {}

    private List<ElectionSummary> of(Which which, ElectionRule rule) {
        var elections = database.sql("select * from election_election e where %s = ? order by prepared_at, id"
                        .formatted(which.election()))
                .param(which.value())
                .query((row, number) -> Head.of(row))
                .list();
        if (elections.isEmpty()) {
            return List.of();
        }
        var all = new Contents(
                grouped(
                        """
                        select c.* from election_candidate c join election_election e on e.id = c.election_id
                        where %s = ? order by c.position, c.id
                        """.formatted(which.election()),
                        which,
                        row -> new Candidate(
                                new CandidateId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                personOrNone(row, "person_id"),
                                row.getString("proposed_by"),
                                row.getBoolean("consented"),
                                List.of((String[]) row.getArray("members").getArray()),
                                row.getInt("strength"))),
                grouped("""
                        select r.*, (select count(*) from election_objection o where o.round_id = r.id) as objections
                        from election_round r where %s = ? order by r.number
                        """.formatted(which.round()), which, RoundRow::of),
                grouped("""
                        select c.*, r.election_id from election_count c join election_round r on r.id = c.round_id
                        where %s = ? order by c.attempt, c.entered_at, c.teller
                        """.formatted(which.round()), which, CountRow::of),
                grouped("""
                        select l.*, o.commitment, case when l.state = 'DRAWN' then o.secret end as secret
                        from election_lot l join election_election e on e.id = l.election_id
                            left join election_own_contribution o on o.lot_id = l.id and o.attempt = l.attempt
                        where %s = ? order by l.drawn_at nulls last, l.id
                        """.formatted(which.election()), which, LotRow::of),
                grouped("""
                        select c.*, l.election_id from election_contribution c join election_lot l on l.id = c.lot_id
                            join election_election e on e.id = l.election_id
                        where %s = ? order by c.attempt, c.person_id
                        """.formatted(which.election()), which, ContributionRow::of),
                grouped(
                        """
                        select d.* from election_elected d join election_election e on e.id = d.election_id
                        where %s = ? order by d.rank
                        """.formatted(which.election()),
                        which,
                        row -> new Elected(
                                new CandidateId(row.getObject("candidate_id", UUID.class)),
                                row.getInt("seats"),
                                row.getBoolean("by_lot"),
                                row.getString("answer") == null
                                        ? null
                                        : row.getString("answer").equals("ACCEPTED"))));
        return elections.stream().map(it -> it.with(all, rule)).toList();
    }

    private <T> Map<ElectionId, List<T>> grouped(String query, Which which, Read<T> read) {
        return database
                .sql(query)
                .param(which.value())
                .query((row, number) ->
                        Map.entry(new ElectionId(row.getObject("election_id", UUID.class)), read.from(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private interface Read<T> {

        T from(ResultSet row) throws SQLException;
    }

    private record Contents(
            Map<ElectionId, List<Candidate>> candidates,
            Map<ElectionId, List<RoundRow>> rounds,
            Map<ElectionId, List<CountRow>> counts,
            Map<ElectionId, List<LotRow>> lots,
            Map<ElectionId, List<ContributionRow>> contributions,
            Map<ElectionId, List<Elected>> elected) {}

    private record Head(
            ElectionId id,
            MeetingId meeting,
            AgendaItemId item,
            boolean isPublic,
            ElectionKind kind,
            String office,
            int seats,
            SeatMethod method,
            ElectionState state,
            List<PersonId> tellers,
            @Nullable String reason,
            @Nullable ElectionId repeats) {

        static Head of(ResultSet row) throws SQLException {
            var repeats = row.getObject("repeats", UUID.class);
            return new Head(
                    new ElectionId(row.getObject("id", UUID.class)),
                    new MeetingId(row.getObject("meeting_id", UUID.class)),
                    new AgendaItemId(row.getObject("item_id", UUID.class)),
                    row.getBoolean("is_public"),
                    ElectionKind.valueOf(row.getString("kind")),
                    row.getString("office"),
                    row.getInt("seats"),
                    SeatMethod.valueOf(row.getString("seat_method")),
                    ElectionState.valueOf(row.getString("state")),
                    ids(row, "tellers").stream().map(PersonId::new).toList(),
                    row.getString("reason"),
                    repeats == null ? null : new ElectionId(repeats));
        }

        ElectionSummary with(Contents all, ElectionRule rule) {
            var candidates = all.candidates().getOrDefault(id, List.of());
            var names = candidates.stream().collect(Collectors.toMap(Candidate::id, Candidate::name));
            var lots = all.lots().getOrDefault(id, List.of()).stream()
                    .map(it -> it.with(all.contributions().getOrDefault(id, List.of())))
                    .toList();
            var rounds = all.rounds().getOrDefault(id, List.of()).stream()
                    .map(it -> it.with(all.counts().getOrDefault(id, List.of()), this, rule, names))
                    .toList();
            var elected = all.elected().getOrDefault(id, List.of());
            return new ElectionSummary(
                    id,
                    meeting,
                    item,
                    isPublic,
                    kind,
                    office,
                    seats,
                    method,
                    state,
                    tellers,
                    reason,
                    repeats,
                    candidates,
                    rounds,
                    lots,
                    elected,
                    allocation(candidates, lots, elected));
        }

        private List<Sentence> allocation(List<Candidate> candidates, List<LotSummary> lots, List<Elected> elected) {
            return kind == ElectionKind.GROUPS && (!lots.isEmpty() || !elected.isEmpty())
                    ? SharedSeats.ofStrength(method, seats, candidates).explained()
                    : List.of();
        }
    }

    private record RoundRow(
            RoundId id,
            int number,
            RoundKind kind,
            RoundState state,
            RoundWay way,
            @Nullable Instant askedAt,
            int objections,
            boolean objected,
            int seats,
            int attempt,
            int entitled,
            int handedOut,
            List<CandidateId> candidates,
            @Nullable Instant openedAt,
            @Nullable Instant settledAt,
            @Nullable String cancelledFor) {

        static RoundRow of(ResultSet row) throws SQLException {
            return new RoundRow(
                    new RoundId(row.getObject("id", UUID.class)),
                    row.getInt("number"),
                    RoundKind.valueOf(row.getString("kind")),
                    RoundState.valueOf(row.getString("state")),
                    RoundWay.valueOf(row.getString("way")),
                    instant(row, "asked_at"),
                    row.getInt("objections"),
                    row.getBoolean("objected"),
                    row.getInt("seats"),
                    row.getInt("attempt"),
                    row.getInt("entitled"),
                    row.getInt("handed_out"),
                    candidateIds(row, "candidates"),
                    instant(row, "opened_at"),
                    instant(row, "settled_at"),
                    row.getString("cancelled_for"));
        }

        RoundSummary with(List<CountRow> all, Head election, ElectionRule rule, Map<CandidateId, String> names) {
            var counts = all.stream()
                    .filter(it -> it.round().equals(id) && it.attempt() == attempt)
                    .toList();
            var sheets =
                    counts.stream().map(it -> it.sheet(candidates)).distinct().toList();
            var sheet = state == RoundState.SETTLED && sheets.size() == 1 ? sheets.getFirst() : null;
            return new RoundSummary(
                    id,
                    number,
                    kind,
                    state,
                    way,
                    askedAt,
                    objections,
                    objected,
                    seats,
                    attempt,
                    entitled,
                    handedOut,
                    candidates,
                    counts.stream()
                            .flatMap(it -> Stream.ofNullable(it.teller()))
                            .toList(),
                    sheets.size() > 1,
                    sheet,
                    sheet == null ? List.of() : explained(sheet, election, rule, names),
                    openedAt,
                    settledAt,
                    cancelledFor);
        }

        private List<Sentence> explained(
                CountSheet sheet, Head election, ElectionRule rule, Map<CandidateId, String> names) {
            var said = election.kind() == ElectionKind.LISTS
                    ? SharedSeats.ofVotes(election.method(), seats, sheet, names)
                            .explained()
                    : outcome(kind, rule, seats, sheet, entitled, names).explained();
            return way == RoundWay.HANDS ? said.stream().map(Sentence::ofHands).toList() : said;
        }
    }

    static RoundOutcome outcome(
            RoundKind kind,
            ElectionRule rule,
            int seats,
            CountSheet sheet,
            int entitled,
            Map<CandidateId, String> names) {
        return kind == RoundKind.FIRST
                ? RoundOutcome.ofFirst(rule, seats, sheet, entitled, names)
                : RoundOutcome.ofRunOff(rule, seats, sheet, names);
    }

    private record CountRow(
            RoundId round,
            int attempt,
            @Nullable PersonId teller,
            int inUrn,
            int blank,
            int invalid,
            int no,
            List<Integer> votes) {

        static CountRow of(ResultSet row) throws SQLException {
            return new CountRow(
                    new RoundId(row.getObject("round_id", UUID.class)),
                    row.getInt("attempt"),
                    personOrNone(row, "teller"),
                    row.getInt("in_urn"),
                    row.getInt("blank"),
                    row.getInt("invalid"),
                    row.getInt("no"),
                    List.of((Integer[]) row.getArray("votes").getArray()));
        }

        CountSheet sheet(List<CandidateId> candidates) {
            var byCandidate = new LinkedHashMap<CandidateId, Integer>();
            for (var number = 0; number < candidates.size(); number++) {
                byCandidate.put(candidates.get(number), votes.get(number));
            }
            return new CountSheet(inUrn, blank, invalid, no, byCandidate);
        }
    }

    private record LotRow(
            LotId id,
            @Nullable RoundId round,
            LotSummary.Purpose purpose,
            List<CandidateId> among,
            int places,
            LotSummary.State state,
            int attempt,
            LotSummary.@Nullable Own own,
            List<CandidateId> drawn,
            @Nullable String witness,
            @Nullable Instant drawnAt) {

        static LotRow of(ResultSet row) throws SQLException {
            var round = row.getObject("round_id", UUID.class);
            return new LotRow(
                    new LotId(row.getObject("id", UUID.class)),
                    round == null ? null : new RoundId(round),
                    LotSummary.Purpose.valueOf(row.getString("purpose")),
                    candidateIds(row, "among"),
                    row.getInt("places"),
                    LotSummary.State.valueOf(row.getString("state")),
                    row.getInt("attempt"),
                    own(row),
                    candidateIds(row, "drawn"),
                    row.getString("witness"),
                    instant(row, "drawn_at"));
        }

        private static LotSummary.@Nullable Own own(ResultSet row) throws SQLException {
            var commitment = row.getString("commitment");
            return commitment == null ? null : new LotSummary.Own(commitment, row.getString("secret"));
        }

        LotSummary with(List<ContributionRow> all) {
            return new LotSummary(
                    id,
                    round,
                    purpose,
                    among,
                    places,
                    state,
                    attempt,
                    all.stream()
                            .filter(it -> it.lot().equals(id))
                            .map(ContributionRow::contribution)
                            .toList(),
                    own,
                    drawn,
                    witness,
                    drawnAt);
        }
    }

    private record ContributionRow(LotId lot, LotSummary.Contribution contribution) {

        static ContributionRow of(ResultSet row) throws SQLException {
            return new ContributionRow(
                    new LotId(row.getObject("lot_id", UUID.class)),
                    new LotSummary.Contribution(
                            row.getInt("attempt"),
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getString("commitment"),
                            row.getString("secret")));
        }
    }

    void add(ElectionSummary election, Instant now) {
        database.sql("""
                        insert into election_election (id, meeting_id, item_id, is_public, kind, office, seats, seat_method,
                            state, repeats, prepared_at)
                        values (:id, :meeting, :item, :isPublic, :kind, :office, :seats, :method, :state, :repeats, :now)
                        """)
                .param("id", election.id().value())
                .param("meeting", election.meeting().value())
                .param("item", election.item().value())
                .param("isPublic", election.isPublic())
                .param("kind", election.kind().name())
                .param("office", election.office())
                .param("seats", election.seats())
                .param("method", election.seatMethod().name())
                .param("state", election.state().name())
                .param(
                        "repeats",
                        election.repeats() == null ? null : election.repeats().value(),
                        Types.OTHER)
                .param("now", utc(now))
                .update();
        election.candidates().forEach(it -> add(election.id(), it));
    }

    /** Last in order. Named again by their identifier, they are changed. */
    void add(ElectionId election, Candidate candidate) {
        database.sql("""
                        insert into election_candidate (id, election_id, position, name, person_id, proposed_by, consented,
                            members, strength)
                        values (:id, :election,
                            (select coalesce(max(position), 0) + 1 from election_candidate where election_id = :election),
                            :name, :person, :by, :consented, :members, :strength)
                        on conflict (id) do update set consented = excluded.consented
                        """)
                .param("id", candidate.id().value())
                .param("election", election.value())
                .param("name", candidate.name())
                .param(
                        "person",
                        candidate.person() == null ? null : candidate.person().value(),
                        Types.OTHER)
                .param("by", candidate.proposedBy())
                .param("consented", candidate.consented())
                .param("members", candidate.members().toArray(String[]::new))
                .param("strength", candidate.strength())
                .update();
    }

    void remove(CandidateId candidate) {
        database.sql("delete from election_candidate where id = ?")
                .param(candidate.value())
                .update();
    }

    void tellers(ElectionId election, List<PersonId> tellers) {
        database.sql("update election_election set tellers = ? where id = ?")
                .params(tellers.stream().map(PersonId::value).toArray(UUID[]::new), election.value())
                .update();
    }

    void state(ElectionId election, ElectionState state, @Nullable String reason) {
        database.sql("update election_election set state = :state, reason = :reason where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", election.value())
                .update();
    }

    RoundId propose(ElectionSummary election, RoundKind kind, int seats, List<CandidateId> candidates) {
        var id = RoundId.next();
        database.sql("""
                        insert into election_round (id, election_id, meeting_id, number, kind, seats, candidates, state)
                        values (:id, :election, :meeting,
                            (select coalesce(max(number), 0) + 1 from election_round where election_id = :election),
                            :kind, :seats, :candidates, 'PROPOSED')
                        """)
                .param("id", id.value())
                .param("election", election.id().value())
                .param("meeting", election.meeting().value())
                .param("kind", kind.name())
                .param("seats", seats)
                .param("candidates", values(candidates))
                .update();
        return id;
    }

    void open(RoundId round, RoundWay way, int entitled, Instant now) {
        database.sql("update election_round set state = 'OPEN', way = ?, entitled = ?, opened_at = ? where id = ?")
                .params(way.name(), entitled, utc(now), round.value())
                .update();
    }

    void ask(RoundId round, Instant now) {
        database.sql("update election_round set asked_at = ? where id = ?")
                .params(utc(now), round.value())
                .update();
    }

    /** @return whether it was stored; not if they objected before */
    boolean object(RoundId round, PersonId member, boolean enteredFor, Instant now) {
        return database.sql("""
                        insert into election_objection (round_id, person_id, entered_for, said_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(round.value(), member.value(), enteredFor, utc(now))
                        .update()
                == 1;
    }

    void makeSecret(RoundId round) {
        database.sql("update election_round set objected = true where id = ?")
                .param(round.value())
                .update();
    }

    void hands(RoundId round, int raised, int entitled) {
        database.sql("update election_round set handed_out = ?, entitled = ? where id = ?")
                .params(raised, entitled, round.value())
                .update();
    }

    void closeUrn(RoundId round, int handedOut, int entitled) {
        database.sql("update election_round set state = 'COUNTING', handed_out = ?, entitled = ? where id = ?")
                .params(handedOut, entitled, round.value())
                .update();
    }

    void attempt(RoundId round, int attempt) {
        database.sql("update election_round set attempt = ? where id = ?")
                .params(attempt, round.value())
                .update();
    }

    void settle(RoundId round, Instant now) {
        database.sql("update election_round set state = 'SETTLED', settled_at = ? where id = ?")
                .params(utc(now), round.value())
                .update();
    }

    void cancel(RoundId round, String reason) {
        database.sql("update election_round set state = 'CANCELLED', cancelled_for = ? where id = ?")
                .params(reason, round.value())
                .update();
    }

    List<CountSheet> sheets(RoundSummary round) {
        return countsOf(round).stream().map(it -> it.sheet(round.candidates())).toList();
    }

    /** What a teller counted in this attempt. */
    List<CountSheet> sheetOf(RoundSummary round, PersonId teller) {
        return countsOf(round).stream()
                .filter(it -> teller.equals(it.teller()))
                .map(it -> it.sheet(round.candidates()))
                .toList();
    }

    private List<CountRow> countsOf(RoundSummary round) {
        return database.sql(
                        "select * from election_count where round_id = ? and attempt = ? order by entered_at, teller")
                .params(round.id().value(), round.attempt())
                .query((row, number) -> CountRow.of(row))
                .list();
    }

    void add(RoundSummary round, PersonId teller, CountSheet sheet, Instant now) {
        addCount(round, teller, sheet, now);
    }

    /** What tellers decrypted together: it is nobody's own count. */
    void addDecrypted(RoundSummary round, CountSheet sheet, Instant now) {
        addCount(round, null, sheet, now);
    }

    private void addCount(RoundSummary round, @Nullable PersonId teller, CountSheet sheet, Instant now) {
        database.sql("""
                        insert into election_count (round_id, attempt, teller, in_urn, blank, invalid, no, votes, entered_at)
                        values (:round, :attempt, :teller, :inUrn, :blank, :invalid, :no, :votes, :now)
                        """)
                .param("round", round.id().value())
                .param("attempt", round.attempt())
                .param("teller", teller == null ? null : teller.value(), Types.OTHER)
                .param("inUrn", sheet.inUrn())
                .param("blank", sheet.blank())
                .param("invalid", sheet.invalid())
                .param("no", sheet.no())
                .param("votes", round.candidates().stream().map(sheet::votesOf).toArray(Integer[]::new))
                .param("now", utc(now))
                .update();
    }

    void elect(ElectionId election, CandidateId candidate, @Nullable RoundId round, int seats, boolean byLot) {
        database.sql("""
                        insert into election_elected (election_id, candidate_id, round_id, seats, by_lot, rank)
                        values (:election, :candidate, :round, :seats, :byLot,
                            (select coalesce(max(rank), 0) + 1 from election_elected where election_id = :election))
                        on conflict (election_id, candidate_id) do update
                            set seats = election_elected.seats + excluded.seats, by_lot = excluded.by_lot
                        """)
                .param("election", election.value())
                .param("candidate", candidate.value())
                .param("round", round == null ? null : round.value(), Types.OTHER)
                .param("seats", seats)
                .param("byLot", byLot)
                .update();
    }

    void answer(ElectionId election, CandidateId candidate, boolean accepts) {
        database.sql("update election_elected set answer = ? where election_id = ? and candidate_id = ?")
                .params(accepts ? "ACCEPTED" : "DECLINED", election.value(), candidate.value())
                .update();
    }

    LotId begin(
            ElectionId election,
            @Nullable RoundId round,
            LotSummary.Purpose purpose,
            List<CandidateId> among,
            int places) {
        var id = LotId.next();
        database.sql("""
                        insert into election_lot (id, election_id, round_id, purpose, among, places, state)
                        values (:id, :election, :round, :purpose, :among, :places, 'COLLECTING')
                        """)
                .param("id", id.value())
                .param("election", election.value())
                .param("round", round == null ? null : round.value(), Types.OTHER)
                .param("purpose", purpose.name())
                .param("among", values(among))
                .param("places", places)
                .update();
        return id;
    }

    /** The application commits itself for an attempt; before any member can. */
    void commit(LotId lot, int attempt, Lot.Contribution own, Instant now) {
        database.sql("""
                        insert into election_own_contribution (lot_id, attempt, commitment, secret, committed_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(lot.value(), attempt, own.commitment(), own.secret(), utc(now))
                .update();
    }

    /** The lot with the application's secret, to be drawn. */
    LotSummary opened(LotSummary lot) {
        return lot.opened(database.sql(
                        "select commitment, secret from election_own_contribution where lot_id = ? and attempt = ?")
                .params(lot.id().value(), lot.attempt())
                .query(LotSummary.Own.class)
                .optional()
                .orElse(null));
    }

    /** @return whether it was stored; not if they have committed themselves before */
    boolean commit(LotSummary lot, PersonId member, String commitment, Instant now) {
        return database.sql("""
                        insert into election_contribution (lot_id, attempt, person_id, commitment, committed_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(lot.id().value(), lot.attempt(), member.value(), commitment, utc(now))
                        .update()
                == 1;
    }

    void openSecret(LotSummary lot, PersonId member, String secret) {
        database.sql("update election_contribution set secret = ? where lot_id = ? and attempt = ? and person_id = ?")
                .params(secret, lot.id().value(), lot.attempt(), member.value())
                .update();
    }

    void lot(LotId lot, LotSummary.State state, int attempt) {
        database.sql("update election_lot set state = ?, attempt = ? where id = ?")
                .params(state.name(), attempt, lot.value())
                .update();
    }

    void drawn(LotId lot, List<CandidateId> drawn, @Nullable String witness, Instant now) {
        database.sql("""
                        update election_lot set state = :state, drawn = :drawn, witness = :witness, drawn_at = :now
                        where id = :id
                        """)
                .param("state", (witness == null ? LotSummary.State.DRAWN : LotSummary.State.DRAWN_BY_HAND).name())
                .param("drawn", values(drawn))
                .param("witness", witness)
                .param("now", utc(now))
                .param("id", lot.value())
                .update();
    }

    private static UUID[] values(List<CandidateId> candidates) {
        return candidates.stream().map(CandidateId::value).toArray(UUID[]::new);
    }

    private static List<CandidateId> candidateIds(ResultSet row, String column) throws SQLException {
        return ids(row, column).stream().map(CandidateId::new).toList();
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((UUID[]) array.getArray());
    }

    private static @Nullable PersonId personOrNone(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
