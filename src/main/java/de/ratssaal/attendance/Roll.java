package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.organization.MemberSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule of who may vote: members of the day, who of them is present, who is recused, who confirmed to be alone.
 *
 * @param members everybody with a membership on the day of the meeting
 * @param present who is present and where
 * @param recused who is recused on the item
 * @param alone who confirmed for the item that nobody listens
 * @param item the item; none for the meeting as a whole
 * @param confirmationNeeded whether the rules ask for that confirmation
 * @param delegations what absent members left to others and holds for the item, by the member
 * @param weighted whether the rules know several votes of one member
 */
record Roll(
        List<MemberSummary> members,
        Map<PersonId, Place> present,
        Set<PersonId> recused,
        Set<PersonId> alone,
        @Nullable AgendaItemSummary item,
        boolean confirmationNeeded,
        Map<PersonId, Delegation> delegations,
        boolean weighted) {

    /** Where each member has one vote, and casts it themself. */
    Roll(
            List<MemberSummary> members,
            Map<PersonId, Place> present,
            Set<PersonId> recused,
            Set<PersonId> alone,
            @Nullable AgendaItemSummary item,
            boolean confirmationNeeded) {
        this(members, present, recused, alone, item, confirmationNeeded, Map.of(), false);
    }

    Standing standingOf(PersonId person) {
        var right = members.stream()
                .filter(it -> it.person().equals(person))
                .filter(votes()::isHeldBy)
                .findFirst();
        if (right.isEmpty()) {
            return Standing.NO_RIGHT_TO_VOTE;
        }
        if (recused.contains(person)) {
            return Standing.RECUSED;
        }
        var place = present.get(person);
        if (place == null) {
            return Standing.ABSENT;
        }
        return mustConfirmAlone(person) ? Standing.NOT_CONFIRMED_ALONE : Standing.ENTITLED;
    }

    /** Whether somebody may cast the vote of a member, who may be they themself. */
    Standing standingOf(PersonId member, PersonId caster) {
        if (member.equals(caster)) {
            return standingOf(caster);
        }
        var delegation = delegations.get(member);
        if (delegation == null || !delegation.holder().equals(caster) || !votes().isEmpty(member)) {
            return Standing.NOT_DELEGATED;
        }
        return recused.contains(member) ? Standing.MEMBER_RECUSED : standingOf(caster);
    }

    /** Votes that can be cast: of those present, and those that they carry for others. */
    List<VoteInHand> votesInHand() {
        var inHand = new ArrayList<VoteInHand>();
        for (var own : entitled()) {
            inHand.add(new VoteInHand(own.person(), own.seat(), own.person(), null, weightOf(own.seat()), own.place()));
        }
        for (var member : members) {
            var delegation = delegations.get(member.person());
            var place = delegation == null ? null : present.get(delegation.holder());
            if (delegation != null
                    && place != null
                    && standingOf(member.person(), delegation.holder()) == Standing.ENTITLED) {
                inHand.add(new VoteInHand(
                        member.person(),
                        member.person(),
                        delegation.holder(),
                        delegation.id(),
                        weightOf(member.person()),
                        place));
            }
        }
        return List.copyOf(inHand);
    }

    /** Members who are not there and whose vote can be cast all the same. */
    int countCarried() {
        return (int) votesInHand().stream().filter(it -> !it.isOwn()).count();
    }

    /**
     * The quorum in votes.
     *
     * @param legalStrength as in {@link #strength}
     * @param withCarried whether a member whose vote is carried counts as present
     */
    Quorum.InVotes inVotes(int legalStrength, boolean withCarried) {
        return new Quorum.InVotes(
                strength(legalStrength),
                votesInHand().stream()
                        .filter(it -> withCarried || it.isOwn())
                        .mapToInt(VoteInHand::weight)
                        .sum(),
                votes().weightRecused(recused));
    }

    private int weightOf(PersonId seat) {
        return weighted ? votes().weightOf(seat) : 1;
    }

    /**
     * Votes of all members.
     *
     * @param legalStrength how many seats the organization has by law; one that nobody holds counts one vote
     */
    int strength(int legalStrength) {
        return legalStrength - seats() + (weighted ? votes().weight() : seats());
    }

    /** The same as if nobody were recused. */
    Roll withoutRecusals() {
        return new Roll(members, present, Set.of(), alone, item, confirmationNeeded, delegations, weighted);
    }

    private boolean mustConfirmAlone(PersonId person) {
        return confirmationNeeded
                && item != null
                && !item.isPublic()
                && present.get(person) == Place.REMOTE
                && !alone.contains(person);
    }

    /** Who takes part remotely in an item that is not public and has not confirmed that nobody else listens (R17). */
    Set<PersonId> mustConfirmAlone() {
        return present.keySet().stream().filter(this::mustConfirmAlone).collect(Collectors.toUnmodifiableSet());
    }

    List<Entitled> entitled() {
        var entitled = new ArrayList<Entitled>();
        for (var member : members) {
            var place = present.get(member.person());
            if (place != null && standingOf(member.person()) == Standing.ENTITLED) {
                var standsInFor = member.standsInFor();
                entitled.add(new Entitled(member.person(), standsInFor == null ? member.person() : standsInFor, place));
            }
        }
        return List.copyOf(entitled);
    }

    Set<PersonId> holdingVotes() {
        return members.stream()
                .filter(votes()::isHeldBy)
                .map(MemberSummary::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How many seats have a member with a vote. */
    int seats() {
        return votes().count();
    }

    /** Seats whose vote rests because who has it is recused. */
    int countRecused() {
        return votes().countRecused(recused);
    }

    private SeatVotes votes() {
        return new SeatVotes(members, present.keySet());
    }
}
