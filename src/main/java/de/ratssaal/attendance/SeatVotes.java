package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who has the vote of which seat: its member, or while they are absent the first of those present who stand in for them.
 * A seat never has two votes (R19).
 *
 * @param members everybody with a membership on the day of the meeting
 * @param present who of them is present
 */
public record SeatVotes(List<MemberSummary> members, Set<PersonId> present) {

    public SeatVotes {
        members = List.copyOf(members);
        present = Set.copyOf(present);
    }

    /** Whether the vote is theirs now, present or not. */
    boolean isHeldBy(MemberSummary member) {
        var standsInFor = member.standsInFor();
        if (standsInFor == null) {
            return member.votes();
        }
        return !present.contains(standsInFor)
                && members.stream()
                        .filter(it -> it.person().equals(standsInFor))
                        .anyMatch(MemberSummary::votes)
                && substitutesPresent(standsInFor)
                        .findFirst()
                        .map(it -> it.person().equals(member.person()))
                        .orElse(true);
    }

    /** How many seats have a member with a vote. */
    public int count() {
        return (int) ofMembers().count();
    }

    /** Seats whose vote can be cast: who has it is present and not recused. */
    public int countPresent(Set<PersonId> recused) {
        return (int) ofMembers()
                .map(this::holderFor)
                .filter(it -> present.contains(it) && !recused.contains(it))
                .count();
    }

    /** Seats whose vote rests because who has it is recused: the member, or who stands in for them. */
    public int countRecused(Set<PersonId> recused) {
        return (int) ofMembers().map(this::holderFor).filter(recused::contains).count();
    }

    private Stream<PersonId> ofMembers() {
        return members.stream()
                .filter(it -> it.standsInFor() == null && it.votes())
                .map(MemberSummary::person);
    }

    private PersonId holderFor(PersonId member) {
        return present.contains(member)
                ? member
                : substitutesPresent(member)
                        .findFirst()
                        .map(MemberSummary::person)
                        .orElse(member);
    }

    private Stream<MemberSummary> substitutesPresent(PersonId member) {
        return members.stream().filter(it -> member.equals(it.standsInFor()) && present.contains(it.person()));
    }
}
