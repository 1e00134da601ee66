package de.ratssaal.circular;

import static de.ratssaal.rules.RulesOfProcedure.ASSOCIATION;
import static de.ratssaal.rules.RulesOfProcedure.NORDRHEIN_WESTFALEN;
import static de.ratssaal.rules.RulesOfProcedure.THUERINGEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.Tally;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R13: Resolved in writing between meetings")
class CircularCountTest {

    @ParameterizedTest(name = "{1} of {0} members agree: {2}")
    @CsvSource({
        "51, 39, true",
        "51, 38, false",
        "52, 39, true",
        "52, 38, false",
        "4, 3, true",
        "4, 2, false",
        "1, 1, true",
        "1, 0, false"
    })
    @DisplayName("it is only if three quarters of the members agree to the procedure (ThürKO § 36a)")
    void threeQuarters(int members, int agreed, boolean enough) {
        var count = count(THUERINGEN.circular().agreement(), members, agreed, 0, new Tally(agreed, 0, 0));

        assertThat(count.isAgreed()).isEqualTo(enough);
        assertThat(count.outcome()).isEqualTo(enough ? CircularOutcome.ADOPTED : CircularOutcome.NOT_AGREED);
        assertThat(agreed >= count.needed()).isEqualTo(enough);
    }

    @Test
    @DisplayName("in an association only if all agree (BGB § 32 Abs. 3), and by GO NRW not at all")
    void otherPresets() {
        assertThat(count(ASSOCIATION.circular().agreement(), 7, 7, 0, new Tally(5, 2, 0))
                        .outcome())
                .isEqualTo(CircularOutcome.ADOPTED);
        assertThat(count(ASSOCIATION.circular().agreement(), 7, 6, 0, new Tally(6, 0, 0))
                        .outcome())
                .isEqualTo(CircularOutcome.NOT_AGREED);
        assertThat(NORDRHEIN_WESTFALEN.circular().allowed()).isFalse();
    }

    @Test
    @DisplayName("Who agrees to the procedure and votes no has agreed; who objects and votes yes has voted")
    void procedureAndMatterAreTwoQuestions() {
        assertThat(count(Fraction.THREE_QUARTERS, 8, 6, 2, new Tally(3, 5, 0)).outcome())
                .isEqualTo(CircularOutcome.REJECTED);
        assertThat(count(Fraction.THREE_QUARTERS, 8, 6, 2, new Tally(5, 3, 0)).outcome())
                .isEqualTo(CircularOutcome.ADOPTED);
        assertThat(count(Fraction.THREE_QUARTERS, 8, 5, 3, new Tally(8, 0, 0)).outcome())
                .as("unanimous in the matter, but not agreed to decide in writing")
                .isEqualTo(CircularOutcome.NOT_AGREED);
    }

    @Test
    @DisplayName("Who does not answer has not agreed, and vacant seats and recused members count among the members")
    void silenceIsNoAgreement() {
        var silent =
                new CircularCount(Fraction.THREE_QUARTERS, Majority.OF_VOTES_CAST, 8, 8, 0, 5, 0, new Tally(5, 0, 0));
        assertThat(silent.notCast()).isEqualTo(3);
        assertThat(silent.outcome()).isEqualTo(CircularOutcome.NOT_AGREED);

        var recused =
                new CircularCount(Fraction.THREE_QUARTERS, Majority.OF_VOTES_CAST, 8, 5, 3, 5, 0, new Tally(5, 0, 0));
        assertThat(recused.outcome()).isEqualTo(CircularOutcome.NOT_AGREED);
    }

    @ParameterizedTest(name = "{0}: {1} yes, {2} no, {3} abstentions: {4}")
    @CsvSource({
        "OF_VOTES_CAST, 1, 0, 11, ADOPTED",
        "OF_VOTES_CAST, 6, 6, 0, REJECTED",
        "OF_VOTES_CAST, 0, 0, 12, REJECTED",
        "TWO_THIRDS_OF_PRESENT, 8, 4, 0, ADOPTED",
        "TWO_THIRDS_OF_PRESENT, 7, 0, 5, REJECTED",
        "OF_MEMBERS, 7, 5, 0, ADOPTED",
        "OF_MEMBERS, 6, 0, 6, REJECTED",
        "TWO_THIRDS_OF_MEMBERS, 8, 4, 0, ADOPTED",
        "TWO_THIRDS_OF_MEMBERS, 7, 5, 0, REJECTED",
        "TWO_THIRDS_OF_VOTES, 6, 3, 3, ADOPTED",
        "TWO_THIRDS_OF_VOTES, 6, 4, 2, REJECTED",
        "THREE_QUARTERS_OF_VOTES, 6, 2, 4, ADOPTED",
        "THREE_QUARTERS_OF_MEMBERS, 9, 3, 0, ADOPTED",
        "THREE_QUARTERS_OF_MEMBERS, 8, 2, 2, REJECTED",
        "UNANIMOUS, 10, 0, 2, ADOPTED",
        "UNANIMOUS, 11, 1, 0, REJECTED",
        "ALL_MEMBERS, 12, 0, 0, ADOPTED",
        "ALL_MEMBERS, 11, 0, 1, REJECTED"
    })
    @DisplayName("R8: then the majority decides; a tie rejects, for nobody is in the chair")
    void majorities(Majority majority, int yes, int no, int abstentions, CircularOutcome outcome) {
        var tally = new Tally(yes, no, abstentions);

        assertThat(new CircularCount(Fraction.THREE_QUARTERS, majority, 12, 12, 0, 12, 0, tally).outcome())
                .isEqualTo(outcome);
    }

    @Test
    @DisplayName("More answers than members entitled cannot be counted, nor a vote without an answer to the procedure")
    void nobodyWhoIsNotEntitledCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CircularCount(Fraction.HALF, Majority.OF_VOTES_CAST, 5, 4, 1, 5, 0, new Tally(5, 0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CircularCount(Fraction.HALF, Majority.OF_VOTES_CAST, 5, 5, 0, 3, 0, new Tally(4, 0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CircularCount(Fraction.HALF, Majority.OF_VOTES_CAST, 5, 5, 1, 0, 0, Tally.EMPTY));
    }

    @RepeatedTest(value = 200, name = "whatever is answered, the sums equal the entitled ({currentRepetition})")
    void sums(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var members = 1 + random.nextInt(100);
        var seats = 1 + random.nextInt(members);
        var recused = random.nextInt(seats + 1);
        var entitled = seats - recused;
        var answers = random.nextInt(entitled + 1);
        var agreed = random.nextInt(answers + 1);
        var yes = random.nextInt(answers + 1);
        var no = random.nextInt(answers - yes + 1);
        var majority = Majority.values()[random.nextInt(Majority.values().length)];
        var count = new CircularCount(
                Fraction.THREE_QUARTERS,
                majority,
                members,
                entitled,
                recused,
                agreed,
                answers - agreed,
                new Tally(yes, no, answers - yes - no));

        var tally = count.tally();
        assertThat(tally.yes() + tally.no() + tally.abstentions() + count.notCast())
                .isEqualTo(entitled);
        assertThat(count.agreed() + count.objected() + count.notCast()).isEqualTo(entitled);
        assertThat(count.outcome().isResolution()).isEqualTo(4 * agreed >= 3 * members);
        assertThat(IntStream.rangeClosed(0, members)
                        .filter(it -> Fraction.THREE_QUARTERS.isReachedBy(it, members))
                        .min())
                .hasValue(count.needed());
    }

    @RepeatedTest(value = 100, name = "one more yes never rejects what was adopted ({currentRepetition})")
    void monotone(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var members = 2 + random.nextInt(60);
        var yes = random.nextInt(members);
        var no = random.nextInt(members - yes);
        for (var majority : Majority.values()) {
            var before = agreedByAll(members, majority, yes, no);
            var after = agreedByAll(members, majority, yes + 1, no);
            assertThat(before == CircularOutcome.ADOPTED && after == CircularOutcome.REJECTED)
                    .isFalse();
        }
    }

    private static CircularOutcome agreedByAll(int members, Majority majority, int yes, int no) {
        return new CircularCount(
                        Fraction.WHOLE,
                        majority,
                        members,
                        members,
                        0,
                        members,
                        0,
                        new Tally(yes, no, members - yes - no))
                .outcome();
    }

    private static CircularCount count(Fraction agreement, int members, int agreed, int objected, Tally tally) {
        return new CircularCount(agreement, Majority.OF_VOTES_CAST, members, members, 0, agreed, objected, tally);
    }
}
