package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.identity.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import({MovableClock.class, VoteGroupsTest.Fault.class})
@DisplayName("Votes that come at the same moment")
class VoteGroupsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    PollVoting voting;

    @Autowired
    PollConduct conduct;

    @Autowired
    BallotBox box;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Fault fault;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    @DisplayName("are stored together, each in the name of who sent it")
    void together() throws Exception {
        var meeting = TestMeeting.open(20, 20, context);
        var poll = meeting.openPoll(meeting.item());

        var answers = gathered(poll, meeting.council().members());

        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("Stored");
        }
        assertThat(transactions(poll)).isLessThanOrEqualTo(2);
        assertThat(actors(poll))
                .hasSize(20)
                .allSatisfy(it -> assertThat(it.line()).contains(it.person() + " voted"));
    }

    @Test
    @DisplayName("are not spoiled by one that is refused; a vote sent twice is stored once")
    void refusedAmongOthers() throws Exception {
        var meeting = TestMeeting.open(12, 10, context);
        var poll = meeting.openPoll(meeting.item());
        var members = new ArrayList<>(meeting.council().members());
        members.add(PersonId.next());
        members.add(members.getFirst());

        var answers = new ArrayList<String>();
        for (var answer : gathered(poll, members)) {
            answers.add(answer.get());
        }

        assertThat(answers.subList(1, 10)).containsOnly("Stored");
        assertThat(List.of(answers.getFirst(), answers.getLast()))
                .containsExactlyInAnyOrder("Stored", "voting.vote.twice");
        assertThat(answers.subList(10, 13)).allSatisfy(it -> assertThat(it).startsWith("voting.vote."));
        assertThat(actors(poll)).hasSize(10);
        assertThat(Acting.as(meeting.chair(), () -> conduct.close(poll)).tally())
                .isEqualTo(new Tally(10, 0, 0));
    }

    @Test
    @DisplayName("are not spoiled by one at which the application fails")
    void faultAmongOthers() throws Exception {
        var meeting = TestMeeting.open(10, 10, context);
        var poll = meeting.openPoll(meeting.item());
        fault.of = meeting.member(4);

        var answers = gathered(poll, meeting.council().members());

        for (var number = 0; number < 10; number++) {
            if (number == 4) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(answers.get(number)::get)
                        .withMessageContaining("out of order");
            } else {
                assertThat(answers.get(number).get()).isEqualTo("Stored");
            }
        }
        assertThat(actors(poll)).hasSize(9);
    }

    /** Whatever may go wrong with the vote of one person. */
    static class Fault {

        private volatile @Nullable PersonId of;

        @EventListener
        void on(VoteCast event) {
            if (event.person().equals(of)) {
                throw new IllegalStateException("out of order");
            }
        }
    }

    /** All of them vote while the box is held shut for a moment. */
    private List<Future<String>> gathered(PollId poll, List<PersonId> members) {
        var sent = new CountDownLatch(members.size());
        return transaction.execute(status -> {
            box.shut(poll);
            var answers = new ArrayList<Future<String>>();
            for (var member : members) {
                answers.add(threads.submit(() -> {
                    sent.countDown();
                    return answer(poll, member);
                }));
            }
            // the first is at the box; the others have gathered behind it when all threads wait
            await().until(() -> sent.getCount() == 0 && isWaitedFor());
            return answers;
        });
    }

    private String answer(PollId poll, PersonId member) {
        try {
            return Acting.as(member, () -> voting.cast(poll, Choice.YES, UUID.randomUUID()))
                    .getClass()
                    .getSimpleName();
        } catch (de.ratssaal.base.Refusal refusal) {
            return refusal.key();
        }
    }

    private boolean isWaitedFor() {
        return database.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                .query(Boolean.class)
                .single();
    }

    private long transactions(PollId poll) {
        return database.sql("select count(distinct written_by) from audit_entry where line like ?")
                .param("poll " + poll + ":%voted%")
                .query(Long.class)
                .single();
    }

    private record Entry(String person, String line) {}

    private List<Entry> actors(PollId poll) {
        return database.sql("select actor, line from audit_entry where line like ?")
                .param("poll " + poll + ":%voted%")
                .query((row, number) ->
                        new Entry(row.getString("actor").replaceFirst(".* person/", ""), row.getString("line")))
                .list();
    }
}
