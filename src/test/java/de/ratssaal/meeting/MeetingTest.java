package de.ratssaal.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A meeting")
class MeetingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant START = Instant.parse("2026-03-18T16:00:00Z");
    private final PersonId chair = PersonId.next();
    private final Meeting meeting = new Meeting(OrganizationId.next(), plan(START), NOW);

    private static void anything(AgendaItemId item) {}

    private static MeetingPlan plan(Instant start) {
        return new MeetingPlan("12. Sitzung", MeetingMode.IN_PERSON, start, null, "Ratssaal", "");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private Meeting convened() {
        meeting.addItem(null, true, "Eröffnung");
        meeting.addItem(null, true, "Digitalisierung");
        meeting.addItem(null, false, "Grundstück");
        meeting.convene(false, null, List.of(chair), NOW);
        return meeting;
    }

    private Meeting opened() {
        convened().open(chair, ZoneOffset.UTC, START);
        return meeting;
    }

    private List<String> numbers() {
        return meeting.agenda().numbered().stream()
                .map(it -> it.number() + " " + it.title())
                .toList();
    }

    @Test
    @DisplayName("is never planned in the past")
    void notInThePast() {
        refused("meeting.plan.in-the-past", () -> new Meeting(OrganizationId.next(), plan(NOW), NOW));
        refused("meeting.plan.in-the-past", () -> meeting.replan(plan(NOW.minusSeconds(1)), NOW));
    }

    @Test
    @DisplayName("names its place, and a digital one where the public follows it (R12)")
    void placeIsNamed() {
        refused(
                "meeting.plan.place-missing",
                () -> meeting.replan(new MeetingPlan("A", MeetingMode.HYBRID, START, null, " ", "stream"), NOW));
        refused(
                "meeting.plan.public-access-missing",
                () -> meeting.replan(new MeetingPlan("A", MeetingMode.DIGITAL, START, null, "", ""), NOW));
    }

    @Test
    @DisplayName("can be closed though the clock was set back since it was opened")
    void closedByAClockThatWasSetBack() {
        opened().close(START.minusSeconds(3600));

        assertThat(meeting.summary("Stadtrat", ZoneOffset.UTC).closedAt()).isEqualTo(START);
    }

    @Test
    @DisplayName("R11: excludes the public from an item for a reason; the others keep their numbers")
    void excludesThePublic() {
        opened();
        var item = meeting.agenda().numbered().getFirst().id();
        refused("meeting.exclusion.doors-open", () -> meeting.excludePublic(item, "Steuergeheimnis", START));
        meeting.callItem(item, START);
        refused("meeting.exclusion.doors-open", () -> meeting.excludePublic(item, "Steuergeheimnis", START));
        meeting.closeDoors(START);
        refused("meeting.exclusion.reason-missing", () -> meeting.excludePublic(item, " ", START));

        meeting.excludePublic(item, "Steuergeheimnis", START);

        assertThat(numbers()).containsExactly("Ö 2 Digitalisierung", "N 1 Grundstück", "N 2 Eröffnung");
    }

    @Test
    @DisplayName(
            "R11: does not take what was dealt with in public along when it excludes the public from the item above")
    void whatWasDoneInPublicStaysPublic() {
        var above = meeting.addItem(null, true, "Haushalt");
        var below = meeting.addItem(above, true, "Einzelplan 1");
        var deeper = meeting.addItem(below, true, "Titel 4");
        var other = meeting.addItem(above, true, "Einzelplan 2");
        opened();
        meeting.callItem(deeper, START);
        meeting.finishItem(deeper, START);

        for (var excluded : List.of(deeper, below, above)) {
            refused(
                    excluded.equals(deeper) ? "meeting.exclusion.item-done" : "meeting.exclusion.below-done",
                    () -> meeting.excludePublic(excluded, "Steuergeheimnis", START));
        }
        assertThat(meeting.agenda().find(above).isPublic()).isTrue();
        assertThat(meeting.agenda().find(deeper).isPublic()).isTrue();

        meeting.callItem(other, START);
        meeting.closeDoors(START);
        refused("meeting.exclusion.below-done", () -> meeting.excludePublic(above, "Steuergeheimnis", START));
        meeting.excludePublic(other, "Steuergeheimnis", START);

        assertThat(meeting.agenda().find(other).isPublic()).isFalse();
    }

    @Test
    @DisplayName("is not convened without an agenda")
    void noInvitationWithoutAgenda() {
        refused("meeting.invitation.agenda-missing", () -> meeting.convene(false, null, List.of(), NOW));
    }

    @Test
    @DisplayName("can be changed after the invitation went out, and not once it is opened")
    void agendaStands() {
        convened();
        meeting.addItem(null, true, "Nachtrag");
        meeting.open(chair, ZoneOffset.UTC, START);

        refused("meeting.agenda.already-begun", () -> meeting.addItem(null, true, "Noch etwas"));
        refused(
                "meeting.agenda.already-begun",
                () -> meeting.removeItem(meeting.agenda().numbered().getFirst().id()));
    }

    @Test
    @DisplayName("is not opened before the invitation, nor more than an hour early")
    void openingTakesAnInvitation() {
        refused("meeting.conduct.not-from-planned", () -> meeting.open(chair, ZoneOffset.UTC, START));
        convened();
        refused(
                "meeting.open.too-early",
                () -> meeting.open(chair, ZoneOffset.UTC, START.minus(Duration.ofMinutes(61))));

        meeting.open(chair, ZoneOffset.UTC, START.minus(Duration.ofMinutes(60)));

        assertThat(meeting.state()).isEqualTo(MeetingState.OPEN);
        assertThat(meeting.conductedBy()).isEqualTo(chair);
    }

    @Test
    @DisplayName("has one item before it at a time")
    void oneItemAtATime() {
        opened();
        var items = meeting.agenda().numbered();
        meeting.callItem(items.get(0).id(), START);
        meeting.callItem(items.get(1).id(), START.plusSeconds(60));

        assertThat(meeting.agenda().numbered())
                .extracting(AgendaItemSummary::state)
                .containsExactly(ItemState.DONE, ItemState.CALLED, ItemState.PENDING);
    }

    @Test
    @DisplayName("does nothing while interrupted, and nothing any more once closed")
    void interruptedAndClosed() {
        opened();
        var item = meeting.agenda().numbered().getFirst().id();
        meeting.interrupt(START);
        refused("meeting.conduct.not-open", () -> meeting.callItem(item, START));
        meeting.resume(START);
        meeting.callItem(item, START);
        meeting.close(START.plusSeconds(60));

        assertThat(meeting.agenda().numbered().getFirst().state()).isEqualTo(ItemState.DONE);
        refused("meeting.conduct.not-open", () -> meeting.callItem(item, START));
        refused("meeting.conduct.not-from-closed", () -> meeting.open(chair, ZoneOffset.UTC, START));
        refused("meeting.conduct.not-from-closed", () -> meeting.close(START));
    }

    @Nested
    @DisplayName("and its agenda")
    class TheAgenda {

        private final AgendaItemId opening = meeting.addItem(null, true, "Eröffnung");
        private final AgendaItemId budget = meeting.addItem(null, true, "Haushalt");
        private final AgendaItemId plot = meeting.addItem(null, false, "Grundstück");

        @Test
        @DisplayName("numbers the public part before the non-public one, and what is below")
        void numbering() {
            meeting.addItem(budget, false, "Stellenplan");

            assertThat(numbers())
                    .containsExactly("Ö 1 Eröffnung", "Ö 2 Haushalt", "Ö 2.1 Stellenplan", "N 1 Grundstück");
            assertThat(meeting.agenda().numbered().get(2).isPublic()).isTrue();
        }

        @Test
        @DisplayName("moves an item with everything below it, into the other part as well")
        void moving() {
            meeting.addItem(budget, true, "Stellenplan");

            meeting.moveItem(budget, null, true, 0, MeetingTest::anything);
            assertThat(numbers())
                    .containsExactly("Ö 1 Haushalt", "Ö 1.1 Stellenplan", "Ö 2 Eröffnung", "N 1 Grundstück");
            meeting.moveItem(budget, plot, true, 99, MeetingTest::anything);
            assertThat(numbers())
                    .containsExactly("Ö 1 Eröffnung", "N 1 Grundstück", "N 1.1 Haushalt", "N 1.1.1 Stellenplan");
            assertThat(meeting.agenda().numbered())
                    .extracting(AgendaItemSummary::isPublic)
                    .containsExactly(true, false, false, false);
        }

        @Test
        @DisplayName("never puts an item below itself")
        void notUnderItself() {
            var below = meeting.addItem(budget, true, "Stellenplan");

            refused(
                    "meeting.agenda.not-under-itself",
                    () -> meeting.moveItem(budget, below, true, 0, MeetingTest::anything));
            refused(
                    "meeting.agenda.not-under-itself",
                    () -> meeting.moveItem(budget, budget, true, 0, MeetingTest::anything));
        }

        @Test
        @DisplayName("loses with an item everything below it")
        void removing() {
            meeting.addItem(budget, true, "Stellenplan");

            meeting.removeItem(budget);

            assertThat(numbers()).containsExactly("Ö 1 Eröffnung", "N 1 Grundstück");
        }

        @Test
        @DisplayName("stays gapless and whole, however often it is rearranged")
        void anySequenceOfMoves() {
            var random = new Random(20260302);
            for (var count = 0; count < 12; count++) {
                meeting.addItem(random.nextBoolean() ? opening : null, random.nextBoolean(), "Punkt " + count);
            }
            var all = meeting.agenda().numbered().size();
            for (var step = 0; step < 500; step++) {
                var items = meeting.agenda().numbered();
                var moved = items.get(random.nextInt(items.size())).id();
                var under = random.nextInt(3) == 0
                        ? items.get(random.nextInt(items.size())).id()
                        : null;
                try {
                    meeting.moveItem(moved, under, random.nextBoolean(), random.nextInt(6), MeetingTest::anything);
                } catch (Refusal refusal) {
                    assertThat(refusal.key()).isEqualTo("meeting.agenda.not-under-itself");
                }
                var numbered = meeting.agenda().numbered();
                assertThat(numbered).hasSize(all);
                assertThat(numbered).extracting(AgendaItemSummary::number).doesNotHaveDuplicates();
                for (var item : numbered) {
                    assertThat(meeting.agenda().siblings(item.parent(), item.isPublic()))
                            .extracting(AgendaItem::position)
                            .containsExactlyElementsOf(java.util.stream.IntStream.range(
                                            0,
                                            meeting.agenda()
                                                    .siblings(item.parent(), item.isPublic())
                                                    .size())
                                    .boxed()
                                    .toList());
                }
            }
        }
    }
}
