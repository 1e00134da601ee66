package de.ratssaal.voting;

import de.ratssaal.attendance.Entitled;
import de.ratssaal.attendance.Place;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one group voted (R15).
 *
 * @param group the political group; none for members without
 * @param name its short name; empty for members without
 * @param color its colour as {@code #rrggbb}
 * @param notVoted votes of its members who were entitled and did not vote
 */
public record GroupResult(
        @Nullable OrganizationId group,
        String name,
        @Nullable String color,
        Tally tally,
        int notVoted) {

    public GroupResult {
        if (notVoted < 0) {
            throw new IllegalArgumentException("%d did not vote".formatted(notVoted));
        }
    }

    /** Votes of the group's members who were entitled to vote. */
    public int entitled() {
        return tally.total() + notVoted;
    }

    /**
     * Results by group, the largest first, members without a group last; nothing if some votes were counted without saying whose
     * they were.
     *
     * @param members everybody with a membership on the day
     * @param entitled who may vote, or could until the poll was closed
     * @param votes by name
     * @param byGroup hands counted by group
     * @param hands all hands that were counted
     */
    static List<GroupResult> of(
            List<MemberSummary> members,
            List<Voter> entitled,
            List<Vote> votes,
            List<GroupCount> byGroup,
            Tally hands) {
        if (!sum(byGroup).equals(hands)) {
            return List.of();
        }
        var known = known(members);
        var tallies = new HashMap<Optional<OrganizationId>, Tally>();
        var strength = new HashMap<Optional<OrganizationId>, Integer>();
        var faces = new HashMap<Optional<OrganizationId>, MemberSummary>();
        members.forEach(it -> faces.putIfAbsent(Optional.ofNullable(it.group()), it));
        entitled.forEach(it -> strength.merge(groupOf(known, it.person()), it.weight(), Integer::sum));
        votes.forEach(it -> tallies.merge(groupOf(known, it.person()), Tally.of(it), Tally::plus));
        byGroup.forEach(it -> tallies.merge(Optional.ofNullable(it.group()), it.tally(), Tally::plus));
        tallies.keySet().forEach(it -> strength.putIfAbsent(it, 0));
        return strength.entrySet().stream()
                .map(it -> of(
                        it.getKey(),
                        Optional.ofNullable(faces.get(it.getKey())),
                        tallies.getOrDefault(it.getKey(), Tally.EMPTY),
                        it.getValue()))
                .sorted(Comparator.comparing((GroupResult it) -> it.group() == null)
                        .thenComparing(GroupResult::entitled, Comparator.reverseOrder())
                        .thenComparing(GroupResult::name))
                .toList();
    }

    private static GroupResult of(
            Optional<OrganizationId> group, Optional<MemberSummary> face, Tally tally, int entitled) {
        return new GroupResult(
                group.orElse(null),
                group.isEmpty() ? "" : face.map(MemberSummary::groupShortName).orElse(""),
                group.isEmpty() ? null : face.map(MemberSummary::groupColor).orElse(null),
                tally,
                Math.max(0, entitled - tally.total()));
    }

    /**
     * How many hands of each group can be counted: its members in the room who have not voted by name.
     *
     * @param entitled who may vote now
     */
    static Map<Optional<OrganizationId>, Integer> countable(
            List<MemberSummary> members, List<Entitled> entitled, List<Vote> votes) {
        var known = known(members);
        var voted = votes.stream().map(Vote::person).collect(Collectors.toSet());
        return entitled.stream()
                .filter(it -> it.place() == Place.ROOM && !voted.contains(it.person()))
                .collect(Collectors.toMap(it -> groupOf(known, it.person()), it -> 1, Integer::sum));
    }

    static Tally sum(List<GroupCount> byGroup) {
        return byGroup.stream().map(GroupCount::tally).reduce(Tally.EMPTY, Tally::plus);
    }

    private static Map<PersonId, MemberSummary> known(List<MemberSummary> members) {
        return members.stream()
                .collect(Collectors.toMap(MemberSummary::person, Function.identity(), (one, other) -> one));
    }

    private static Optional<OrganizationId> groupOf(Map<PersonId, MemberSummary> known, PersonId person) {
        return Optional.ofNullable(known.get(person)).map(MemberSummary::group);
    }
}
