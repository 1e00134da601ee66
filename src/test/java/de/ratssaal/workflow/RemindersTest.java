package de.ratssaal.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An office that was asked on a Monday and has until Thursday")
class RemindersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final WorkingDays WEEK = new WorkingDays(day -> false);

    private static OfficeDay after(int days) {
        return new OfficeDay(MONDAY.plusDays(days), WEEK);
    }

    @ParameterizedTest(name = "{0} days after Monday: reminder {1}")
    @CsvSource({"0, 0", "1, 0", "2, 1", "3, 1", "4, 2", "5, 2", "6, 2", "7, 2", "8, 3", "9, 3", "10, 4"})
    @DisplayName("is reminded one working day before the end, on the first after it, and on every second from then on")
    void usual(int days, int reminder) {
        assertThat(Reminders.USUAL.latest(MONDAY, THURSDAY, after(days))).isEqualTo(reminder);
    }

    @ParameterizedTest(name = "{0} days after Monday: {1}")
    @CsvSource({"9, false", "10, true", "11, true"})
    @DisplayName("keeps others waiting so long, on the fifth working day after the end, that they are told")
    void escalated(int days, boolean areTold) {
        assertThat(Reminders.USUAL.areEscalated(THURSDAY, after(days))).isEqualTo(areTold);
    }

    @Test
    @DisplayName("is not reminded on the day on which it is asked, however short the deadline")
    void notAtOnce() {
        assertThat(Reminders.USUAL.latest(MONDAY, MONDAY.plusDays(1), after(0))).isZero();
        assertThat(Reminders.USUAL.latest(MONDAY, MONDAY.plusDays(1), after(1))).isZero();
        assertThat(Reminders.USUAL.latest(MONDAY, MONDAY.plusDays(1), after(2))).isEqualTo(2);
    }

    @Test
    @DisplayName("is never reminded, and nobody told, where the process says so")
    void never() {
        assertThat(Reminders.NONE.latest(MONDAY, THURSDAY, after(60))).isZero();
        assertThat(Reminders.NONE.areEscalated(THURSDAY, after(60))).isFalse();
        assertThat(new Reminders(31, 0, 0).areLawful()).isFalse();
        assertThat(new Reminders(30, 30, 30).areLawful()).isTrue();
        assertThat(new Reminders(0, -1, 0).areLawful()).isFalse();
    }

    @Test
    @DisplayName("had none in processes that were laid down before there were reminders")
    void oldProcesses() {
        var old = """
                {"steps":[{"name":"Freigabe","kind":"APPROVE","actor":"AUTHOR_OFFICE","offices":[],"inOrder":false,
                "condition":"ALWAYS","workingDays":3,"mayBePassedOver":false}],"afterChange":"VOID","afterRefusal":"ONLY_OPEN"}
                """;
        assertThat(ProcessDesign.parse(old).steps().getFirst().reminders()).isEqualTo(Reminders.NONE);
    }
}
