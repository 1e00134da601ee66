package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.rules.WeightRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Members arrive, leave, are recused, leave their votes to others, vote and change their votes in any order, through the use cases and
 * PostgreSQL. Beside it runs a model in a few lines that knows nothing of either: what it lets happen must happen, what it refuses must be refused, and it must
 * count the same.
 */
@IntegrationTest
@Import(MovableClock.class)
@DisplayName("Whatever happens in a meeting, an open vote")
class RandomVotesTest {

    private static final int MEMBERS = 7;
    private static final int PRESENT = 5;
    private static final int ACTS = 60;
    private static final int MOST = 2;
    private static final LegalSource STATUTES = new LegalSource("Satzung", "§ 9");

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
        new Run(new Random(seed), seed % 3 != 0, false).through();
    }

    static LongStream otherSeeds() {
        return LongStream.rangeClosed(101, 130);
    }

    @ParameterizedTest(name = "and with several votes of one member and votes left to others (seed {0})")
    @MethodSource("otherSeeds")
    void countsAsPlainReckoningDoesWithSeveralVotes(long seed) {
        new Run(new Random(seed), seed % 3 != 0, true).through();
    }

    /** What the rules say, in sets and maps. */
    private static final class Model {

        private final boolean correctable;
        private final int[] weights;
        private final Map<Integer, Integer> left = new HashMap<>();
        private final Map<Integer, Integer> castBy = new HashMap<>();
        private final Set<Integer> present = new HashSet<>();
        private final Set<Integer> recused = new HashSet<>();
        private final Set<Integer> remote = new HashSet<>();
        private final Map<Integer, Choice> votes = new HashMap<>();
        private final Map<Integer, List<UUID>> receipts = new HashMap<>();
        private boolean closed;
        private int entitledAtTheEnd;

        Model(boolean correctable, int[] weights) {
            this.correctable = correctable;
            this.weights = weights;
        }

        boolean mayVoteNow(int member) {
            return present.contains(member) && !recused.contains(member);
        }

        /** Whether one may cast the vote of the other, who may be they themself. */
        boolean mayCast(int caster, int voter) {
            return mayVoteNow(caster)
                    && (caster == voter
                            || Objects.equals(left.get(voter), caster)
                                    && !present.contains(voter)
                                    && !recused.contains(voter));
        }

        /** Who can cast a member's vote, if anybody can. */
        int casterOf(int voter) {
            var holder = left.get(voter);
            return holder != null && mayCast(holder, voter) ? holder : voter;
        }

        boolean give(int member, int holder) {
            if (member == holder
                    || present.contains(member)
                    || left.containsKey(member)
                    || left.values().stream().filter(it -> it == holder).count() >= MOST) {
                return false;
            }
            left.put(member, holder);
            return true;
        }

        boolean end(int member) {
            left.remove(member);
            return true;
        }

        @Nullable
        UUID receipt(int member) {
            var all = receipts.get(member);
            return all == null ? null : all.getLast();
        }

        boolean arrive(int member, Place place) {
            present.add(member);
            left.remove(member);
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
            if (closed || votes.containsKey(member) || castBy.containsValue(member)) {
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

        private boolean isKnown(int caster, int member, UUID receipt) {
            return receipts.getOrDefault(member, List.of()).contains(receipt)
                    && castBy.getOrDefault(member, member) == caster;
        }

        boolean vote(int caster, int member, Choice choice, UUID receipt) {
            if (isKnown(caster, member, receipt)) {
                return true;
            }
            if (closed || !mayCast(caster, member) || votes.containsKey(member)) {
                return false;
            }
            store(caster, member, choice, receipt);
            return true;
        }

        boolean correct(int caster, int member, Choice choice, UUID receipt, UUID replaces) {
            if (isKnown(caster, member, receipt)) {
                return true;
            }
            if (closed
                    || !correctable
                    || castBy.getOrDefault(member, member) != caster
                    || !mayCast(caster, member)
                    || !replaces.equals(receipt(member))) {
                return false;
            }
            store(caster, member, choice, receipt);
            return true;
        }

        private void store(int caster, int member, Choice choice, UUID receipt) {
            votes.put(member, choice);
            if (caster != member) {
                castBy.put(member, caster);
            }
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
            IntStream.range(0, MEMBERS).filter(it -> mayCast(casterOf(it), it)).forEach(entitled::add);
            entitledAtTheEnd = entitled.stream().mapToInt(it -> weights[it]).sum();
            return true;
        }

        int count(Choice choice) {
            return votes.keySet().stream()
                    .filter(it -> votes.get(it) == choice)
                    .mapToInt(it -> weights[it])
                    .sum();
        }
    }

    private final class Run {

        private final Random random;
        private final TestMeeting meeting;
        private final PollId poll;
        private final Model model;
        private final List<String> said = new ArrayList<>();
        private final Map<Integer, DelegationId> delegations = new HashMap<>();
        private final boolean several;

        /** @param several whether members have several votes and may leave theirs to others */
        Run(Random random, boolean correctable, boolean several) {
            this.random = random;
            this.several = several;
            var weights = random.ints(MEMBERS, 1, several ? 5 : 2).toArray();
            var rules = OpenVoteRules.of(correctable, false);
            this.meeting = several
                    ? TestMeeting.weighted(
                            PRESENT,
                            TestRules.with(
                                    rules,
                                    new DelegationRule(MOST, false, STATUTES),
                                    new WeightRule(true, false, STATUTES)),
                            context,
                            weights)
                    : TestMeeting.open(MEMBERS, PRESENT, rules, context);
            this.poll = meeting.openPoll(meeting.item());
            this.model = new Model(correctable, weights);
            for (var member = 0; member < PRESENT; member++) {
                model.arrive(member, Place.ROOM);
            }
        }

        void through() {
            for (var act = 0; act < ACTS; act++) {
                if (several && random.nextInt(3) == 0) {
                    stepForOthers(random.nextInt(6));
                } else {
                    step(random.nextInt(act < ACTS / 2 ? 11 : 12));
                }
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

        private void stepForOthers(int kind) {
            var member = random.nextInt(MEMBERS);
            var holder = model.left.getOrDefault(member, random.nextInt(MEMBERS));
            var choice = Choice.values()[random.nextInt(3)];
            switch (kind) {
                case 0, 1 -> give(member, random.nextInt(MEMBERS));
                case 2 -> end(member);
                case 3, 4 -> vote(holder, member, choice, UUID.randomUUID());
                default -> correct(model.castBy.getOrDefault(member, holder), member, choice);
            }
        }

        private void give(int member, int holder) {
            var id = DelegationId.next();
            var gives = model.give(member, holder);
            if (gives) {
                delegations.put(member, id);
            }
            both("give " + member + " to " + holder, gives, person(member), () -> {
                context.getBean(Delegating.class).give(id, meeting.id(), null, person(member), person(holder));
                return true;
            });
        }

        /** Also what ended long ago. */
        private void end(int member) {
            var id = delegations.get(member);
            if (id != null) {
                both("end " + member, model.end(member), person(member), () -> {
                    context.getBean(Delegating.class).end(id);
                    return true;
                });
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
            vote(member, member, choice, receipt);
        }

        private void vote(int caster, int member, Choice choice, UUID receipt) {
            both(
                    "vote of " + member + " by " + caster + " " + choice,
                    model.vote(caster, member, choice, receipt),
                    person(caster),
                    () -> voting.castFor(poll, person(member), choice, receipt));
        }

        /** The device sends again what it sent before, perhaps long ago. */
        private void again(int member, Choice choice) {
            var known = model.receipts.getOrDefault(member, List.of());
            if (!known.isEmpty()) {
                vote(member, choice, known.get(random.nextInt(known.size())));
            }
        }

        private void correct(int member, Choice choice) {
            correct(member, member, choice);
        }

        private void correct(int caster, int member, Choice choice) {
            var known = model.receipts.getOrDefault(member, List.of());
            var replaces = known.isEmpty()
                    ? UUID.randomUUID()
                    : random.nextInt(3) > 0 ? known.getLast() : known.get(random.nextInt(known.size()));
            var receipt = !known.isEmpty() && random.nextInt(6) == 0
                    ? known.get(random.nextInt(known.size()))
                    : UUID.randomUUID();
            both(
                    "correct " + member + " by " + caster + " " + choice,
                    model.correct(caster, member, choice, receipt, replaces),
                    person(caster),
                    () -> correcting.correctFor(poll, person(member), choice, receipt, replaces));
        }

        private void enter(int member, Choice choice) {
            var receipt = UUID.randomUUID();
            var caster = model.casterOf(member);
            var may = !model.remote.contains(caster) && model.vote(caster, member, choice, receipt);
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
                var caster = model.castBy.get(member);
                var weight = model.weights[member];
                assertThat(votes).filteredOn(it -> it.person().equals(person)).allSatisfy(it -> {
                    assertThat(it.castBy()).isEqualTo(caster == null ? null : person(caster));
                    assertThat(it.weight()).isEqualTo(weight);
                });
            }
        }
    }
}
