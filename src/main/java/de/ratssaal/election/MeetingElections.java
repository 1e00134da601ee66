package de.ratssaal.election;

import de.ratssaal.rules.ElectionRule;
import java.util.List;

/**
 * The elections of a meeting, as the shared picture of it has them.
 *
 * @param recusedElect whether whoever is recused on the item elects like everybody else (R7)
 * @param rule by which is elected
 */
public record MeetingElections(List<ElectionSummary> elections, boolean recusedElect, ElectionRule rule) {

    public MeetingElections {
        elections = List.copyOf(elections);
    }
}
