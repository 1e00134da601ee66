package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.rules.Majority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R8: A proposal is adopted (ThürKO § 39)")
class DecisionTest {

    private static boolean adopted(Majority majority, Tally tally, int present, int members) {
        return new Decision(majority, null, tally, present, members).isAdopted();
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

    @ParameterizedTest(name = "{0} yes, {1} no, the chair votes {2}: {3}")
    @CsvSource({
        "19, 19, YES, true",
        "19, 19, NO, false",
        "19, 19, ABSTENTION, false",
        "19, 19, , false",
        "18, 19, YES, false",
        "19, 18, NO, true"
    })
    @DisplayName("in a tie if the chair has a casting vote and voted yes; never against a majority")
    void theCastingVote(int yes, int no, @Nullable Choice chair, boolean adopted) {
        assertThat(new Decision(Majority.OF_VOTES_CAST, chair, new Tally(yes, no, 0), 38, 51).isAdopted())
                .isEqualTo(adopted);
    }

    @Test
    @DisplayName("by no casting vote where more than the majority of votes cast is needed")
    void noCastingVoteForALargerMajority() {
        for (var majority : Majority.values()) {
            assertThat(new Decision(majority, Choice.YES, new Tally(13, 13, 0), 26, 51).isAdopted())
                    .as(majority.name())
                    .isEqualTo(majority == Majority.OF_VOTES_CAST);
        }
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
