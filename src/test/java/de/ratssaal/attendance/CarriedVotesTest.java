package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("BGB § 38 sentence 2, § 40: A member's vote that the statutes let them leave to another")
class CarriedVotesTest {

    private final PersonId member = PersonId.next();
    private final PersonId holder = PersonId.next();
    private final PersonId substitute = PersonId.next();
    private final List<MemberSummary> members = List.of(person(member, 3), person(holder, 2), substituteFor(member));
    private final AgendaItemSummary item = item(true);

    private static MemberSummary person(PersonId id, int weight) {
        return new MemberSummary(id, "Name", "Name", MembershipRole.MEMBER, true, null, null, null, null, 0, weight);
    }

    private MemberSummary substituteFor(PersonId who) {
        return new MemberSummary(
                substitute, "Name", "Name", MembershipRole.SUBSTITUTE, false, who, null, null, null, 0);
    }

    private static AgendaItemSummary item(boolean isPublic) {
        return new AgendaItemSummary(
                AgendaItemId.next(),
                null,
                "Ö 1",
                0,
                0,
                "Title",
                isPublic,
                ItemState.CALLED,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private Delegation leftTo(PersonId who) {
        return new Delegation(DelegationId.next(), null, member, who, false, Instant.EPOCH, null, null);
    }

    private Roll roll(Map<PersonId, Place> present, PersonId... recused) {
        return roll(present, item, Map.of(member, leftTo(holder)), recused);
    }

    private Roll roll(
            Map<PersonId, Place> present,
            @Nullable AgendaItemSummary on,
            Map<PersonId, Delegation> delegations,
            PersonId... recused) {
        return new Roll(members, present, Set.of(recused), Set.of(), on, true, delegations, true);
    }

    @Test
    @DisplayName("is cast by whom they left it to, beside their own, and counts as many votes as the member has")
    void carried() {
        var roll = roll(Map.of(holder, Place.ROOM));

        assertThat(roll.votesInHand())
                .extracting(VoteInHand::voter, VoteInHand::caster, VoteInHand::weight)
                .containsExactly(tuple(holder, holder, 2), tuple(member, holder, 3));
        assertThat(roll.standingOf(member, holder)).isEqualTo(Standing.ENTITLED);
        assertThat(new VotingStrength(roll.votesInHand(), roll.strength(2)).isByHands())
                .isFalse();
    }

    @Test
    @DisplayName("is not carried by anybody else, nor by who is not there")
    void nobodyElse() {
        assertThat(roll(Map.of(substitute, Place.ROOM)).standingOf(member, substitute))
                .isEqualTo(Standing.NOT_DELEGATED);
        assertThat(roll(Map.of()).standingOf(member, holder)).isEqualTo(Standing.ABSENT);
        assertThat(roll(Map.of()).votesInHand()).isEmpty();
        assertThat(roll(Map.of(holder, Place.ROOM), item, Map.of()).standingOf(member, holder))
                .isEqualTo(Standing.NOT_DELEGATED);
    }

    @Test
    @DisplayName("is the member's own while they are there")
    void whoIsPresentVotesThemself() {
        var roll = roll(Map.of(holder, Place.ROOM, member, Place.REMOTE));

        assertThat(roll.standingOf(member, holder)).isEqualTo(Standing.NOT_DELEGATED);
        assertThat(roll.votesInHand()).allMatch(VoteInHand::isOwn).hasSize(2);
    }

    @Test
    @DisplayName("is the substitute's while one stands in for the member: a seat has one vote (R19)")
    void theSubstituteGoesFirst() {
        var roll = roll(Map.of(holder, Place.ROOM, substitute, Place.ROOM));

        assertThat(roll.standingOf(member, holder)).isEqualTo(Standing.NOT_DELEGATED);
        assertThat(roll.votesInHand())
                .filteredOn(it -> it.seat().equals(member))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.caster()).isEqualTo(substitute);
                    assertThat(it.weight()).isEqualTo(3);
                });
    }

    @Test
    @DisplayName("rests if the member is recused, or who carries it is (BGB § 34)")
    void recused() {
        assertThat(roll(Map.of(holder, Place.ROOM), member).standingOf(member, holder))
                .isEqualTo(Standing.MEMBER_RECUSED);
        assertThat(roll(Map.of(holder, Place.ROOM), member).votesInHand())
                .extracting(VoteInHand::voter)
                .containsExactly(holder);
        assertThat(roll(Map.of(holder, Place.ROOM), holder).standingOf(member, holder))
                .isEqualTo(Standing.RECUSED);
        assertThat(roll(Map.of(holder, Place.ROOM), holder).votesInHand()).isEmpty();
        assertThat(roll(Map.of(holder, Place.ROOM), holder).withoutRecusals().votesInHand())
                .hasSize(2);
    }

    @Test
    @DisplayName("is not cast on a non-public item by who has not confirmed that nobody listens (R17)")
    void alone() {
        var roll = roll(Map.of(holder, Place.REMOTE), item(false), Map.of(member, leftTo(holder)));

        assertThat(roll.standingOf(member, holder)).isEqualTo(Standing.NOT_CONFIRMED_ALONE);
        assertThat(roll.votesInHand()).isEmpty();
    }

    @Test
    @DisplayName("is part of the legal strength; a seat that nobody holds counts one vote")
    void strength() {
        assertThat(roll(Map.of()).strength(2)).isEqualTo(5);
        assertThat(roll(Map.of()).strength(4)).isEqualTo(7);
        assertThat(new Roll(members, Map.of(), Set.of(), Set.of(), item, true).strength(4))
                .isEqualTo(4);
    }
}
