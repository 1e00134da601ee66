package de.ratssaal.attendance;

import static de.ratssaal.rules.RulesOfProcedure.NORDRHEIN_WESTFALEN;
import static de.ratssaal.rules.RulesOfProcedure.THUERINGEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R4, R5, R6: The council has a quorum (ThürKO § 36)")
class QuorumTest {

    private static Quorum quorum(int members, int present, int recused) {
        return new Quorum(THUERINGEN.quorum(), members, present, recused, true, false);
    }

    @ParameterizedTest(name = "{1} of {0} members: {2}")
    @CsvSource({"51, 26, true", "51, 25, false", "50, 26, true", "50, 25, false", "1, 1, true", "1, 0, false"})
    @DisplayName("when all members were duly invited and the majority is present and entitled to vote")
    void majority(int members, int present, boolean met) {
        assertThat(quorum(members, present, 0).isMet()).isEqualTo(met);
    }

    @Test
    @DisplayName("never when a member was not invited, however many are present")
    void everyMemberMustHaveBeenInvited() {
        var quorum = new Quorum(THUERINGEN.quorum(), 51, 50, 0, false, false);

        assertThat(quorum.isMet()).isFalse();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(quorum::require)
                .withMessage("attendance.quorum.not-all-invited");
    }

    @Nested
    @DisplayName("and if more than half of the members are recused")
    class MostMembersRecused {

        @Test
        @DisplayName("a third of the members, present and entitled to vote, is enough")
        void aThirdIsEnough() {
            assertThat(quorum(30, 10, 16).isMet()).isTrue();
            assertThat(quorum(30, 9, 16).isMet()).isFalse();
        }

        @Test
        @DisplayName("but exactly half recused still asks for the majority")
        void exactlyHalfIsNotMoreThanHalf() {
            assertThat(quorum(30, 15, 15).isMet()).isFalse();
        }
    }

    @Test
    @DisplayName("GO NRW § 49: the majority is needed however many are recused")
    void recusalChangesNothingInNordrheinWestfalen() {
        assertThat(new Quorum(NORDRHEIN_WESTFALEN.quorum(), 30, 12, 16, true, false).needed())
                .isEqualTo(16);
    }

    @Test
    @DisplayName("After a second invitation with notice any number is enough, but not nobody")
    void secondInvitation() {
        assertThat(new Quorum(THUERINGEN.quorum(), 51, 1, 0, true, true).isMet())
                .isTrue();
        assertThat(new Quorum(THUERINGEN.quorum(), 51, 0, 0, true, true).isMet())
                .isFalse();
    }

    @Test
    @DisplayName("Without it nothing is decided, and the paragraph is named")
    void refusalNamesTheParagraph() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> quorum(51, 25, 0).require())
                .satisfies(refusal -> {
                    assertThat(refusal.source()).hasToString("ThürKO § 36");
                    assertThat(refusal.arguments()).containsExactly(25, 26);
                });
    }

    @Test
    @DisplayName("Nobody counts twice: present and recused together are never more than the members")
    void presentAndRecusedAreMembers() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> quorum(10, 8, 3));
    }

    @Nested
    @DisplayName("In votes, where the statutes count those")
    class InVotes {

        private static Quorum of(int members, int present, int all, int votesPresent, int recused) {
            return new Quorum(
                    THUERINGEN.quorum(),
                    members,
                    present,
                    0,
                    true,
                    false,
                    new Quorum.InVotes(all, votesPresent, recused));
        }

        @ParameterizedTest(name = "{1} of {0} votes: {2}")
        @CsvSource({"20, 11, true", "20, 10, false", "21, 11, true", "21, 10, false"})
        @DisplayName("more than half of the votes have to be there, however many members bring them")
        void majority(int all, int present, boolean met) {
            assertThat(of(5, 1, all, present, 0).isMet()).isEqualTo(met);
            assertThat(of(5, 5, all, present, 0).isMet()).isEqualTo(met);
        }

        @Test
        @DisplayName("a third is enough if who has more than half of the votes is recused")
        void mostAreRecused() {
            assertThat(of(5, 4, 30, 10, 16).isMet()).isTrue();
            assertThat(of(5, 4, 30, 9, 16).isMet()).isFalse();
            assertThat(of(5, 4, 30, 15, 15).isMet()).isFalse();
        }

        @Test
        @DisplayName("the refusal says how many votes there are and how many it takes")
        void refusal() {
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> of(5, 5, 20, 10, 0).require())
                    .withMessage("attendance.quorum.not-met-votes");
        }
    }
}
