package de.ratssaal.support;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many stand behind something at this moment. Only those count who are present and entitled to vote on the item; who left or is
 * recused counts again when they come back.
 *
 * @param supporters who counts now, whoever moved it among them
 * @param needed how many the rules ask for
 * @param byGroup whether a political group stands behind it as a whole, and the rules take that for enough
 */
public record SupportCount(Set<PersonId> supporters, int needed, boolean byGroup) {

    /** One member is none of a group: two at least speak for it. */
    private static final int LEAST_OF_GROUP = 2;

    public SupportCount {
        supporters = Set.copyOf(supporters);
    }

    /**
     * @param said who said that they support it, or moved it
     * @param entitled who is present and entitled to vote on the item, each with their political group
     * @param groupSuffices whether the rules take a political group for enough
     * @param movedByGroup whether a political group moved it
     */
    static SupportCount of(
            Set<PersonId> said,
            Map<PersonId, Optional<OrganizationId>> entitled,
            int needed,
            boolean groupSuffices,
            boolean movedByGroup) {
        var counting = said.stream().filter(entitled::containsKey).collect(Collectors.toSet());
        return new SupportCount(counting, needed, groupSuffices && (movedByGroup || isWholeGroup(counting, entitled)));
    }

    private static boolean isWholeGroup(Set<PersonId> counting, Map<PersonId, Optional<OrganizationId>> entitled) {
        return entitled.values().stream()
                .flatMap(Optional::stream)
                .distinct()
                .map(group -> membersOf(group, entitled))
                .anyMatch(it -> it.size() >= LEAST_OF_GROUP && counting.containsAll(it));
    }

    private static List<PersonId> membersOf(OrganizationId group, Map<PersonId, Optional<OrganizationId>> entitled) {
        return entitled.entrySet().stream()
                .filter(it -> it.getValue().equals(Optional.of(group)))
                .map(Map.Entry::getKey)
                .toList();
    }

    public int counted() {
        return supporters.size();
    }

    public boolean isReached() {
        return byGroup || counted() >= needed;
    }

    public int missing() {
        return isReached() ? 0 : needed - counted();
    }
}
