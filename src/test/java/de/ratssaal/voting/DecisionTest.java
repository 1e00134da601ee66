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

    @ParameterizedTest(name = "{0} yes, {1} no, {2} abstentions: {3}")
    @CsvSource({"20, 10, 9, true", "19, 10, 9, false", "1, 0, 37, true", "0, 0, 38, false"})
    @DisplayName("with two thirds of the votes cast, where that is needed: abstentions are none")
    void twoThirdsOfVotes(int yes, int no, int abstentions, boolean adopted) {
        assertThat(adopted(Majority.TWO_THIRDS_OF_VOTES, new Tally(yes, no, abstentions), 39, 51))
                .isEqualTo(adopted);
    }

    /** BGH, 25 January 1982, II ZR 164/81: who abstains is to be treated as if they were not there. */
    @ParameterizedTest(name = "{0} yes, {1} no, {2} abstentions: {3}")
    @CsvSource({"30, 10, 0, true", "29, 10, 0, false", "3, 1, 40, true", "2, 1, 40, false", "0, 0, 44, false"})
    @DisplayName("with three quarters of the votes cast, as a change of statutes needs (§ 33 Abs. 1 Satz 1 BGB)")
    void threeQuartersOfVotes(int yes, int no, int abstentions, boolean adopted) {
        assertThat(adopted(Majority.THREE_QUARTERS_OF_VOTES, new Tally(yes, no, abstentions), 44, 60))
                .isEqualTo(adopted);
    }

    @ParameterizedTest(name = "{0} yes of {1} members: {2}")
    @CsvSource({"39, 51, true", "38, 51, false", "39, 52, true"})
    @DisplayName("with three quarters of the legal strength, where that is needed")
    void threeQuartersOfMembers(int yes, int members, boolean adopted) {
        assertThat(adopted(Majority.THREE_QUARTERS_OF_MEMBERS, new Tally(yes, 0, 0), 40, members))
                .isEqualTo(adopted);
    }

    @ParameterizedTest(name = "{0} yes, {1} no, {2} abstentions: {3}")
    @CsvSource({"38, 0, 0, true", "30, 0, 8, true", "37, 1, 0, false", "0, 0, 38, false"})
    @DisplayName("unanimously, where that is needed: nobody is against it, and somebody for it")
    void unanimously(int yes, int no, int abstentions, boolean adopted) {
        assertThat(adopted(Majority.UNANIMOUS, new Tally(yes, no, abstentions), 38, 51))
                .isEqualTo(adopted);
    }

    @ParameterizedTest(name = "{0} yes of {1} members: {2}")
    @CsvSource({"51, 51, true", "50, 51, false"})
    @DisplayName(
            "with the votes of all members, as a change of an association's purpose needs (§ 33 Abs. 1 Satz 2 BGB)")
    void allMembers(int yes, int members, boolean adopted) {
        assertThat(adopted(Majority.ALL_MEMBERS, new Tally(yes, 0, 0), yes, members))
                .isEqualTo(adopted);
    }
}
