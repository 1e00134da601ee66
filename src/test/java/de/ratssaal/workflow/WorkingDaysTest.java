package de.ratssaal.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A deadline in working days")
class WorkingDaysTest {

    @ParameterizedTest(name = "{1} after {0} ends on {2}")
    @CsvSource({
        "2026-11-23, 1, 2026-11-24",
        "2026-11-27, 1, 2026-11-30", // Friday
        "2026-11-28, 1, 2026-11-30", // Saturday
        "2026-12-23, 2, 2026-12-28", // Christmas on a Friday and Saturday
        "2026-04-02, 1, 2026-04-07", // Easter
        "2026-05-13, 1, 2026-05-15", // Ascension
        "2027-05-14, 1, 2027-05-18", // Whit Monday
        "2026-11-23, 0, 2026-11-23"
    })
    @DisplayName("counts neither its first day nor weekends and public holidays")
    void after(LocalDate day, int count, LocalDate last) {
        assertThat(WorkingDays.after(day, count)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18"})
    @DisplayName("knows Easter")
    void easter(LocalDate sunday) {
        assertThat(WorkingDays.isOne(sunday.plusDays(1))).isFalse();
        assertThat(WorkingDays.isOne(sunday.minusDays(2))).isFalse();
        assertThat(WorkingDays.isOne(sunday.minusDays(3))).isTrue();
        assertThat(WorkingDays.isOne(sunday.plusDays(2))).isTrue();
    }
}
