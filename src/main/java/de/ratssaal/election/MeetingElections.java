package de.ratssaal.election;

import de.ratssaal.rules.ElectionRule;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The elections of a meeting, as the shared picture of it has them.
 *
 * @param recusedElect whether whoever is recused on the item elects like everybody else (R7)
 * @param rule by which is elected
 * @param whyNotByDevice key of the sentence that says why no round can be held by device; none if one can, or none comes
 * @param registering the round for which devices register
 */
public record MeetingElections(
        List<ElectionSummary> elections,
        boolean recusedElect,
        ElectionRule rule,
        @Nullable String whyNotByDevice,
        @Nullable RoundId registering) {

    public MeetingElections {
        elections = List.copyOf(elections);
    }

    MeetingElections with(Predicate<ElectionSummary> which) {
        return new MeetingElections(
                elections.stream().filter(which).toList(), recusedElect, rule, whyNotByDevice, registering);
    }
}
