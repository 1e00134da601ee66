package de.ratssaal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A kind’s numbers")
class NumberingTest {

    @ParameterizedTest
    @CsvSource({
        "{number:4}/{yy}, 0042/26",
        "A-{number}/{yyyy}, A-42/2026",
        "DS {yyyy}-{number:3}, DS 2026-042",
    })
    @DisplayName("are written as the pattern says")
    void patterns(String pattern, String written) {
        assertThat(new Numbering(pattern, "", 1, false).number(42, 2026)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{number}",
                "{yy}",
                "Nr.",
                "{number}{yy}",
                "{number}/{year}",
                "{number}/{yy}/{yy}",
                "{x}{number}/{yy}"
            })
    @DisplayName("need a number and a year, apart from each other")
    void wrongPatterns(String pattern) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Numbering(pattern, "", 1, false));
    }

    @Test
    @DisplayName("are confused with those of a series that looks the same")
    void confusion() {
        var shared = Numbering.SHARED;
        assertThat(new Numbering("{number:5}/{yy}", "A", 1, false).isConfusedWith(shared))
                .isTrue();
        assertThat(new Numbering("A-{number:4}/{yy}", "A", 1, false).isConfusedWith(shared))
                .isFalse();
        assertThat(new Numbering("{number:4}/{yy}", "", 1, true).isConfusedWith(shared))
                .isFalse();
    }

    @Test
    @DisplayName("that were stored before there were patterns are read as ever")
    void formerNumbers() {
        assertThat(JsonMapper.builder().build().readValue("{\"number\":42,\"year\":2026}", PaperNumber.class))
                .isEqualTo(new PaperNumber(42, 2026))
                .hasToString("0042/26");
        assertThat(PaperNumber.none(2026).isGiven()).isFalse();
    }
}
