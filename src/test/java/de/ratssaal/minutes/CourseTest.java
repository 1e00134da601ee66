package de.ratssaal.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R18: The course of a meeting")
class CourseTest {

    static final Instant FIVE = Instant.parse("2026-11-18T16:00:00Z");

    private final PersonId chair = PersonId.next();
    private final PersonId deputy = PersonId.next();

    private static Instant after(int minutes) {
        return FIVE.plusSeconds(minutes * 60L);
    }

    @Test
    @DisplayName("names every break with its begin and its end")
    void breaks() {
        var course = new Course(List.of(
                new Course.Step(Course.Kind.OPENED, chair, FIVE),
                new Course.Step(Course.Kind.INTERRUPTED, null, after(30)),
                new Course.Step(Course.Kind.RESUMED, null, after(45)),
                new Course.Step(Course.Kind.INTERRUPTED, null, after(90)),
                new Course.Step(Course.Kind.RESUMED, null, after(95))));

        assertThat(course.breaks(after(120)))
                .containsExactly(
                        new MinutesSheet.Break(after(30), after(45)), new MinutesSheet.Break(after(90), after(95)));
    }

    @Test
    @DisplayName("that was closed during a break has it until the end")
    void closedDuringABreak() {
        var course = new Course(List.of(
                new Course.Step(Course.Kind.OPENED, chair, FIVE),
                new Course.Step(Course.Kind.INTERRUPTED, null, after(30))));

        assertThat(course.breaks(after(40))).containsExactly(new MinutesSheet.Break(after(30), after(40)));
        assertThat(course.breaks(null)).containsExactly(new MinutesSheet.Break(after(30), null));
    }

    @Test
    @DisplayName("names who was in the chair, and from when on somebody else was")
    void chairs() {
        var course = new Course(List.of(
                new Course.Step(Course.Kind.OPENED, chair, FIVE),
                new Course.Step(Course.Kind.CHAIR_HANDED_OVER, deputy, after(20)),
                new Course.Step(Course.Kind.CHAIR_HANDED_OVER, chair, after(50))));

        assertThat(course.chairs())
                .containsExactly(
                        new Course.Chair(chair, FIVE),
                        new Course.Chair(deputy, after(20)),
                        new Course.Chair(chair, after(50)));
    }
}
