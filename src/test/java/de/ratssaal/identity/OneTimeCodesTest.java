package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One-time codes (RFC 6238)")
class OneTimeCodesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1111111109L);
    private static final long STEP = 1111111109L / 30;

    @ParameterizedTest(name = "at second {0}: {1}")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    @DisplayName("are those of the vectors in appendix B, of which six digits are shown")
    void vectors(long second, String eightDigits) {
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    @DisplayName("count in the half minute before and after, and not beyond")
    void clocksDiffer() {
        assertThat(stepOf(NOW.minusSeconds(30), 0)).isEqualTo(STEP - 1);
        assertThat(stepOf(NOW, 0)).isEqualTo(STEP);
        assertThat(stepOf(NOW.plusSeconds(30), 0)).isEqualTo(STEP + 1);
        assertThat(stepOf(NOW.minusSeconds(60), 0)).isEqualTo(-1);
        assertThat(stepOf(NOW.plusSeconds(60), 0)).isEqualTo(-1);
    }

    @Test
    @DisplayName("count once: neither the same code again nor the one before it")
    void once() {
        assertThat(stepOf(NOW, STEP)).isEqualTo(-1);
        assertThat(stepOf(NOW.minusSeconds(30), STEP)).isEqualTo(-1);
        assertThat(stepOf(NOW.plusSeconds(30), STEP)).isEqualTo(STEP + 1);
    }

    @Test
    @DisplayName("are not a part of a code, nor one with something added")
    void whole() {
        assertThat(OneTimeCodes.stepOf("081804 ", SECRET, NOW, 0)).isEmpty();
        assertThat(OneTimeCodes.stepOf("81804", SECRET, NOW, 0)).isEmpty();
        assertThat(OneTimeCodes.stepOf("", SECRET, NOW, 0)).isEmpty();
    }

    private static long stepOf(Instant shownAt, long last) {
        return OneTimeCodes.stepOf(OneTimeCodes.at(SECRET, shownAt), SECRET, NOW, last)
                .orElse(-1);
    }
}
