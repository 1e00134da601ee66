package de.ratssaal.support;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Supporters are counted")
class SupportCountTest {

    private static final List<PersonId> MEMBERS =
            Stream.generate(PersonId::next).limit(8).toList();
    private static final OrganizationId GROUP = OrganizationId.next();

    @ParameterizedTest(name = "{0} of needed {1}: {2}")
    @CsvSource({"2, 3, false", "3, 3, true", "4, 3, true", "1, 1, true", "0, 1, false"})
    @DisplayName("and the number is reached with as many as are needed, not before")
    void reached(int supporting, int needed, boolean reached) {
        var count = SupportCount.of(Set.copyOf(MEMBERS.subList(0, supporting)), present(8, 0), needed, true, false);
        assertThat(count.counted()).isEqualTo(supporting);
        assertThat(count.isReached()).isEqualTo(reached);
        assertThat(count.missing()).isEqualTo(Math.max(0, needed - supporting));
    }

    @Test
    @DisplayName("only if they are present and entitled to vote: who leaves, or is recused, does not count meanwhile")
    void onlyPresentOnes() {
        var all = Set.copyOf(MEMBERS);
        assertThat(SupportCount.of(all, present(2, 0), 3, false, false).counted())
                .isEqualTo(2);
        assertThat(SupportCount.of(all, present(2, 0), 3, false, false).isReached())
                .isFalse();
        assertThat(SupportCount.of(all, present(3, 0), 3, false, false).isReached())
                .isTrue();
    }

    @Test
    @DisplayName("A political group is enough if the rules say so, and all of it that is present stands behind it")
    void wholeGroup() {
        var three = present(8, 3);
        assertThat(SupportCount.of(Set.copyOf(MEMBERS.subList(0, 3)), three, 5, true, false)
                        .isReached())
                .isTrue();
        assertThat(SupportCount.of(Set.copyOf(MEMBERS.subList(0, 2)), three, 5, true, false)
                        .isReached())
                .as("one of them does not")
                .isFalse();
        assertThat(SupportCount.of(Set.copyOf(MEMBERS.subList(0, 3)), three, 5, false, false)
                        .isReached())
                .as("the rules ask for a number alone")
                .isFalse();
    }

    @Test
    @DisplayName("One member alone speaks for no group, unless the group itself moved it")
    void oneIsNoGroup() {
        var alone = present(8, 1);
        assertThat(SupportCount.of(Set.of(MEMBERS.getFirst()), alone, 5, true, false)
                        .isReached())
                .isFalse();
        assertThat(SupportCount.of(Set.of(), alone, 5, true, true).isReached()).isTrue();
        assertThat(SupportCount.of(Set.of(), alone, 5, false, true).isReached()).isFalse();
    }

    /** The first members are present; of those, the first are of the group. */
    private static Map<PersonId, Optional<OrganizationId>> present(int present, int ofGroup) {
        var entitled = new HashMap<PersonId, Optional<OrganizationId>>();
        for (var number = 0; number < present; number++) {
            entitled.put(MEMBERS.get(number), number < ofGroup ? Optional.of(GROUP) : Optional.empty());
        }
        return entitled;
    }
}
