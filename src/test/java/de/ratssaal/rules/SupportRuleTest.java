package de.ratssaal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.base.LegalSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is moved needs as many supporters as the rules ask for")
class SupportRuleTest {

    @ParameterizedTest(name = "{0} members: {1}")
    @CsvSource({"50, 10", "51, 11", "5, 1", "4, 1"})
    @DisplayName("a fifth of the council's members puts a matter on the agenda (GO NRW § 48 Abs. 1)")
    void aFifth(int members, int needed) {
        var rule = RulesOfProcedure.NORDRHEIN_WESTFALEN.support().paper();
        assertThat(rule.of(3, members)).isEqualTo(needed);
        assertThat(rule.groupSuffices()).as("or a political group").isTrue();
        assertThat(rule.source()).hasToString("GO NRW § 48 Abs. 1");
    }

    @ParameterizedTest(name = "{0} members: {1}")
    @CsvSource({"40, 10", "41, 11"})
    @DisplayName("a quarter of them in Thüringen (ThürKO § 35 Abs. 4)")
    void aQuarter(int members, int needed) {
        var rule = RulesOfProcedure.THUERINGEN.support().paper();
        assertThat(rule.of(0, members)).isEqualTo(needed);
        assertThat(rule.source()).hasToString("ThürKO § 35 Abs. 4");
    }

    @Test
    @DisplayName("a number is the same whoever is present; a share can be one of those present")
    void numberOrShare() {
        var three = needed(Backing.of(3));
        assertThat(three.of(2, 50)).isEqualTo(3);
        assertThat(needed(Backing.of(Fraction.THIRD)).of(10, 50)).isEqualTo(4);
        assertThat(needed(Backing.NONE).of(10, 50)).isZero();
        assertThat(needed(Backing.NONE).needsSome()).isFalse();
    }

    private static SupportNeeded needed(Backing backing) {
        return new SupportNeeded(backing, false, false, new LegalSource("GeschO", "§ 8"));
    }

    @Test
    @DisplayName("each kind of motion by its own paragraph, also as it was written down when one held for all")
    void eachKind() {
        var old = """
                {"support":{"procedure":{"persons":3,"share":null},"amendment":{"persons":null,"share":{"numerator":1,
                "denominator":4}},"urgency":{"persons":null,"share":null},"paper":{"persons":null,"share":null},
                "ofAllMembers":false,"groupSuffices":false,"source":{"statute":"GeschO","section":"§ 8"}}}
                """;
        var rule = RulesOfProcedure.of(Preset.THUERINGEN, old).support();

        assertThat(rule.procedure()).isEqualTo(needed(Backing.of(3)));
        assertThat(rule.amendment()).isEqualTo(needed(Backing.of(Fraction.QUARTER)));
        assertThat(rule.paper()).isEqualTo(needed(Backing.NONE));
        var own = new SupportNeeded(Backing.of(5), true, true, new LegalSource("GeschO", "§ 9"));
        var changed = TestRules.with(
                RulesOfProcedure.THUERINGEN,
                new SupportRule(
                        needed(Backing.of(2)),
                        own,
                        rule.urgency(),
                        RulesOfProcedure.THUERINGEN.support().paper()));
        assertThat(RulesOfProcedure.of(Preset.THUERINGEN, changed.changes())).isEqualTo(changed);
    }

    @Test
    @DisplayName("and is either a number or a share")
    void notBoth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backing(3, Fraction.HALF));
        assertThatIllegalArgumentException().isThrownBy(() -> Backing.of(0));
    }
}
