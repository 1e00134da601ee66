package de.ratssaal.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Substitutes.Called;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R19: A member of a committee who cannot come")
class SubstituteChoiceTest {

    private final PersonId member = person();
    private final PersonId first = person();
    private final PersonId second = person();
    private final PersonId other = person();

    @Test
    @DisplayName("is represented by the substitute who was appointed first")
    void firstIsCalled() {
        var choice = SubstituteChoice.of(appointed(), Set.of(member), List.of(), false);

        assertThat(choice.call()).containsExactly(new Called(first, member));
        assertThat(choice.release()).isEmpty();
        assertThat(choice.unfilled()).isEmpty();
    }

    @Test
    @DisplayName("is represented by the next one if the first cannot come either")
    void nextIsCalled() {
        var choice = SubstituteChoice.of(appointed(), Set.of(member, first), List.of(new Called(first, member)), false);

        assertThat(choice.release()).containsExactly(first);
        assertThat(choice.call()).containsExactly(new Called(second, member));
    }

    @Test
    @DisplayName("keeps the substitute who is called, also if an earlier one could come again")
    void whoIsCalledStays() {
        var choice = SubstituteChoice.of(appointed(), Set.of(member), List.of(new Called(second, member)), false);

        assertThat(choice.call()).isEmpty();
        assertThat(choice.release()).isEmpty();
    }

    @Test
    @DisplayName("is missed by the secretariat if no substitute can come, or there is none")
    void nobodyLeft() {
        var choice = SubstituteChoice.of(appointed(), Set.of(member, first, second, other), List.of(), false);

        assertThat(choice.call()).isEmpty();
        assertThat(choice.unfilled()).containsExactlyInAnyOrder(member, other);
    }

    @Test
    @DisplayName("has the seat back on taking that back, but not once the meeting has begun")
    void takenBack() {
        var called = List.of(new Called(first, member));

        assertThat(SubstituteChoice.of(appointed(), Set.of(), called, false).release())
                .containsExactly(first);
        assertThat(SubstituteChoice.of(appointed(), Set.of(), called, true).release())
                .isEmpty();
    }

    @Test
    @DisplayName("is settled by doing the same twice as by doing it once")
    void settled() {
        var choice = SubstituteChoice.of(appointed(), Set.of(member), List.of(), false);

        var again = SubstituteChoice.of(appointed(), Set.of(member), choice.call(), false);

        assertThat(again.call()).isEmpty();
        assertThat(again.release()).isEmpty();
    }

    private Map<PersonId, List<PersonId>> appointed() {
        var appointed = new LinkedHashMap<PersonId, List<PersonId>>();
        appointed.put(member, List.of(first, second));
        appointed.put(other, List.of());
        return appointed;
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID());
    }
}
