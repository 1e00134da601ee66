package de.ratssaal.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On an agenda")
class JointItemsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant START = Instant.parse("2026-03-18T16:00:00Z");

    private final Meeting meeting = new Meeting(
            OrganizationId.next(),
            new MeetingPlan("12. Sitzung", MeetingMode.IN_PERSON, START, START.plusSeconds(3_600), "Ratssaal", ""),
            NOW);
    private final AgendaItemId first = meeting.addItem(null, true, "Haushalt");
    private final AgendaItemId second = meeting.addItem(null, true, "Stellenplan");
    private final AgendaItemId third = meeting.addItem(null, true, "Investitionen");

    @Test
    @DisplayName("items that are deliberated together name the first of them")
    void together() {
        meeting.joinItem(second);
        meeting.joinItem(third);

        assertThat(jointWith(first)).isNull();
        assertThat(jointWith(second)).isEqualTo(first);
        assertThat(jointWith(third)).isEqualTo(first);
    }

    @Test
    @DisplayName("the rest stays together when the first of them goes or is dealt with alone")
    void withoutTheFirst() {
        meeting.joinItem(second);
        meeting.joinItem(third);

        meeting.removeItem(first);

        assertThat(jointWith(second)).isNull();
        assertThat(jointWith(third)).isEqualTo(second);

        meeting.separateItem(third);
        assertThat(jointWith(third)).isNull();
    }

    @Test
    @DisplayName("no public item is deliberated together with a non-public one, however it came there")
    void notAcrossParts() {
        meeting.joinItem(second);
        meeting.joinItem(third);

        meeting.moveItem(second, null, false, 0, item -> {});
        assertThat(jointWith(second)).isNull();

        meeting.convene(false, null, List.of(PersonId.next()), NOW);
        meeting.open(PersonId.next(), ZoneOffset.UTC, START);
        meeting.callItem(first, START);
        meeting.closeDoors(START);
        meeting.excludePublic(first, "Steuergeheimnis", START);
        assertThat(jointWith(third)).isNull();
    }

    @Test
    @DisplayName("the first item has none before it")
    void nothingBefore() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.joinItem(first))
                .withMessage("meeting.agenda.nothing-to-join");
    }

    @Test
    @DisplayName("each item begins when those before it are through, and too much is noticed")
    void schedule() {
        meeting.planTime(first, 40);
        var zone = ZoneId.of("Europe/Berlin");

        var fits = AgendaSchedule.of(
                meeting.summary("Stadtrat", zone), meeting.agenda().numbered());
        assertThat(fits.startOf(first)).hasValue(START.atZone(zone));
        assertThat(fits.startOf(second)).hasValue(START.plusSeconds(40 * 60).atZone(zone));
        assertThat(fits.isTooLong()).isFalse();

        meeting.planTime(third, 21);
        var full = AgendaSchedule.of(
                meeting.summary("Stadtrat", zone), meeting.agenda().numbered());
        assertThat(full.end()).hasValue(START.plusSeconds(61 * 60).atZone(zone));
        assertThat(full.isTooLong()).isTrue();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.planTime(first, 0))
                .withMessage("meeting.agenda.minutes-wrong");
    }

    @Test
    @DisplayName("nobody is told a time as long as none was planned")
    void noSchedule() {
        var schedule = AgendaSchedule.of(
                meeting.summary("Stadtrat", ZoneOffset.UTC), meeting.agenda().numbered());
        assertThat(schedule.startOf(second)).isEmpty();
        assertThat(schedule.end()).isEmpty();
        assertThat(schedule.isTooLong()).isFalse();
    }

    private AgendaItemId jointWith(AgendaItemId item) {
        return meeting.agenda().find(item).jointWith();
    }
}
