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
 */
record Roll(
        List<MemberSummary> members,
        Map<PersonId, Place> present,
        Set<PersonId> recused,
        Set<PersonId> alone,
        @Nullable AgendaItemSummary item,
        boolean confirmationNeeded) {

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
