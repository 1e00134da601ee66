package de.ratssaal.rules;

import static de.ratssaal.rules.RulesOfProcedure.ASSOCIATION;
import static de.ratssaal.rules.RulesOfProcedure.NORDRHEIN_WESTFALEN;
import static de.ratssaal.rules.RulesOfProcedure.THUERINGEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R1, R2: Members are invited and the public is told in time")
class InvitationRuleTest {

    static final LocalDate MEETING = LocalDate.of(2026, 9, 16);

    @ParameterizedTest(name = "delivered on {0}, urgent {1}: {2}")
    @CsvSource({
        "2026-09-11, false, true",
        "2026-09-12, false, false",
        "2026-09-14, true, true",
        "2026-09-15, true, false",
        "2026-09-17, true, false"
    })
    @DisplayName("ThürKO § 35: at least four full calendar days lie between, in urgency it arrives two days before")
    void thueringen(LocalDate delivered, boolean urgent, boolean kept) {
        assertThat(THUERINGEN.invitation().isKeptBy(new InvitationPeriod(delivered, MEETING), urgent))
                .isEqualTo(kept);
    }

    @ParameterizedTest(name = "delivered on {0}, urgent {1}: {2}")
    @CsvSource({
        "2026-09-08, false, true",
        "2026-09-09, false, false",
        "2026-09-12, true, true",
        "2026-09-13, true, false"
    })
    @DisplayName("GO NRW § 47: seven full days lie between, in urgency three")
    void nordrheinWestfalen(LocalDate delivered, boolean urgent, boolean kept) {
        assertThat(NORDRHEIN_WESTFALEN.invitation().isKeptBy(new InvitationPeriod(delivered, MEETING), urgent))
                .isEqualTo(kept);
    }

    @Test
    @DisplayName("An association's statutes leave two weeks")
    void association() {
        assertThat(ASSOCIATION.invitation().latestDelivery(MEETING, false)).isEqualTo("2026-09-01");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-09-11, 4", "2026-09-15, 0", "2026-09-16, 0", "2026-09-20, 0"})
    @DisplayName("Neither the day of delivery nor the day of the meeting is counted")
    void fullDays(LocalDate delivered, int days) {
        assertThat(new InvitationPeriod(delivered, MEETING).fullDays()).isEqualTo(days);
    }

    @Test
    @DisplayName("ThürKO § 35: time, place and agenda are published on the fourth day before, in urgency on the second")
    void announcement() {
        assertThat(THUERINGEN.announcement().latestDay(MEETING, false)).isEqualTo("2026-09-12");
        assertThat(THUERINGEN.announcement().latestDay(MEETING, true)).isEqualTo("2026-09-14");
    }

    @Test
    @DisplayName("Urgency never lengthens the period")
    void urgencyShortens() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new InvitationRule(2, 4, THUERINGEN.invitation().source()));
    }
}
