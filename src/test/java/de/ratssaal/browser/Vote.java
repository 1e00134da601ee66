package de.ratssaal.browser;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.MovableClock;
import de.ratssaal.VotingDevice;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.TestMeeting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A council of 21, 20 of them present, in an open vote on an application that runs as a process of its own.
 *
 * @param voters the chair, members before browsers, then the devices, each with a login at the same place
 * @param browsers how many before browsers, the chair among them
 */
record Vote(String meeting, PollId poll, List<UUID> voters, List<String> logins, int browsers) {

    static final String PASSWORD = "ein langer Weg zum Rathaus";
    private static final int MEMBERS = 21;
    private static final int PRESENT = 20;

    static Vote begin(ConfigurableApplicationContext node, int devices) {
        return begin(node, 2, devices);
    }

    static Vote begin(ConfigurableApplicationContext node, int browsers, int devices) {
        node.getBean(MovableClock.class).putForwardTo(Instant.now().minus(ofDays(8)));
        var meeting = TestMeeting.open(MEMBERS, PRESENT, node);
        var poll = meeting.openPoll(meeting.item());
        var voters = meeting.council().members().subList(0, browsers + devices);
        return new Vote(
                meeting.id().toString(),
                poll,
                voters.stream().map(it -> it.value()).toList(),
                node.getBean(TestAccounts.class).of(voters, PASSWORD),
                browsers);
    }

    /** Signed in at this port. */
    List<VotingDevice> devices(int port) {
        return logins.subList(browsers, logins.size()).stream()
                .map(it -> VotingDevice.signedIn(port, it, PASSWORD))
                .toList();
    }

    /** How a device votes. */
    static Choice choice(int device) {
        return device % 4 == 0 ? Choice.ABSTENTION : Choice.YES;
    }

    /** Who voted how once all devices have voted, and the members before browsers no. */
    Map<UUID, String> expected() {
        var expected = new HashMap<UUID, String>();
        IntStream.range(1, browsers).forEach(it -> expected.put(voters.get(it), "NO"));
        IntStream.range(browsers, voters.size())
                .forEach(
                        it -> expected.put(voters.get(it), choice(it - browsers).name()));
        return expected;
    }

    /** Who voted how, each once. */
    Map<UUID, String> stored(Connection database) throws SQLException {
        try (var question = database.prepareStatement("select person_id, choice from voting_vote where poll_id = ?")) {
            question.setObject(1, poll.value());
            var votes = new HashMap<UUID, String>();
            try (var rows = question.executeQuery()) {
                while (rows.next()) {
                    assertThat(votes.put(rows.getObject(1, UUID.class), rows.getString(2)))
                            .as("a second vote")
                            .isNull();
                }
            }
            return votes;
        }
    }
}
