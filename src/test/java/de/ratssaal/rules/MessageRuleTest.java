package de.ratssaal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.base.LegalSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Messages between members of a meeting")
class MessageRuleTest {

    private static final LegalSource SOURCE = new LegalSource("GeschO", "§ 12");

    @ParameterizedTest
    @EnumSource(Preset.class)
    @DisplayName("are not allowed by any preset")
    void byNoPreset(Preset preset) {
        assertThat(RulesOfProcedure.of(preset).message().amongMembers()).isEqualTo(MessagesAmong.NOBODY);
        assertThat(RulesOfProcedure.of(preset).message().allows("A", "A")).isFalse();
    }

    @Test
    @DisplayName("stay within a political group where only that is allowed; without a group there is none to stay in")
    void withinGroup() {
        var rule = new MessageRule(MessagesAmong.GROUP, 7, SOURCE);
        assertThat(rule.allows("A", "A")).isTrue();
        assertThat(rule.allows("A", "B")).isFalse();
        assertThat(rule.allows(null, null)).isFalse();
        assertThat(rule.allows("A", null)).isFalse();
    }

    @Test
    @DisplayName("go to everybody where that is allowed")
    void toEverybody() {
        assertThat(new MessageRule(MessagesAmong.EVERYBODY, 1, SOURCE).allows(null, "B"))
                .isTrue();
    }

    @Test
    @DisplayName("are kept for a day at least: who received one can still show it")
    void keptForADay() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageRule(MessagesAmong.NOBODY, 0, SOURCE));
    }
}
