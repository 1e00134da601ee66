package de.ratssaal.rules;

import static de.ratssaal.rules.RulesOfProcedure.ASSOCIATION;
import static de.ratssaal.rules.RulesOfProcedure.NORDRHEIN_WESTFALEN;
import static de.ratssaal.rules.RulesOfProcedure.THUERINGEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.base.LegalSource;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Rules of procedure are values")
class RulesOfProcedureTest {

    @ParameterizedTest
    @EnumSource(Preset.class)
    @DisplayName("Each preset names the source of every rule")
    void everyRuleNamesItsSource(Preset preset) {
        var rules = RulesOfProcedure.of(preset);

        assertThat(rules.preset()).isEqualTo(preset);
        assertThat(rulesIn(rules))
                .hasSize(25)
                .allSatisfy(rule -> assertThat(source(rule).statute()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    @DisplayName("A preset is written down without changes and read again as it was")
    void aPresetHasNoChanges(Preset preset) {
        var rules = RulesOfProcedure.of(preset);

        assertThat(rules.changes()).isEqualTo("{}");
        assertThat(RulesOfProcedure.of(preset, "{}")).isEqualTo(rules);
    }

    @Test
    @DisplayName("What an administrator changed is written down and read again, and nothing else")
    void changesAreReadAgain() {
        var t = THUERINGEN;
        var changed = new RulesOfProcedure(
                t.preset(),
                new InvitationRule(6, 3, new LegalSource("GeschO", "§ 2")),
                t.announcement(),
                t.urgentItem(),
                new QuorumRule(Fraction.HALF, null, false, t.quorum().source()),
                t.recusal(),
                t.majority(),
                t.ballotMode(),
                t.election(),
                t.publicity(),
                t.remote(),
                t.circular(),
                t.minutes(),
                t.speaking(),
                t.disturbance(),
                t.arrival(),
                t.openVote(),
                t.message(),
                new SupportRule(
                        new SupportNeeded(Backing.of(3), false, true, new LegalSource("GeschO", "§ 8")),
                        t.support().amendment(),
                        t.support().urgency(),
                        t.support().paper()),
                new DelegationRule(1, true, new LegalSource("Satzung", "§ 9")),
                t.weight(),
                new SecretVoteRule(5, 1, t.secretVote().source()),
                t.stream());

        assertThat(changed.changes())
                .contains("invitation", "quorum", "support", "delegation", "secretVote")
                .doesNotContain("majority", "ballotMode");
        assertThat(RulesOfProcedure.of(t.preset(), changed.changes())).isEqualTo(changed);
    }

    @Test
    @DisplayName("An entry from before a rule gained a value takes that value from the preset")
    void whatAnEntryLacksComesFromThePreset() {
        var rules = RulesOfProcedure.of(Preset.THUERINGEN, "{\"invitation\":{\"days\":9}}");

        assertThat(rules.invitation())
                .isEqualTo(new InvitationRule(9, 2, THUERINGEN.invitation().source()));
    }

    @Test
    @DisplayName("An entry from before a rule lost a value is read without it")
    void whatNoRuleKnowsAnyMore() {
        var rules = RulesOfProcedure.of(Preset.ASSOCIATION, "{\"ballotMode\":{\"mayCorrectUntilClosing\":false}}");

        assertThat(rules).isEqualTo(ASSOCIATION);
    }

    @Test
    @DisplayName("Anything else is refused")
    void nonsenseIsRefused() {
        for (var nonsense : new String[] {
            "", "[]", "{\"invitations\":{}}", "{\"invitation\":{\"daze\":4}}", "{\"invitation\":{\"days\":null}}"
        }) {
            assertThatIllegalArgumentException()
                    .as(nonsense)
                    .isThrownBy(() -> RulesOfProcedure.of(Preset.THUERINGEN, nonsense));
        }
    }

    @Nested
    @DisplayName("R9: another way to vote is taken when enough ask for it")
    class BallotMode {

        @Test
        @DisplayName("Thüringen: a quarter of those present for a roll call, more than half for a secret vote")
        void thueringen() {
            var rule = THUERINGEN.ballotMode();

            assertThat(rule.rollCall().isMetBy(10, 40, 51)).isTrue();
            assertThat(rule.rollCall().isMetBy(9, 40, 51)).isFalse();
            assertThat(rule.secret().isMetBy(21, 40, 51)).isTrue();
            assertThat(rule.secret().isMetBy(20, 40, 51)).isFalse();
        }

        @Test
        @DisplayName("GO NRW § 50: a fifth of the council's members for a secret vote, however many are present")
        void nordrheinWestfalen() {
            var rule = NORDRHEIN_WESTFALEN.ballotMode();

            assertThat(rule.secret().isMetBy(11, 30, 51)).isTrue();
            assertThat(rule.secret().isMetBy(10, 30, 51)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    @DisplayName(
            "No code of a Land lets a vote be taken back, nor a clock end a vote: it takes a rule of the organization's own")
    void aVoteStaysUnlessAnOrganizationSaysOtherwise(Preset preset) {
        var rule = RulesOfProcedure.of(preset).openVote();

        assertThat(rule.correctable()).isFalse();
        assertThat(rule.closesByItself()).isFalse();
    }

    @Test
    @DisplayName("R4: BGB § 32 lets an association decide in any number, but not with nobody")
    void anAssociationDecidesInAnyNumber() {
        assertThat(ASSOCIATION.quorum().present().leastExceeding(200)).isEqualTo(1);
    }

    @Test
    @DisplayName("R12, R13: GO NRW knows no purely digital meeting and no circular resolution in ordinary times")
    void nordrheinWestfalenMeetsInPersonOrHybrid() {
        assertThat(NORDRHEIN_WESTFALEN.remote().digital()).isFalse();
        assertThat(NORDRHEIN_WESTFALEN.remote().hybrid()).isTrue();
        assertThat(NORDRHEIN_WESTFALEN.circular().allowed()).isFalse();
    }

    @Test
    @DisplayName(
            "A secret vote by device takes at least two voters; as many tellers confirm it as the rules say, or as decrypt it")
    void secretVotes() {
        var source = THUERINGEN.secretVote().source();

        assertThat(THUERINGEN.secretVote().leastVoters()).isEqualTo(3);
        assertThat(THUERINGEN.secretVote().confirmationsOf(2, 3)).isEqualTo(2);
        assertThat(new SecretVoteRule(2, 3, source).confirmationsOf(2, 5)).isEqualTo(3);
        assertThat(new SecretVoteRule(2, 5, source).confirmationsOf(2, 3)).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretVoteRule(1, null, source));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretVoteRule(2, 0, source));
    }

    private static Stream<Object> rulesIn(RulesOfProcedure rules) {
        return Arrays.stream(RulesOfProcedure.class.getRecordComponents())
                .filter(it -> it.getType().isRecord())
                .map(it -> value(it, rules))
                .flatMap(it -> it instanceof SupportRule(var procedure, var amendment, var urgency, var paper)
                        ? Stream.of(procedure, amendment, urgency, paper)
                        : Stream.of(it));
    }

    private static LegalSource source(Object rule) {
        return (LegalSource) value(
                Arrays.stream(rule.getClass().getRecordComponents())
                        .filter(it -> it.getName().equals("source"))
                        .findFirst()
                        .orElseThrow(),
                rule);
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"THUERINGEN", "NORDRHEIN_WESTFALEN"})
    @DisplayName("In a council each member has one vote and casts it themself (free mandate)")
    void aCouncillorsVoteIsTheirOwn(Preset preset) {
        var rules = RulesOfProcedure.of(preset);

        assertThat(rules.delegation().permits()).isFalse();
        assertThat(rules.weight().weighted()).isFalse();
        assertThat(rules.weight().countsVotesForQuorum()).isFalse();
    }

    @Test
    @DisplayName(
            "An association's statutes may let members leave their votes to others and give some several (BGB §§ 35, 38, 40)")
    void anAssociationsStatutesMayAllowBoth() {
        assertThat(ASSOCIATION.delegation().most()).isEqualTo(2);
        assertThat(ASSOCIATION.delegation().countsAsPresent()).isFalse();
        assertThat(ASSOCIATION.delegation().source()).hasToString("Satzung (§ 38 Satz 2, § 40 BGB)");
        assertThat(ASSOCIATION.weight().weighted()).isTrue();
        assertThat(ASSOCIATION.weight().quorumOfVotes())
                .as("the statutes have to say so")
                .isFalse();
        assertThat(ASSOCIATION.weight().source()).hasToString("Satzung (§ 35 BGB)");
    }
}
