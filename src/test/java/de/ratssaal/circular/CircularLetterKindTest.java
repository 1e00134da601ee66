package de.ratssaal.circular;

import static de.ratssaal.circular.CircularLetterKind.BEGAN;
import static de.ratssaal.circular.CircularLetterKind.HALF_TIME;
import static de.ratssaal.circular.CircularLetterKind.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Members who have not answered")
class CircularLetterKindTest {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant END = BEGINNING.plus(Duration.ofDays(6));

    @Test
    @DisplayName("are written to at the beginning, at half of the period and a day before its end")
    void threeLetters() {
        assertThat(at(Duration.ofSeconds(-1))).isEmpty();
        assertThat(at(Duration.ZERO)).contains(BEGAN);
        assertThat(at(Duration.ofDays(3).minusSeconds(1))).contains(BEGAN);
        assertThat(at(Duration.ofDays(3))).contains(HALF_TIME);
        assertThat(at(Duration.ofDays(5).minusSeconds(1))).contains(HALF_TIME);
        assertThat(at(Duration.ofDays(5))).contains(LAST_DAY);
    }

    @Test
    @DisplayName("are not written to from the end on")
    void nothingAfterTheEnd() {
        assertThat(at(Duration.ofDays(6).minusSeconds(1))).contains(LAST_DAY);
        assertThat(at(Duration.ofDays(6))).isEmpty();
    }

    @Test
    @DisplayName("are reminded once only of a period that is not longer than two days")
    void shortPeriod() {
        var end = BEGINNING.plus(Duration.ofDays(2));
        assertThat(CircularLetterKind.latest(BEGINNING, end, BEGINNING.plus(Duration.ofDays(1))))
                .contains(HALF_TIME);
        assertThat(CircularLetterKind.latest(BEGINNING, end, end.minusSeconds(1)))
                .contains(HALF_TIME);
        var longer = end.plusSeconds(2);
        assertThat(CircularLetterKind.latest(BEGINNING, longer, longer.minus(Duration.ofDays(1))))
                .contains(LAST_DAY);
    }

    private static Optional<CircularLetterKind> at(Duration after) {
        return CircularLetterKind.latest(BEGINNING, END, BEGINNING.plus(after));
    }
}
