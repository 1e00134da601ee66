package de.ratssaal.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.calendar.PublicHoliday;
import de.ratssaal.organization.Land;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A deadline in working days")
class WorkingDaysTest {

    private static WorkingDays in(Land land) {
        return new WorkingDays(day -> PublicHoliday.of(land, day.getYear()).containsKey(day));
    }

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
        assertThat(in(Land.TH).after(day, count)).isEqualTo(last);
        assertThat(in(Land.TH).between(day, last)).isEqualTo(count);
    }

    @ParameterizedTest(name = "in {0}, 1 after {1} ends on {2}")
    @CsvSource({
        "NW, 2026-06-03, 2026-06-05", // Corpus Christi
        "TH, 2026-06-03, 2026-06-04",
        "TH, 2027-09-17, 2027-09-21", // Children's Day on a Monday
        "NW, 2027-09-17, 2027-09-20",
        "SN, 2026-11-17, 2026-11-19", // Repentance
        "TH, 2026-11-17, 2026-11-18"
    })
    @DisplayName("knows the holidays of the body's Land and no others")
    void ofTheLand(Land land, LocalDate day, LocalDate last) {
        assertThat(in(land).after(day, 1)).isEqualTo(last);
    }

    @Test
    @DisplayName("is counted back in the same way")
    void before() {
        assertThat(in(Land.TH).before(LocalDate.of(2026, 12, 28), 2)).isEqualTo(LocalDate.of(2026, 12, 23));
        assertThat(in(Land.TH).between(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 23)))
                .isZero();
    }
}
