package de.ratssaal.urn;

import static de.ratssaal.urn.TestVote.ABSTENTION;
import static de.ratssaal.urn.TestVote.NO;
import static de.ratssaal.urn.TestVote.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who sees everything that the application leaves behind, in its database and its logs, looks for whose ballot is whose. */
@IntegrationTest
@Import(MovableClock.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Whoever owns the whole database cannot tell whose ballot is whose")
class SecrecyTest {

    /** Where ballots and credentials stand, and nobody beside them. */
    private static final Set<String> OF_BALLOTS = Set.of("urn_ballot", "urn_entry", "urn_poll");

    /** In which members vote where it matters: neither that of the council nor of anything else. */
    private static final List<Integer> ORDER = List.of(5, 2, 7, 0, 3, 6, 1, 4);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource source;

    @Autowired
    MeterRegistry metrics;

    private TestVote vote;
    private final List<String> trackers = new ArrayList<>();

    private void voted() {
        vote = new TestVote(8, 8, context).opened(8);
        for (var it = 0; it < 8; it++) {
            trackers.add(vote.vote(it, it % 3 == 0 ? YES : it % 3 == 1 ? NO : ABSTENTION));
        }
    }

    private List<String> tables() {
        return database.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """)
                .query((row, number) -> row.getString("table_name"))
                .list();
    }

    @Test
    @DisplayName("because the urn has no column of a person, a time or a number")
    void columns() {
        var columns =
                database.sql("""
                        select column_name || ' ' || data_type as said from information_schema.columns
                        where table_name = 'urn_ballot' order by column_name
                        """).query((row, number) -> row.getString("said")).list();

        assertThat(columns)
                .containsExactly("content text", "credential text", "mixed boolean", "poll_id uuid", "tracker text");
    }

    @Test
    @DisplayName("because no row of any other table holds a credential, a tracker or a ballot")
    void noOtherTable() {
        voted();
        settled(vote);
        keptApart(vote, 8);
    }

    @Test
    @DisplayName(
            "nor who elected whom: no row of an election holds anything of a single ballot, and no ballot is in a row with a person")
    void rounds() {
        var round = TestRound.first(5, 1, 3, context).opened(5);
        var order = List.of(3, 0, 4, 1, 2);
        var before = nextTransaction();
        order.forEach(it -> trackers.add(round.vote(it, round.marks(1 + it % 3))));
        nobodyIsWrittenSince(before, round, 5);
        settled(round);

        keptApart(round, 5);
    }

    private static void settled(TestUrn urn) {
        urn.end();
        urn.decrypt(1);
        urn.decrypt(2);
        urn.confirm(1, true);
        urn.confirm(2, true);
        await().untilAsserted(() -> assertThat(urn.urn().state()).isEqualTo(UrnState.SETTLED));
    }

    private void keptApart(TestUrn vote, int voters) {
        for (var table : tables()) {
            if (OF_BALLOTS.contains(table)) {
                continue;
            }
            for (var it = 0; it < voters; it++) {
                var found = database.sql("select count(*) from " + table
                                + " as r where strpos(r::text, ?) > 0 or strpos(r::text, ?) > 0")
                        .params(vote.credential(vote.meeting.member(it)), trackers.get(it))
                        .query(Integer.class)
                        .single();
                assertThat(found).as(table).isZero();
            }
        }
        for (var table : OF_BALLOTS) {
            for (var it = 0; it < voters; it++) {
                var named = database.sql("select count(*) from " + table + " as r where strpos(r::text, ?) > 0")
                        .param(vote.meeting.member(it).toString())
                        .query(Integer.class)
                        .single();
                assertThat(named).as(table).isZero();
            }
        }
    }

    @Test
    @DisplayName("because no transaction that wrote a ballot wrote anything else")
    void transactions() {
        voted();
        var ofBallots = database.sql("select xmin::text as tx from urn_ballot where poll_id = ? and not mixed")
                .param(vote.poll.value())
                .query((row, number) -> row.getString("tx"))
                .list();

        assertThat(ofBallots).doesNotHaveDuplicates().isNotEmpty();
        for (var table : tables()) {
            if (table.equals("urn_ballot")) {
                continue;
            }
            var shared = database.sql("select count(*) from " + table + " where xmin::text = any(?)")
                    .param(ofBallots.toArray(String[]::new))
                    .query(Integer.class)
                    .single();
            assertThat(shared).as(table).isZero();
        }
    }

    @Test
    @DisplayName(
            "because voters and credentials are each written in an order of their own, whatever order they came in")
    void order() {
        voted();
        var voters = database.sql("select person_id::text as person from urn_voter where poll_id = ? order by ctid")
                .param(vote.poll.value())
                .query((row, number) -> row.getString("person"))
                .list();
        var credentials = Acting.as(
                vote.meeting.chair(),
                () -> context.getBean(Urns.class).setup(vote.poll).credentials());

        assertThat(voters).hasSize(8).isSorted();
        var sorted = IntStream.range(0, 8)
                .mapToObj(it -> '"' + vote.credential(vote.meeting.member(it)) + '"')
                .sorted()
                .toList();
        assertThat(credentials).isEqualTo("[" + String.join(",", sorted) + "]");
    }

    @Test
    @DisplayName(
            "because the order of the published record is drawn: over many votes, whoever votes first is as often last")
    void publishedOrder() {
        var places = new TreeMap<Integer, Integer>();
        for (var round = 0; round < 12; round++) {
            var small = new TestVote(3, 3, context).opened(3);
            var first = small.vote(0, YES);
            small.vote(1, YES);
            small.vote(2, YES);
            small.end();
            var published = database.sql("""
                            select encode(sha256(convert_to(content, 'UTF8')), 'base64') as tracker from urn_entry
                            where poll_id = ? and content like '{"election_uuid"%' order by position
                            """)
                    .param(small.poll.value())
                    .query((row, number) -> row.getString("tracker").replace("=", ""))
                    .list();
            places.merge(published.indexOf(first), 1, Integer::sum);
        }

        // never the same place in twelve drawings: less than one in a hundred thousand
        assertThat(places.keySet()).hasSizeGreaterThan(1);
    }

    @Test
    @DisplayName("because nothing of a ballot stands in the log")
    void log(CapturedOutput output) {
        voted();

        for (var it = 0; it < 8; it++) {
            assertThat(output.getAll())
                    .doesNotContain(trackers.get(it))
                    .doesNotContain(vote.credential(vote.meeting.member(it)));
        }
    }

    @Test
    @DisplayName(
            "because while ballots are cast nothing is written of anybody who votes: no order of rows or of the log of changes names them")
    void nobodyIsWritten() {
        vote = new TestVote(8, 8, context).opened(8);
        var before = nextTransaction();
        ORDER.forEach(it -> trackers.add(vote.vote(it, YES)));

        nobodyIsWrittenSince(before, vote, 8);
    }

    private long nextTransaction() {
        return database.sql("select pg_current_xact_id()::text::bigint")
                .query(Long.class)
                .single();
    }

    private void nobodyIsWrittenSince(long transaction, TestUrn urn, int voters) {
        var persons = IntStream.range(0, voters)
                .mapToObj(it -> urn.meeting.member(it).toString())
                .toArray(String[]::new);
        for (var table : tables()) {
            var written = database.sql("select count(*) from " + table
                            + " as r, unnest(?::text[]) as sought (person_sought)"
                            + " where r.xmin::text::bigint >= ? and strpos(r::text, person_sought) > 0")
                    .params(persons, transaction)
                    .query(Integer.class)
                    .single();
            assertThat(written).as(table).isZero();
        }
    }

    @Test
    @DisplayName(
            "nor from a backup: no line of it has a voter beside a ballot, and no table has the voters in the order in which they voted")
    void backup() throws Exception {
        vote = new TestVote(8, 8, context).opened(8);
        ORDER.forEach(it -> trackers.add(vote.vote(it, it % 2 == 0 ? YES : NO)));
        for (var table : tables()) {
            var named = new ArrayList<Integer>();
            for (var line : dumped(table)) {
                var voters = IntStream.range(0, 8)
                        .filter(it -> line.contains(vote.meeting.member(it).toString()))
                        .boxed()
                        .toList();
                var ofBallots = IntStream.range(0, 8)
                        .anyMatch(it -> line.contains(trackers.get(it))
                                || line.contains(vote.credential(vote.meeting.member(it))));
                assertThat(ofBallots && !voters.isEmpty()).as(table).isFalse();
                voters.stream().filter(it -> !named.contains(it)).forEach(named::add);
            }
            assertThat(named).as(table).isNotEqualTo(ORDER).isNotEqualTo(ORDER.reversed());
        }
    }

    /** As pg_dump writes a table. */
    private List<String> dumped(String table) throws Exception {
        var lines = new StringWriter();
        try (var connection = source.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", lines);
        }
        return lines.toString().lines().toList();
    }

    @Test
    @DisplayName("nor from what is measured: no figure is of a vote, a ballot or a person")
    void metrics() {
        voted();
        var measured = metrics.getMeters().stream()
                .map(it -> it.getId().getName() + " " + it.getId().getTags())
                .toList();

        assertThat(measured).isNotEmpty().noneMatch(it -> it.contains(vote.poll.toString()) || it.contains("ballot"));
        for (var it = 0; it < 8; it++) {
            var member = vote.meeting.member(it);
            var tracker = trackers.get(it);
            assertThat(measured)
                    .noneMatch(line -> line.contains(member.toString())
                            || line.contains(tracker)
                            || line.contains(vote.credential(member)));
        }
    }
}
