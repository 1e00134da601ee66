package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Members arrive, leave, are recused, vote and change their votes in any order, through the use cases and PostgreSQL. Beside it runs a
 * model in a few lines that knows nothing of either: what it lets happen must happen, what it refuses must be refused, and it must
 * count the same.
 */
@IntegrationTest
@Import(MovableClock.class)
@DisplayName("Whatever happens in a meeting, an open vote")
class RandomVotesTest {

    private static final int MEMBERS = 7;
    private static final int PRESENT = 5;
    private static final int ACTS = 60;

    @Autowired
    ApplicationContext context;

    @Autowired
    PollVoting voting;

    @Autowired
    VoteCorrecting correcting;

    @Autowired
    PollConduct conduct;

    @Autowired
    Polls polls;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    @ParameterizedTest(name = "counts as plain reckoning does (seed {0})")
    @MethodSource("seeds")
    void countsAsPlainReckoningDoes(long seed) {
        new Run(new Random(seed), seed % 3 != 0).through();
    }

    /** What the rules say, in sets and maps. */
    private static final class Model {

        private final boolean correctable;
        private final Set<Integer> present = new HashSet<>();
        private final Set<Integer> recused = new HashSet<>();
        private final Set<Integer> remote = new HashSet<>();
        private final Map<Integer, Choice> votes = new HashMap<>();
        private final Map<Integer, List<UUID>> receipts = new HashMap<>();
        private boolean closed;
        private int entitledAtTheEnd;

        Model(boolean correctable) {
            this.correctable = correctable;
        }

        boolean mayVoteNow(int member) {
            return present.contains(member) && !recused.contains(member);
        }

        @Nullable
        UUID receipt(int member) {
            var all = receipts.get(member);
            return all == null ? null : all.getLast();
        }

        boolean arrive(int member, Place place) {
            present.add(member);
            if (place == Place.REMOTE) {
                remote.add(member);
            } else {
                remote.remove(member);
            }
            return true;
        }

        boolean leave(int member) {
            present.remove(member);
            remote.remove(member);
            return true;
        }

        boolean recuse(int member) {
            if (recused.contains(member)) {
                return true;
            }
            if (closed || votes.containsKey(member)) {
                return false;
            }
            return recused.add(member);
        }

        boolean withdrawRecusal(int member) {
            if (!recused.contains(member)) {
                return true;
            }
            return !closed && recused.remove(member);
        }

        boolean vote(int member, Choice choice, UUID receipt) {
            if (receipts.getOrDefault(member, List.of()).contains(receipt)) {
                return true; // known already
            }
            if (closed || !mayVoteNow(member) || votes.containsKey(member)) {
                return false;
            }
            store(member, choice, receipt);
            return true;
        }

        boolean correct(int member, Choice choice, UUID receipt, UUID replaces) {
            var known = receipts.getOrDefault(member, List.of());
            if (known.contains(receipt)) {
                return true;
            }
            if (closed || !correctable || !mayVoteNow(member) || !replaces.equals(receipt(member))) {
                return false;
            }
            store(member, choice, receipt);
            return true;
        }

        private void store(int member, Choice choice, UUID receipt) {
            votes.put(member, choice);
            receipts.computeIfAbsent(member, it -> new ArrayList<>()).add(receipt);
        }

        boolean close() {
            if (closed) {
                return true;
            }
            var there = present.stream().filter(it -> !recused.contains(it)).count();
            var needed = recused.size() * 2 > MEMBERS ? Math.ceilDiv(MEMBERS, 3) : MEMBERS / 2 + 1;
            if (there < needed) {
                return false;
            }
            closed = true;
            var entitled = new HashSet<>(votes.keySet());
            present.stream().filter(it -> !recused.contains(it)).forEach(entitled::add);
            entitledAtTheEnd = entitled.size();
            return true;
        }

        int count(Choice choice) {
            return (int) votes.values().stream().filter(it -> it == choice).count();
        }
    }

    private final class Run {

        private final Random random;
        private final TestMeeting meeting;
        private final PollId poll;
        private final Model model;
        private final List<String> said = new ArrayList<>();

        Run(Random random, boolean correctable) {
            this.random = random;
            this.meeting = TestMeeting.open(MEMBERS, PRESENT, OpenVoteRules.of(correctable, false), context);
            this.poll = meeting.openPoll(meeting.item());
            this.model = new Model(correctable);
            for (var member = 0; member < PRESENT; member++) {
                model.arrive(member, Place.ROOM);
            }
        }

        void through() {
            for (var act = 0; act < ACTS; act++) {
                step(random.nextInt(act < ACTS / 2 ? 11 : 12));
            }
            // whoever is missing comes, so that it can be closed
            for (var member = 0; member < MEMBERS; member++) {
                arrive(member, Place.ROOM);
                withdrawRecusal(member);
            }
            close();
            compare();
        }

        private void step(int kind) {
            var member = random.nextInt(MEMBERS);
            var choice = Choice.values()[random.nextInt(3)];
            switch (kind) {
                case 0 -> arrive(member, random.nextBoolean() ? Place.ROOM : Place.REMOTE);
                case 1 -> leave(member);
                case 2 -> recuse(member);
                case 3 -> withdrawRecusal(member);
                case 4, 5, 6 -> vote(member, choice, UUID.randomUUID());
                case 7 -> again(member, choice);
                case 8, 9 -> correct(member, choice);
                case 10 -> enter(member, choice);
                default -> close();
            }
        }

        private void arrive(int member, Place place) {
            both("arrive " + member + " " + place, model.arrive(member, place), person(member), () -> {
                meeting.attendance().arrive(meeting.id(), person(member), place);
                return true;
            });
        }

        private void leave(int member) {
            both("leave " + member, model.leave(member), person(member), () -> {
                meeting.attendance().leave(meeting.id(), person(member));
                return true;
            });
        }

        private void recuse(int member) {
            both("recuse " + member, model.recuse(member), person(member), () -> {
                meeting.attendance().recuse(meeting.id(), meeting.item(), person(member));
                return true;
            });
        }

        private void withdrawRecusal(int member) {
            both("withdraw recusal " + member, model.withdrawRecusal(member), meeting.chair(), () -> {
                meeting.attendance().withdrawRecusal(meeting.id(), meeting.item(), person(member));
                return true;
            });
        }

        private void vote(int member, Choice choice, UUID receipt) {
            both(
                    "vote " + member + " " + choice,
                    model.vote(member, choice, receipt),
                    person(member),
                    () -> voting.cast(poll, choice, receipt));
        }

        /** The device sends again what it sent before, perhaps long ago. */
        private void again(int member, Choice choice) {
            var known = model.receipts.getOrDefault(member, List.of());
            if (!known.isEmpty()) {
                vote(member, choice, known.get(random.nextInt(known.size())));
            }
        }

        private void correct(int member, Choice choice) {
            var known = model.receipts.getOrDefault(member, List.of());
            var replaces = known.isEmpty()
                    ? UUID.randomUUID()
                    : random.nextInt(3) > 0 ? known.getLast() : known.get(random.nextInt(known.size()));
            var receipt = !known.isEmpty() && random.nextInt(6) == 0
                    ? known.get(random.nextInt(known.size()))
                    : UUID.randomUUID();
            both(
                    "correct " + member + " " + choice,
                    model.correct(member, choice, receipt, replaces),
                    person(member),
                    () -> correcting.correct(poll, choice, receipt, replaces));
        }

        private void enter(int member, Choice choice) {
            var receipt = UUID.randomUUID();
            var may = !model.remote.contains(member) && model.vote(member, choice, receipt);
            both(
                    "enter " + member + " " + choice,
                    may,
                    meeting.chair(),
                    () -> conduct.enterVote(poll, person(member), choice, receipt));
        }

        private void close() {
            both("close", model.close(), meeting.chair(), () -> conduct.close(poll));
        }

        private void both(String act, boolean happens, PersonId who, Callable<?> real) {
            said.add(act + (happens ? "" : " (refused)"));
            boolean happened;
            try {
                Acting.as(who, real);
                happened = true;
            } catch (Refusal e) {
                happened = false;
            }
            assertThat(happened).as(() -> String.join("\n", said)).isEqualTo(happens);
        }

        private PersonId person(int member) {
            return meeting.member(member);
        }

        private void compare() {
            var result = Acting.as(meeting.chair(), () -> polls.poll(poll));
            var votes = Acting.as(meeting.chair(), () -> polls.votes(poll));
            var expected = new Tally(model.count(Choice.YES), model.count(Choice.NO), model.count(Choice.ABSTENTION));
            assertThat(result.state()).isEqualTo(PollState.CLOSED);
            assertThat(result.tally()).as(() -> String.join("\n", said)).isEqualTo(expected);
            assertThat(result.entitled()).as(() -> String.join("\n", said)).isEqualTo(model.entitledAtTheEnd);
            assertThat(result.outcome().isAdopted()).isEqualTo(expected.yes() > expected.no());
            assertThat(votes).hasSameSizeAs(model.votes.keySet());
            for (var member = 0; member < MEMBERS; member++) {
                var person = person(member);
                assertThat(votes.stream()
                                .filter(it -> it.person().equals(person))
                                .map(Vote::choice)
                                .findFirst()
                                .orElse(null))
                        .isEqualTo(model.votes.get(member));
            }
        }
    }
}
