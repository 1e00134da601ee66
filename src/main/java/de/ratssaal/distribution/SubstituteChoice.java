package de.ratssaal.distribution;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Substitutes.Called;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which substitutes are to be called and released so that each member who cannot come is represented by the next one who
 * can. Once the meeting has begun, nobody is sent home because the member comes after all.
 *
 * @param release who is no longer needed, or cannot come themselves
 * @param call who is called in whose place
 * @param unfilled members for whom there is no substitute who can come
 */
record SubstituteChoice(Set<PersonId> release, List<Called> call, Set<PersonId> unfilled) {

    /**
     * @param appointed the substitutes of each member who may have one, in the order in which they are called
     * @param excused everybody who cannot come, substitutes too
     * @param called who is called at present
     * @param begun whether the meeting has begun
     */
    static SubstituteChoice of(
            Map<PersonId, List<PersonId>> appointed, Set<PersonId> excused, List<Called> called, boolean begun) {
        var release = new LinkedHashSet<PersonId>();
        var represented = new LinkedHashSet<PersonId>();
        for (var present : called) {
            var cannotCome = excused.contains(present.substitute());
            var memberComes = !excused.contains(present.member()) && !begun;
            if (cannotCome || memberComes) {
                release.add(present.substitute());
            } else {
                represented.add(present.member());
            }
        }
        var call = new ArrayList<Called>();
        var unfilled = new LinkedHashSet<PersonId>();
        appointed.forEach((member, substitutes) -> {
            if (!excused.contains(member) || represented.contains(member)) {
                return;
            }
            substitutes.stream()
                    .filter(it -> !excused.contains(it))
                    .findFirst()
                    .ifPresentOrElse(it -> call.add(new Called(it, member)), () -> unfilled.add(member));
        });
        return new SubstituteChoice(release, List.copyOf(call), unfilled);
    }
}
