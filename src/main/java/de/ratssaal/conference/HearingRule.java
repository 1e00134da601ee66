package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule of who may be heard.
 *
 * @param onlySpeaker whether that is who has the floor alone, and who conducts
 * @param floor who has the floor
 * @param conducts who conducts the meeting: they give the floor, and have to be heard doing so
 * @param word whom the chair lets speak beside the speakers' list
 */
record HearingRule(
        boolean onlySpeaker,
        @Nullable PersonId floor,
        @Nullable PersonId conducts,
        Set<PersonId> word) {

    /** While the meeting is interrupted: who conducts it can say that it goes on, and nobody else is heard. */
    static HearingRule inBreak(@Nullable PersonId conducts) {
        return new HearingRule(true, null, conducts, Set.of());
    }

    boolean mayBeHeard(PersonId person) {
        return !onlySpeaker || person.equals(floor) || person.equals(conducts) || word.contains(person);
    }

    /** Who is meant to be seen large: who has the floor, else whom the chair lets speak, else the chair. */
    boolean isBefore(PersonId one, PersonId other) {
        return rank(one) < rank(other);
    }

    private int rank(PersonId person) {
        return person.equals(floor) ? 0 : word.contains(person) ? 1 : person.equals(conducts) ? 2 : 3;
    }

    /** Who of these may be heard. */
    Set<PersonId> heardOf(Stream<PersonId> persons) {
        return persons.filter(this::mayBeHeard).collect(Collectors.toUnmodifiableSet());
    }
}
