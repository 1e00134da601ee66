package de.ratssaal.election;

import java.util.List;

/**
 * The elections of a meeting, as the shared picture of it has them.
 *
 * @param recusedElect whether whoever is recused on the item elects like everybody else (R7)
 */
public record MeetingElections(List<ElectionSummary> elections, boolean recusedElect) {

    public MeetingElections {
        elections = List.copyOf(elections);
    }
}
