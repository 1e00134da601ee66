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
        var rule = RulesOfProcedure.NORDRHEIN_WESTFALEN.support();
        assertThat(rule.needed(rule.paper(), 3, members)).isEqualTo(needed);
        assertThat(rule.groupSuffices()).as("or a political group").isTrue();
        assertThat(rule.source()).hasToString("GO NRW § 48 Abs. 1");
    }

    @ParameterizedTest(name = "{0} members: {1}")
    @CsvSource({"40, 10", "41, 11"})
    @DisplayName("a quarter of them in Thüringen (ThürKO § 35 Abs. 4)")
    void aQuarter(int members, int needed) {
        var rule = RulesOfProcedure.THUERINGEN.support();
        assertThat(rule.needed(rule.paper(), 0, members)).isEqualTo(needed);
        assertThat(rule.source()).hasToString("ThürKO § 35 Abs. 4");
    }

    @Test
    @DisplayName("a number is the same whoever is present; a share can be one of those present")
    void numberOrShare() {
        var rule = new SupportRule(
                Backing.of(3),
                Backing.of(Fraction.THIRD),
                Backing.NONE,
                Backing.NONE,
                false,
                false,
                new LegalSource("GeschO", "§ 8"));
        assertThat(rule.needed(rule.procedure(), 2, 50)).isEqualTo(3);
        assertThat(rule.needed(rule.amendment(), 10, 50)).isEqualTo(4);
        assertThat(rule.needed(rule.urgency(), 10, 50)).isZero();
        assertThat(rule.urgency().needsSome()).isFalse();
    }

    @Test
    @DisplayName("and is either a number or a share")
    void notBoth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backing(3, Fraction.HALF));
        assertThatIllegalArgumentException().isThrownBy(() -> Backing.of(0));
    }
}
