package de.ratssaal.bench;

import de.ratssaal.NodeWithoutPages;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Votes as browsers send them, each by a session of its own: HTTP, session, forgery check, rules, audit log, commit. Beside
 * it, on the same PostgreSQL and turn by turn, durable inserts of single rows by pgbench. Votes are counted in the database
 * after each round.
 */
final class VoteBench implements Measurement {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 60;
    private static final int SECONDS = 5;

    @Override
    public String what() {
        return "votes per second durably stored, beside pgbench's inserts on the same server [sessions [connections]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var sessions = arguments.isEmpty() ? 1000 : Integer.parseInt(arguments.get(0));
        var connections = arguments.size() < 2 ? 64 : Integer.parseInt(arguments.get(1));
        try (var program = Program.start("--empty");
                var database = DriverManager.getConnection(
                        program.databaseAddress(), "postgres", program.databasePassword())) {
            var pgbench = new Pgbench(program.databaseAddress(), program.databasePassword());
            var persons = Stream.generate(PersonId::next).limit(sessions).toList();
            var members = signIn(program, persons);
            for (var poll = 0; poll < WARM_UP; poll++) {
                vote(database, program.address(), persons, members, connections);
            }
            pgbench.run(connections, 1);
            var inserts = new ArrayList<Double>();
            var votes = new ArrayList<Double>();
            var waits = new ArrayList<Double>();
            for (var round = 0; round < ROUNDS; round++) {
                inserts.add(pgbench.run(connections, SECONDS));
                var seconds = 0.0;
                var stored = 0;
                while (seconds < SECONDS) {
                    var poll = vote(database, program.address(), persons, members, connections);
                    seconds += poll.seconds();
                    stored += poll.votes();
                    waits.addAll(poll.milliseconds());
                }
                votes.add(stored / seconds);
                System.out.printf(
                        "round %d of %d: %,.0f votes/s, pgbench %,.0f inserts/s%n",
                        round + 1, ROUNDS, votes.getLast(), inserts.getLast());
            }
            var ours = Figures.of(votes).median();
            var theirs = Figures.of(inserts).median();
            System.out.printf(
                    "%d sessions on %d connections: %,.0f votes/s stored, pgbench %,.0f inserts/s, ratio %.2f"
                            + " (medians of %d; goal 0.30)%n",
                    sessions, connections, ours, theirs, ours / theirs, ROUNDS);
            System.out.printf(
                    "a vote is acknowledged after %.1f ms (median), %.1f ms (99th percentile)%n",
                    Figures.of(waits).median(), Figures.of(waits).percentile(99));
        }
    }

    private static List<Member> signIn(Program program, List<PersonId> persons) throws Exception {
        List<String> cookies;
        try (var node = NodeWithoutPages.on(
                program.databaseAddress(), program.databasePassword(), program.documentsKey())) {
            var accounts = node.getBean(TestAccounts.class);
            cookies = accounts.sessionsOf(accounts.of(persons, "ein langer Weg zum Rathaus"));
        }
        var members = new ArrayList<Member>();
        for (var cookie : cookies) {
            members.add(new Member(program.address(), cookie));
        }
        return members;
    }

    private record Voted(int votes, double seconds, List<Double> milliseconds) {}

    private static Voted vote(
            Connection database, URI server, List<PersonId> persons, List<Member> members, int connections)
            throws Exception {
        var poll = open(database, persons);
        var requests = members.stream().map(it -> it.vote(poll)).toList();
        var rush = Rush.of(server, requests, connections, "\"STORED\"");
        requireAllStored(database, poll, members.size());
        return new Voted(members.size(), rush.seconds(), rush.milliseconds());
    }

    /** An open poll in a meeting of its own in which all of them may vote. */
    private static UUID open(Connection database, List<PersonId> persons) throws SQLException {
        var poll = UUID.randomUUID();
        try (var insert = database.prepareStatement("""
                insert into voting_poll (id, meeting_id, item_id, question, wording, fingerprint, with_changes, majority,
                    is_public, state, prepared_at, opened_at)
                values (?, gen_random_uuid(), gen_random_uuid(), 'Annehmen?', '',
                    encode(sha256(convert_to('Annehmen?' || chr(10) || chr(10), 'UTF8')), 'hex'), false, 'OF_VOTES_CAST', true, 'OPEN', now(), now())
                """)) {
            insert.setObject(1, poll);
            insert.executeUpdate();
        }
        try (var insert =
                database.prepareStatement("insert into voting_entitled (poll_id, person_id, seat) select ?, it, it from unnest(?) it")) {
            insert.setObject(1, poll);
            insert.setArray(
                    2,
                    database.createArrayOf(
                            "uuid", persons.stream().map(PersonId::value).toArray()));
            insert.executeUpdate();
        }
        return poll;
    }

    private static void requireAllStored(Connection database, UUID poll, int expected) throws SQLException {
        try (var count = database.prepareStatement("""
                select count(*), (select count(*) from audit_entry where type = 'voting.VoteCast' and line like ?)
                from voting_vote where poll_id = ?
                """)) {
            count.setString(1, "poll " + poll + ":%");
            count.setObject(2, poll);
            try (var row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) != expected || row.getInt(2) != expected) {
                    throw new IllegalStateException(
                            "%d votes and %d audit entries of %d".formatted(row.getInt(1), row.getInt(2), expected));
                }
            }
        }
    }
}
