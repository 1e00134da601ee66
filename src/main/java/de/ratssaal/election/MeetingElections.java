package de.ratssaal.election;

import java.util.List;

/** The elections of a meeting, as the shared picture of it has them. */
public record MeetingElections(List<ElectionSummary> elections) {

    public MeetingElections {
        elections = List.copyOf(elections);
    }
}
