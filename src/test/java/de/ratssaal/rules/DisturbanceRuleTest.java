package de.ratssaal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.base.LegalSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R16: A report of a disturbance can be too late")
class DisturbanceRuleTest {

    private static final LegalSource SOURCE = new LegalSource("GeschO", "§ 20");

    @Test
    @DisplayName("after the minutes that the rules of procedure name, and not before")
    void afterTheMinutes() {
        var rule = new DisturbanceRule(5, SOURCE);
        assertThat(rule.mayBeLate(5)).isFalse();
        assertThat(rule.mayBeLate(6)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    @DisplayName("as the chair judges, where nothing names them: so it is in all presets")
    void asTheChairJudges(Preset preset) {
        assertThat(RulesOfProcedure.of(preset).disturbance().mayBeLate(0)).isTrue();
    }

    @Test
    @DisplayName("but never at once by rule")
    void neverAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DisturbanceRule(0, SOURCE));
    }
}
