package de.ratssaal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.TestCouncil;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("Days without meetings")
class DaysOffTest {

    private static final LocalDate YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate YEARS_END = LocalDate.of(2027, 12, 31);

    private static final String FILE = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Ministerium//DE
            BEGIN:VEVENT
            UID:1@example.org
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20270710
            DTEND;VALUE=DATE:20270821
            SUMMARY:Sommerferien
            END:VEVENT
            BEGIN:VEVENT
            UID:2@example.org
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20270507
            SUMMARY:Unterrichtsfrei
            END:VEVENT
            END:VCALENDAR
            """.replace("\n", "\r\n");

    @Autowired
    ApplicationContext context;

    @Autowired
    DaysOff daysOff;

    @Autowired
    Access access;

    private TestCouncil council;
    private BodyId body;

    @BeforeEach
    void found() {
        council = TestCouncil.of(3, context);
        body = council.body();
    }

    @Test
    @DisplayName("are read from a ministry's calendar file, once")
    void file() {
        assertThat(read(FILE)).isEqualTo(2);
        assertThat(read(FILE)).isZero();

        assertThat(daysOff.periods(body, YEAR, YEARS_END))
                .extracting(FreePeriod::name, FreePeriod::first, FreePeriod::last)
                .containsExactly(
                        tuple("Unterrichtsfrei", LocalDate.of(2027, 5, 7), LocalDate.of(2027, 5, 7)),
                        tuple("Sommerferien", LocalDate.of(2027, 7, 10), LocalDate.of(2027, 8, 20)));
    }

    @Test
    @DisplayName("are not read from what is no calendar file, or an empty one")
    void noFile() {
        for (var wrong : List.of("", "Ferien: Juli", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:gestern\r\n")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> read(wrong))
                    .withMessage("calendar.free.file-unreadable");
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"))
                .withMessage("calendar.free.file-empty");
        assertThat(daysOff.periods(body, YEAR, YEARS_END)).isEmpty();
    }

    @Test
    @DisplayName("are the Land's holidays and the body's own, in order, and nothing beyond the span")
    void both() {
        access.asSystem(
                "test",
                () -> daysOff.add(
                        body,
                        new FreePeriod(
                                FreePeriodId.next(),
                                FreeKind.CLOSED,
                                "Betriebsausflug",
                                LocalDate.of(2027, 5, 5),
                                LocalDate.of(2027, 5, 5))));

        assertThat(daysOff.of(body, LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 6)))
                .extracting(DayOff::first)
                .containsExactly(
                        LocalDate.of(2027, 5, 1),
                        LocalDate.of(2027, 5, 5),
                        LocalDate.of(2027, 5, 6)); // Labour Day, the excursion, Ascension
        assertThat(daysOff.of(body, LocalDate.of(2027, 12, 26), LocalDate.of(2028, 1, 1)))
                .extracting(DayOff::first)
                .containsExactly(LocalDate.of(2027, 12, 26), LocalDate.of(2028, 1, 1));
    }

    @Test
    @DisplayName("are kept by secretariats and administrators of the body alone")
    void whoMay() {
        var period = new FreePeriod(FreePeriodId.next(), FreeKind.CLOSED, "Ruhe", YEAR, YEAR.plusDays(1));
        var member = council.members().get(2);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(member, () -> daysOff.add(body, period)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(member, () -> daysOff.remove(body, period.id())));
        assertThat(Acting.as(member, () -> daysOff.mayKeep(body))).isFalse();
        assertThat(daysOff.periods(body, YEAR, YEARS_END)).isEmpty();
    }

    @Test
    @DisplayName("end after they begin, and not years later")
    void bounds() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new FreePeriod(FreePeriodId.next(), FreeKind.CLOSED, "Ruhe", YEAR, YEAR.minusDays(1)))
                .withMessage("calendar.free.ends-before-start");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new FreePeriod(FreePeriodId.next(), FreeKind.CLOSED, "Ruhe", YEAR, YEAR.plusYears(1)))
                .withMessage("calendar.free.too-long");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new FreePeriod(FreePeriodId.next(), FreeKind.CLOSED, " ", YEAR, YEAR))
                .withMessage("calendar.free.name-missing");
    }

    private int read(String file) {
        return access.asSystem(
                "test",
                () -> daysOff.take(
                        body,
                        FreeKind.SCHOOL_HOLIDAYS,
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
    }
}
