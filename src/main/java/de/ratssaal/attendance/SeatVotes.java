package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.Map;
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

    /** As {@link #countPresent}, in votes. */
    public int weightPresent(Set<PersonId> recused) {
        return ofMembers()
                .filter(it -> present.contains(holderFor(it)) && !recused.contains(holderFor(it)))
                .mapToInt(this::weightOf)
                .sum();
    }

    /** As {@link #countCarried}, in votes. */
    public int weightCarried(Map<PersonId, PersonId> holders, Set<PersonId> recused) {
        return carried(holders, recused).mapToInt(this::weightOf).sum();
    }

    /** As {@link #countRecused}, in votes. */
    public int weightRecused(Set<PersonId> recused) {
        return ofMembers()
                .filter(it -> recused.contains(holderFor(it)))
                .mapToInt(this::weightOf)
                .sum();
    }

    /** How many votes all seats have that have a member. */
    public int weight() {
        return members.stream()
                .filter(it -> it.standsInFor() == null && it.votes())
                .mapToInt(MemberSummary::weight)
                .sum();
    }

    /** How many votes a seat has. */
    int weightOf(PersonId seat) {
        return members.stream()
                .filter(it -> it.person().equals(seat) && it.votes())
                .mapToInt(MemberSummary::weight)
                .findFirst()
                .orElse(1);
    }

    /** Whether a seat's vote can be carried by another member: neither its member nor who stands in for them is there. */
    boolean isEmpty(PersonId seat) {
        return ofMembers().anyMatch(seat::equals)
                && !present.contains(seat)
                && substitutesPresent(seat).findFirst().isEmpty();
    }

    /**
     * Seats of absent members whose vote is carried by somebody who is present, neither of them recused.
     *
     * @param holders who carries the vote of whom
     */
    public int countCarried(Map<PersonId, PersonId> holders, Set<PersonId> recused) {
        return (int) carried(holders, recused).count();
    }

    private Stream<PersonId> carried(Map<PersonId, PersonId> holders, Set<PersonId> recused) {
        return holders.entrySet().stream()
                .filter(it -> isEmpty(it.getKey())
                        && present.contains(it.getValue())
                        && !recused.contains(it.getKey())
                        && !recused.contains(it.getValue()))
                .map(Map.Entry::getKey);
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
