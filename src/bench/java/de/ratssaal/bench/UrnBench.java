package de.ratssaal.bench;

import de.ratssaal.MovableClock;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.ballot.BallotChecks;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.urn.TestVote;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Encrypted ballots as booths send them, each by a session of its own: HTTP, session, forgery check, rules, every proof of the ballot,
 * commit. Beside it, in the same run, the checks of the ballots alone on one processor. Ballots are counted in the database.
 */
final class UrnBench implements Measurement {

    private static final int WARM_UP = 150;

    @Override
    public String what() {
        return "encrypted ballots per second accepted with full verification, and the checks alone [voters [connections]]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var voters = arguments.isEmpty() ? 500 : Integer.parseInt(arguments.get(0));
        var connections = arguments.size() < 2 ? 16 : Integer.parseInt(arguments.get(1));
        try (var program = Program.start("--empty");
                var database = DriverManager.getConnection(
                        program.databaseAddress(), "postgres", program.databasePassword());
                var node = NodeWithoutPages.on(
                        program.databaseAddress(), program.databasePassword(), program.documentsKey())) {
            node.getBean(MovableClock.class).putForwardTo(Instant.now().minus(Duration.ofDays(8)));
            cast(Opened.of(WARM_UP, node, program.address()), program.address(), database, connections);
            var vote = Opened.of(voters, node, program.address());
            var cast = cast(vote, program.address(), database, connections);
            var alone = checkAlone(vote);
            var waits = Figures.of(cast.milliseconds());
            System.out.printf(
                    "%d ballots on %d connections: %.0f/s accepted; acknowledged after %.0f ms (median), %.0f ms (99th percentile)%n",
                    voters,
                    connections,
                    voters / cast.seconds(),
                    waits.median(),
                    waits.percentile(99));
            System.out.printf(
                    "the checks alone: %.1f ms of one processor each, so that %d processors could check %.0f/s%n",
                    alone,
                    Runtime.getRuntime().availableProcessors(),
                    1000 / alone * Runtime.getRuntime().availableProcessors());
        }
    }

    /** @param requests one of each voter, ready to be sent */
    private record Opened(UUID poll, ElectionParameters election, List<String> ballots, List<byte[]> requests) {

        static Opened of(int voters, ConfigurableApplicationContext node, URI server) throws Exception {
            var vote = new TestVote(voters, voters, node).opened(voters);
            var accounts = node.getBean(TestAccounts.class);
            var members = vote.meeting.council().members();
            var sessions = accounts.sessionsOf(accounts.of(members, "ein langer Weg zum Rathaus"));
            var ballots = IntStream.range(0, voters)
                    .mapToObj(it -> vote.ballot(vote.meeting.member(it), it % 3 == 0 ? TestVote.NO : TestVote.YES))
                    .toList();
            var requests = new ArrayList<byte[]>();
            for (var it = 0; it < voters; it++) {
                requests.add(new Member(server, sessions.get(it)).ballot(vote.poll.value(), ballots.get(it)));
            }
            return new Opened(vote.poll.value(), vote.election(), ballots, requests);
        }
    }

    private static Rush cast(Opened vote, URI server, Connection database, int connections) throws Exception {
        var rush = Rush.of(server, vote.requests(), connections, "\"tracker\"");
        requireAllStored(database, vote);
        return rush;
    }

    private static void requireAllStored(Connection database, Opened vote) throws SQLException {
        try (var count = database.prepareStatement("select count(*) from urn_ballot where poll_id = ?")) {
            count.setObject(1, vote.poll());
            try (var row = count.executeQuery()) {
                row.next();
                if (row.getInt(1) != vote.ballots().size()) {
                    throw new IllegalStateException("%d ballots of %d".formatted(row.getInt(1), vote.ballots().size()));
                }
            }
        }
    }

    /** @return milliseconds for each, after as many to warm up */
    private static double checkAlone(Opened vote) {
        var checks = new BallotChecks(vote.election());
        checkAll(vote, checks);
        var start = System.nanoTime();
        checkAll(vote, checks);
        return (System.nanoTime() - start) / 1e6 / vote.ballots().size();
    }

    private static void checkAll(Opened vote, BallotChecks checks) {
        for (var ballot : vote.ballots()) {
            var read = EncryptedBallot.read(ballot.getBytes(StandardCharsets.UTF_8), vote.election());
            if (!checks.check(read).isValid()) {
                throw new IllegalStateException("an unsound ballot");
            }
        }
    }
}
