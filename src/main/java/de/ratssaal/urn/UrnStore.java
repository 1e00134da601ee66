package de.ratssaal.urn;

import de.ratssaal.ballot.Archive;
import de.ratssaal.ballot.ArchiveEntry;
import de.ratssaal.ballot.EventChain;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.teller.CeremonyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Custody of secret votes by device. */
@Component
class UrnStore {

    /** Raised by the database when a ballot comes before the opening or after the end. */
    static final String NOT_OPEN = "RS031";

    /** All of a vote but its long texts. */
    private static final String SHORT = """
            select poll_id, kind, meeting_id, item_id, ceremony_id, uuid, state, attempt, collector, collector_key, threshold,
                encode(sha256(convert_to(trustees, 'UTF8')), 'hex') as tellers_file, created_at, ballots, head, height,
                opening_head, closing_head, result_head, counts, cancelled_for
            from urn_poll
            """;

    private final JdbcClient database;

    UrnStore(JdbcClient database) {
        this.database = database;
    }

    // --- how far it is -----------------------------------------------------------------------------------------------

    Optional<Urn> find(SecretPollId poll) {
        return database.sql(SHORT + "where poll_id = ?")
                .param(poll.value())
                .query((row, number) -> urn(row))
                .optional();
    }

    UrnState state(SecretPollId poll) {
        return database.sql("select state from urn_poll where poll_id = ?")
                .param(poll.value())
                .query(UrnState.class)
                .optional()
                .orElseThrow(() -> unknown(poll));
    }

    UrnFiles files(SecretPollId poll) {
        return database.sql("select election, trustees, credentials, tally from urn_poll where poll_id = ?")
                .param(poll.value())
                .query(UrnFiles.class)
                .optional()
                .orElseThrow(() -> unknown(poll));
    }

    private static NoSuchElementException unknown(SecretPollId poll) {
        return new NoSuchElementException("secret poll " + poll);
    }

    Urn urn(SecretPollId poll) {
        return find(poll).orElseThrow(() -> unknown(poll));
    }

    /** Reads it and keeps everybody else from changing it until the running transaction ends. Casting does not wait for it. */
    Urn hold(SecretPollId poll) {
        return database.sql(SHORT + "where poll_id = ? for no key update")
                .param(poll.value())
                .query((row, number) -> urn(row))
                .optional()
                .orElseThrow(() -> unknown(poll));
    }

    List<Urn> ofMeeting(MeetingId meeting) {
        return database.sql(SHORT + "where meeting_id = ? order by opened_at nulls last, poll_id")
                .param(meeting.value())
                .query((row, number) -> urn(row))
                .list();
    }

    List<Urn> in(UrnState... states) {
        return database.sql(SHORT + "where state = any(?) order by opened_at, poll_id")
                .param(java.util.Arrays.stream(states).map(Enum::name).toArray(String[]::new))
                .query((row, number) -> urn(row))
                .list();
    }

    /**
     * Begins with registrations, for the first time or after they were broken off.
     *
     * @param trustees public part of the tellers' key
     */
    void begin(Urn urn, String trustees) {
        database.sql("""
                        insert into urn_poll (poll_id, kind, meeting_id, item_id, ceremony_id, uuid, state, attempt, collector,
                            collector_key, threshold, trustees)
                        values (?, ?, ?, ?, ?, ?, 'REGISTERING', ?, ?, ?, ?, ?)
                        on conflict (poll_id) do update set ceremony_id = excluded.ceremony_id, uuid = excluded.uuid,
                            state = excluded.state, attempt = excluded.attempt, collector = excluded.collector,
                            collector_key = excluded.collector_key, threshold = excluded.threshold,
                            trustees = excluded.trustees, cancelled_for = null
                        """)
                .params(
                        urn.poll().value(),
                        urn.kind().name(),
                        urn.meeting().value(),
                        urn.item().value(),
                        urn.ceremony().value(),
                        urn.uuid(),
                        urn.attempt(),
                        urn.collector(),
                        urn.collectorKey(),
                        urn.threshold(),
                        trustees)
                .update();
    }

    /** @return whether registrations are collected here from now on; not if somebody else was quicker, or it goes on already */
    boolean takeOver(SecretPollId poll, int attempt, String collector, String collectorKey) {
        return database.sql("""
                        update urn_poll set attempt = attempt + 1, collector = ?, collector_key = ?
                        where poll_id = ? and attempt = ? and state = 'REGISTERING'
                        """)
                        .params(collector, collectorKey, poll.value(), attempt)
                        .update()
                == 1;
    }

    void open(Urn urn, String election, String credentials, List<PersonId> voters, EventChain chain, Instant at) {
        var head = Objects.requireNonNull(chain.head());
        database.sql("""
                        update urn_poll set state = 'OPEN', election = ?, credentials = ?, created_at = ?, opened_at = ?,
                            head = ?, height = ?, opening_head = ?
                        where poll_id = ?
                        """)
                .params(
                        election,
                        credentials,
                        out(Instant.ofEpochSecond(at.getEpochSecond())),
                        out(at),
                        head,
                        chain.height(),
                        head,
                        urn.poll().value())
                .update();
        database.sql("insert into urn_voter (poll_id, person_id) select ?, unnest(?::uuid[]) as person order by person")
                .params(
                        urn.poll().value(),
                        voters.stream().map(PersonId::value).sorted().toArray(UUID[]::new))
                .update();
    }

    void shut(SecretPollId poll, int ballots, String closingHead, String tally, Instant at) {
        database.sql("""
                        update urn_poll set state = 'DECRYPTING', ballots = ?, closing_head = ?, tally = ?, closed_at = ?
                        where poll_id = ?
                        """)
                .params(ballots, closingHead, tally, out(at), poll.value())
                .update();
    }

    void count(SecretPollId poll, List<Integer> counts, String resultHead) {
        database.sql("update urn_poll set state = 'CONFIRMING', counts = ?, result_head = ? where poll_id = ?")
                .params(counts.toArray(Integer[]::new), resultHead, poll.value())
                .update();
    }

    void moveTo(SecretPollId poll, UrnState state) {
        database.sql("update urn_poll set state = ? where poll_id = ?")
                .params(state.name(), poll.value())
                .update();
    }

    void cancel(SecretPollId poll, String reason) {
        database.sql("update urn_poll set state = 'CANCELLED', cancelled_for = ? where poll_id = ?")
                .params(reason, poll.value())
                .update();
    }

    private static Urn urn(ResultSet row) throws SQLException {
        var counts = row.getArray("counts");
        var created = row.getObject("created_at", OffsetDateTime.class);
        return new Urn(
                new SecretPollId(row.getObject("poll_id", UUID.class)),
                MatterKind.valueOf(row.getString("kind")),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                new CeremonyId(row.getObject("ceremony_id", UUID.class)),
                row.getString("uuid"),
                UrnState.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getString("collector"),
                row.getString("collector_key"),
                row.getInt("threshold"),
                row.getString("tellers_file"),
                created == null ? null : created.toInstant(),
                row.getObject("ballots", Integer.class),
                row.getString("head"),
                row.getInt("height"),
                row.getString("opening_head"),
                row.getString("closing_head"),
                row.getString("result_head"),
                counts == null ? List.of() : List.of((Integer[]) counts.getArray()),
                row.getString("cancelled_for"));
    }

    // --- voters ------------------------------------------------------------------------------------------------------

    void ready(SecretPollId poll, int attempt, PersonId person) {
        database.sql("insert into urn_ready (poll_id, attempt, person_id) values (?, ?, ?) on conflict do nothing")
                .params(poll.value(), attempt, person.value())
                .update();
    }

    boolean isReady(SecretPollId poll, int attempt, PersonId person) {
        return database.sql("select exists (select from urn_ready where poll_id = ? and attempt = ? and person_id = ?)")
                .params(poll.value(), attempt, person.value())
                .query(Boolean.class)
                .single();
    }

    Set<PersonId> whoIsReady(SecretPollId poll, int attempt) {
        return database.sql("select person_id from urn_ready where poll_id = ? and attempt = ?")
                .params(poll.value(), attempt)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    Set<PersonId> voters(SecretPollId poll) {
        return database.sql("select person_id from urn_voter where poll_id = ?")
                .param(poll.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
    }

    // --- ballots -----------------------------------------------------------------------------------------------------

    /** @return whether it was stored; not if one of the same credential was */
    boolean put(SecretPollId poll, String tracker, String credential, String content) {
        return database.sql("""
                        insert into urn_ballot (poll_id, tracker, credential, content) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(poll.value(), tracker, credential, content)
                        .update()
                == 1;
    }

    boolean holds(SecretPollId poll, String tracker) {
        return database.sql("select exists (select from urn_ballot where poll_id = ? and tracker = ?)")
                .params(poll.value(), tracker)
                .query(Boolean.class)
                .single();
    }

    int countBallots(SecretPollId poll) {
        return database.sql("select count(*) from urn_ballot where poll_id = ?")
                .param(poll.value())
                .query(Integer.class)
                .single();
    }

    /** Waits for ballots that are being stored; every later one waits until the running transaction ends. */
    void letNobodyIn(SecretPollId poll) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 4))")
                .param(poll.value().toString())
                .query((row, number) -> number)
                .list();
    }

    /** Ballots that are not in the record yet. The order says nothing. */
    List<String> waiting(SecretPollId poll) {
        return database.sql("select content from urn_ballot where poll_id = ? and not mixed")
                .param(poll.value())
                .query((row, number) -> row.getString("content"))
                .list();
    }

    List<String> ballots(SecretPollId poll) {
        return database.sql("select content from urn_ballot where poll_id = ?")
                .param(poll.value())
                .query((row, number) -> row.getString("content"))
                .list();
    }

    void mixed(SecretPollId poll, Collection<String> trackers) {
        database.sql("update urn_ballot set mixed = true where poll_id = ? and tracker = any(?)")
                .params(poll.value(), trackers.toArray(String[]::new))
                .update();
    }

    // --- record ------------------------------------------------------------------------------------------------------

    void append(SecretPollId poll, EventChain chain, List<ArchiveEntry> entries) {
        database.sql("""
                        insert into urn_entry (poll_id, position, name, content)
                        select ?, start.at + entry.number, entry.name, entry.content
                        from (select count(*) - 1 as at from urn_entry where poll_id = ?) as start,
                            unnest(?::text[], ?::text[]) with ordinality as entry (name, content, number)
                        """)
                .params(
                        poll.value(),
                        poll.value(),
                        entries.stream().map(ArchiveEntry::name).toArray(String[]::new),
                        entries.stream()
                                .map(it -> new String(it.content(), StandardCharsets.UTF_8))
                                .toArray(String[]::new))
                .update();
        database.sql("update urn_poll set head = ?, height = ? where poll_id = ?")
                .params(Objects.requireNonNull(chain.head()), chain.height(), poll.value())
                .update();
    }

    /** The published record as far as it goes. */
    byte[] archive(Urn urn) {
        var entries = database.sql("select name, content from urn_entry where poll_id = ? order by position")
                .param(urn.poll().value())
                .query((row, number) -> new ArchiveEntry(
                        row.getString("name"), row.getString("content").getBytes(StandardCharsets.UTF_8)))
                .list();
        var out = new ByteArrayOutputStream();
        try {
            new Archive(Objects.requireNonNull(urn.createdAt()), entries).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    // --- tellers -----------------------------------------------------------------------------------------------------

    /** What a teller contributed, as it was sent. */
    record Contribution(String partial, String strong) {}

    void decrypted(SecretPollId poll, int owner, Contribution sent, Instant at) {
        database.sql(
                        "insert into urn_decryption (poll_id, owner, partial, strong, decrypted_at) values (?, ?, ?, ?, ?)")
                .params(poll.value(), owner, sent.partial(), sent.strong(), out(at))
                .update();
    }

    /** Numbers of the tellers who have decrypted. */
    Set<Integer> whoDecrypted(SecretPollId poll) {
        return Set.copyOf(database.sql("select owner from urn_decryption where poll_id = ?")
                .param(poll.value())
                .query(Integer.class)
                .list());
    }

    SortedMap<Integer, Contribution> contributions(SecretPollId poll) {
        var all = new TreeMap<Integer, Contribution>();
        database.sql("select owner, partial, strong from urn_decryption where poll_id = ?")
                .param(poll.value())
                .query(row -> {
                    all.put(row.getInt("owner"), new Contribution(row.getString("partial"), row.getString("strong")));
                });
        return all;
    }

    void confirmed(SecretPollId poll, int owner, boolean accepted, Instant at) {
        database.sql("insert into urn_confirmation (poll_id, owner, accepted, confirmed_at) values (?, ?, ?, ?)")
                .params(poll.value(), owner, accepted, out(at))
                .update();
    }

    /** Whether each teller whose browser has verified the record accepted it. */
    SortedMap<Integer, Boolean> confirmations(SecretPollId poll) {
        var all = new TreeMap<Integer, Boolean>();
        database.sql("select owner, accepted from urn_confirmation where poll_id = ?")
                .param(poll.value())
                .query(row -> {
                    all.put(row.getInt("owner"), row.getBoolean("accepted"));
                });
        return all;
    }

    private static OffsetDateTime out(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
