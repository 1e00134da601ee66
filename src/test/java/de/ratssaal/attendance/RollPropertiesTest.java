package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of who may vote, whoever comes, leaves, stands in or is recused. */
class RollPropertiesTest {

    /** Bits of a person: present, recused, without a vote, has a substitute who is there as well. */
    private static Roll roll(List<Integer> persons) {
        var members = new ArrayList<MemberSummary>();
        Map<PersonId, Place> present = new HashMap<>();
        Set<PersonId> recused = new HashSet<>();
        for (var bits : persons) {
            var id = PersonId.next();
            members.add(member(id, (bits & 4) == 0 ? MembershipRole.MEMBER : MembershipRole.ADVISORY_MEMBER, null));
            if ((bits & 1) != 0) {
                present.put(id, Place.ROOM);
            }
            if ((bits & 2) != 0) {
                recused.add(id);
            }
            if ((bits & 8) != 0) {
                var substitute = PersonId.next();
                members.add(member(substitute, MembershipRole.SUBSTITUTE, id));
                present.put(substitute, Place.REMOTE);
            }
        }
        return new Roll(members, present, recused, Set.of(), null, false);
    }

    private static MemberSummary member(PersonId id, MembershipRole role, PersonId standsInFor) {
        return new MemberSummary(
                id, "Name", "Name", role, role != MembershipRole.ADVISORY_MEMBER, standsInFor, null, null, null, 0);
    }

    @Property(tries = 500)
    void nobodyVotesWhoIsAbsentOrRecusedOrHasNoVote(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 15) Integer> persons) {
        var roll = roll(persons);
        var votes = roll.members().stream().collect(Collectors.toMap(MemberSummary::person, it -> it));

        assertThat(roll.entitled()).allSatisfy(it -> {
            assertThat(roll.present()).containsKey(it.person());
            assertThat(roll.recused()).doesNotContain(it.person());
            assertThat(votes.get(it.seat()).votes()).isTrue();
        });
    }

    @Property(tries = 500)
    void aSeatHasOneVoteAndItsMembersOwnIfTheyArePresent(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 15) Integer> persons) {
        var roll = roll(persons);

        assertThat(roll.entitled().stream().map(Entitled::seat)).doesNotHaveDuplicates();
        assertThat(roll.entitled())
                .filteredOn(it -> !it.person().equals(it.seat()))
                .allSatisfy(it -> assertThat(roll.present()).doesNotContainKey(it.seat()));
        assertThat(roll.entitled().size()).isLessThanOrEqualTo(roll.seats());
    }
}
