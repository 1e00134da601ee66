package de.ratssaal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.organization.Land;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The public holidays")
class PublicHolidayTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1818, 1818-03-22", // the earliest there is
        "1943, 1943-04-25", // the latest there is
        "2000, 2000-04-23",
        "2024, 2024-03-31",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2028, 2028-04-16",
        "2038, 2038-04-25"
    })
    @DisplayName("that move follow Easter Sunday")
    void easter(int year, LocalDate day) {
        assertThat(PublicHoliday.easter(year)).isEqualTo(day);
    }

    @Test
    @DisplayName("of Thüringen in 2026 are these (ThürFtG § 2)")
    void thueringen() {
        assertThat(PublicHoliday.of(Land.TH, 2026))
                .containsExactly(
                        entry("2026-01-01", PublicHoliday.NEW_YEAR),
                        entry("2026-04-03", PublicHoliday.GOOD_FRIDAY),
                        entry("2026-04-06", PublicHoliday.EASTER_MONDAY),
                        entry("2026-05-01", PublicHoliday.LABOUR_DAY),
                        entry("2026-05-14", PublicHoliday.ASCENSION),
                        entry("2026-05-25", PublicHoliday.WHIT_MONDAY),
                        entry("2026-09-20", PublicHoliday.CHILDRENS_DAY),
                        entry("2026-10-03", PublicHoliday.GERMAN_UNITY),
                        entry("2026-10-31", PublicHoliday.REFORMATION),
                        entry("2026-12-25", PublicHoliday.CHRISTMAS),
                        entry("2026-12-26", PublicHoliday.BOXING_DAY));
    }

    @Test
    @DisplayName("differ between the Länder")
    void others() {
        assertThat(PublicHoliday.of(Land.NW, 2026).values())
                .contains(PublicHoliday.CORPUS_CHRISTI, PublicHoliday.ALL_SAINTS)
                .doesNotContain(PublicHoliday.REFORMATION, PublicHoliday.CHILDRENS_DAY);
        assertThat(PublicHoliday.of(Land.SN, 2026)).containsEntry(LocalDate.of(2026, 11, 18), PublicHoliday.REPENTANCE);
        assertThat(PublicHoliday.of(Land.SN, 2022)).containsEntry(LocalDate.of(2022, 11, 16), PublicHoliday.REPENTANCE);
    }

    @Test
    @DisplayName("are one day where two fall together")
    void together() {
        assertThat(PublicHoliday.of(Land.TH, 2008))
                .containsKey(LocalDate.of(2008, 5, 1))
                .hasSize(10);
    }

    private static Map.Entry<LocalDate, PublicHoliday> entry(String day, PublicHoliday holiday) {
        return Map.entry(LocalDate.parse(day), holiday);
    }
}
