package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.rules.Majority;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R8: A proposal is adopted (ThürKO § 39)")
class DecisionTest {

    private static boolean adopted(Majority majority, Tally tally, int present, int members) {
        return new Decision(majority, tally, present, members).isAdopted();
    }

    @ParameterizedTest(name = "{0} yes, {1} no, {2} abstentions: {3}")
    @CsvSource({"33, 0, 5, true", "1, 0, 37, true", "19, 18, 0, true", "18, 19, 0, false", "0, 0, 38, false"})
    @DisplayName("with more yes than no; abstentions do not count")
    void majorityOfVotesCast(int yes, int no, int abstentions, boolean adopted) {
        assertThat(adopted(Majority.OF_VOTES_CAST, new Tally(yes, no, abstentions), 38, 51))
                .isEqualTo(adopted);
    }

    @Test
    @DisplayName("not in a tie")
    void aTieRejects() {
        assertThat(adopted(Majority.OF_VOTES_CAST, new Tally(19, 19, 0), 38, 51))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} yes of {1} present: {2}")
    @CsvSource({"26, 39, true", "25, 39, false", "26, 38, true", "25, 38, false", "0, 0, false"})
    @DisplayName("with two thirds of those present, where that is needed")
    void twoThirdsOfThosePresent(int yes, int present, boolean adopted) {
        assertThat(adopted(Majority.TWO_THIRDS_OF_PRESENT, new Tally(yes, 0, 0), present, 51))
                .isEqualTo(adopted);
    }

    @ParameterizedTest(name = "{0} yes of {1} members: {2}")
    @CsvSource({"26, 51, true", "25, 51, false", "26, 50, true", "25, 50, false"})
    @DisplayName("with more than half of the legal strength, where that is needed")
    void majorityOfMembers(int yes, int members, boolean adopted) {
        assertThat(adopted(Majority.OF_MEMBERS, new Tally(yes, 0, 0), 38, members))
                .isEqualTo(adopted);
    }

    @ParameterizedTest(name = "{0} yes of {1} members: {2}")
    @CsvSource({"34, 51, true", "33, 51, false"})
    @DisplayName("with two thirds of the legal strength, where that is needed")
    void twoThirdsOfMembers(int yes, int members, boolean adopted) {
        assertThat(adopted(Majority.TWO_THIRDS_OF_MEMBERS, new Tally(yes, 0, 0), 38, members))
                .isEqualTo(adopted);
    }
}
