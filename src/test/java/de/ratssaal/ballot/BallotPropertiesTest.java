package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.ballot.TestElection.Tellers;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("Ballots of any question")
class BallotPropertiesTest {

    private static final Randomness RANDOMNESS = Randomness.secure();
    private static final Tellers TELLERS = Tellers.single(1, RANDOMNESS);
    private static final Secret VOTER = Secret.random(Groups.belenios2048(), RANDOMNESS);

    @Property(tries = 12)
    @Label("what the question allows can be cast and comes out again, what it does not allow cannot be cast")
    void marks(
            @ForAll @IntRange(min = 1, max = 4) int answers,
            @ForAll boolean blank,
            @ForAll @IntRange(min = 0, max = 4) int least,
            @ForAll @IntRange(min = 0, max = 4) int more,
            @ForAll @IntRange(min = 0, max = 31) int pattern) {
        var min = Math.min(least, answers);
        var max = Math.clamp((long) min + more, 1, answers);
        var names = IntStream.range(0, answers).mapToObj(String::valueOf).toList();
        var question = new Question("?", names, blank, min, max);
        var election = ElectionParameters.define("RatssaaLAnyMarks", "", "", List.of(question), TELLERS.trustees());
        var marks = IntStream.range(0, question.slots())
                .mapToObj(it -> (pattern >> it & 1) == 1)
                .toList();
        var booth = new Booth(election);
        if (!question.allows(marks)) {
            assertThatThrownBy(() -> booth.ballot(VOTER, List.of(marks), RANDOMNESS))
                    .isInstanceOf(IllegalArgumentException.class);
            return;
        }
        var ballot = booth.ballot(VOTER, List.of(marks), RANDOMNESS);
        assertThat(new BallotChecks(election).check(ballot.content())).isEqualTo(Check.valid());
        assertThat(EncryptedBallot.read(ballot.content(), election).tracker()).isEqualTo(ballot.tracker());
        assertThat(opened(election, ballot)).isEqualTo(marks);
    }

    private static List<Boolean> opened(ElectionParameters election, EncryptedBallot ballot) {
        var sum = Tally.empty(election).plus(ballot, BigInteger.ONE, election.group());
        var decryption = PartialDecryption.make(election, sum, TELLERS.shares().getFirst(), RANDOMNESS);
        return new Decryption(election, TELLERS.trustees())
                        .result(sum, new TreeMap<>(Map.of(1, decryption.decryption())), BigInteger.ONE)
                        .orElseThrow()
                        .counts()
                        .getFirst()
                        .stream()
                        .map(it -> it == 1)
                        .toList();
    }

    @Property(tries = 20)
    @Label("numbers up to a bound are found from their powers, larger ones are not")
    void logarithms(@ForAll @IntRange(min = 0, max = 300) int most, @ForAll @IntRange(min = 0, max = 320) int number) {
        var question = Question.oneOf("?", List.of("Ja"));
        var election = ElectionParameters.define("RatssaaLAnyMarks", "", "", List.of(question), TELLERS.trustees());
        var group = election.group();
        var exponent = RANDOMNESS.below(group.order());
        var sum = new Tally(List.of(List.of(new Ciphertext(
                group.power(group.generator(), exponent),
                group.multiply(
                        group.power(election.publicKey(), exponent),
                        group.power(group.generator(), BigInteger.valueOf(number)))))));
        var decryption = PartialDecryption.make(election, sum, TELLERS.shares().getFirst(), RANDOMNESS);
        var result = new Decryption(election, TELLERS.trustees())
                .result(sum, new TreeMap<>(Map.of(1, decryption.decryption())), BigInteger.valueOf(most));
        assertThat(result.map(it -> it.counts().getFirst().getFirst()))
                .isEqualTo(number <= most ? Optional.of((long) number) : Optional.empty());
    }
}
