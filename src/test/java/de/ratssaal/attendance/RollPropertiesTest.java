package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.time.Instant;
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

    /** Each may have left their vote to the one who comes so many places after them. */
    private static Roll delegated(List<Integer> persons, List<Integer> to, List<Integer> weights) {
        var plain = roll(persons);
        var regular = plain.members().stream()
                .filter(it -> it.standsInFor() == null)
                .map(MemberSummary::person)
                .toList();
        var delegations = new HashMap<PersonId, Delegation>();
        for (var at = 0; at < regular.size(); at++) {
            var holder = regular.get((at + to.get(at)) % regular.size());
            if (!holder.equals(regular.get(at))) {
                delegations.put(
                        regular.get(at),
                        new Delegation(
                                DelegationId.next(), null, regular.get(at), holder, false, Instant.EPOCH, null, null));
            }
        }
        var weighted = plain.members().stream()
                .map(it -> it.standsInFor() == null && it.votes()
                        ? new MemberSummary(
                                it.person(),
                                it.name(),
                                it.sortName(),
                                it.role(),
                                it.votes(),
                                null,
                                null,
                                null,
                                null,
                                0,
                                weights.get(regular.indexOf(it.person())))
                        : it)
                .toList();
        return new Roll(weighted, plain.present(), plain.recused(), Set.of(), null, false, delegations, true);
    }

    @Property(tries = 500)
    void nobodysVoteIsCarriedWhoIsThereOrRecusedOrHasNoneNorBySomebodyWhoMayNotVote(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 15) Integer> persons,
            @ForAll @Size(40) List<@IntRange(min = 0, max = 3) Integer> to,
            @ForAll @Size(40) List<@IntRange(min = 1, max = 20) Integer> weights) {
        var roll = delegated(persons, to, weights);
        var members = roll.members().stream().collect(Collectors.toMap(MemberSummary::person, it -> it));
        var entitled = roll.entitled().stream().map(Entitled::person).toList();

        assertThat(roll.votesInHand()).allSatisfy(it -> {
            assertThat(entitled).contains(it.caster());
            assertThat(roll.recused()).doesNotContain(it.voter(), it.caster());
            assertThat(members.get(it.seat()).votes()).isTrue();
            assertThat(it.weight()).isEqualTo(members.get(it.seat()).weight());
            if (!it.isOwn()) {
                assertThat(roll.present()).doesNotContainKey(it.voter());
                assertThat(roll.delegations().get(it.voter()).holder()).isEqualTo(it.caster());
            }
        });
        assertThat(roll.votesInHand().stream().filter(VoteInHand::isOwn).map(VoteInHand::voter))
                .containsExactlyElementsOf(entitled);
    }

    @Property(tries = 500)
    void aSeatVotesOnceAndAllVotesTogetherAreAtMostTheLegalStrength(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 15) Integer> persons,
            @ForAll @Size(40) List<@IntRange(min = 0, max = 3) Integer> to,
            @ForAll @Size(40) List<@IntRange(min = 1, max = 20) Integer> weights) {
        var roll = delegated(persons, to, weights);
        var strength = new VotingStrength(roll.votesInHand(), roll.strength(roll.seats() + 2));

        assertThat(strength.inHand().stream().map(VoteInHand::seat)).doesNotHaveDuplicates();
        assertThat(strength.inHand().stream().map(VoteInHand::voter)).doesNotHaveDuplicates();
        assertThat(strength.votes()).isLessThanOrEqualTo(strength.members() - 2);
        assertThat(roll.entitled().size() + roll.countCarried() + roll.countRecused())
                .isLessThanOrEqualTo(roll.seats());
    }
}
