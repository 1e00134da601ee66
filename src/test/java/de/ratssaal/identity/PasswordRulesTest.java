package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"drei Linden vor der Brücke", "Xk3#vQp9!mZr", "zwölfZeichen"})
    @DisplayName("Twelve signs that nobody tries first are enough")
    void good(String password) {
        assertThatCode(() -> PasswordRules.check(password, "emuster", "Erika Muster"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"elfZeichen!", "ababababababab", "emuster-Erika-2024", "RatssaalRatssaal1", "Kennwort123456789!"
            })
    @DisplayName("Short ones, few different signs and names are refused")
    void bad(String password) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PasswordRules.check(password, "emuster", "Erika Muster"));
    }
}
