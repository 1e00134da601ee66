package de.ratssaal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A series of meetings falls")
class RecurrenceTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1); // a Friday
    private static final LocalDate LAST = LocalDate.of(2027, 3, 31); // a Wednesday

    @Test
    @DisplayName("on every fourth Wednesday, counted from the first one, both ends included")
    void weekly() {
        assertThat(new Recurrence.Weekly(4, DayOfWeek.WEDNESDAY).days(FIRST, LAST))
                .containsExactlyElementsOf(days("2027-01-06", "2027-02-03", "2027-03-03", "2027-03-31"));
    }

    @Test
    @DisplayName("on the first, third or last Thursday of the month")
    void monthly() {
        assertThat(new Recurrence.Monthly(1, Recurrence.Week.FIRST, DayOfWeek.THURSDAY).days(FIRST, LAST))
                .containsExactlyElementsOf(days("2027-01-07", "2027-02-04", "2027-03-04"));
        assertThat(new Recurrence.Monthly(2, Recurrence.Week.THIRD, DayOfWeek.THURSDAY).days(FIRST, LAST))
                .containsExactlyElementsOf(days("2027-01-21", "2027-03-18"));
        assertThat(new Recurrence.Monthly(1, Recurrence.Week.LAST, DayOfWeek.THURSDAY).days(FIRST, LAST))
                .containsExactlyElementsOf(days("2027-01-28", "2027-02-25", "2027-03-25"));
    }

    @Test
    @DisplayName("on no day before the span, though the month begins earlier")
    void notBefore() {
        assertThat(new Recurrence.Monthly(1, Recurrence.Week.FIRST, DayOfWeek.MONDAY)
                        .days(LocalDate.of(2027, 1, 5), LocalDate.of(2027, 1, 31)))
                .isEmpty();
        assertThat(new Recurrence.Weekly(1, DayOfWeek.MONDAY).days(FIRST, LocalDate.of(2027, 1, 3)))
                .isEmpty();
    }

    @Test
    @DisplayName("never on days without end")
    void bounded() {
        assertThat(new Recurrence.Weekly(1, DayOfWeek.MONDAY).days(FIRST, FIRST.plusYears(9)))
                .hasSize(Recurrence.MOST_DAYS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recurrence.Weekly(1, DayOfWeek.MONDAY).days(FIRST, FIRST.plusYears(11)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recurrence.Weekly(0, DayOfWeek.MONDAY));
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
