package de.ratssaal.paper;

import de.ratssaal.meeting.MeetingSummary;
import java.util.List;
import java.util.Map;

/**
 * How a paper could go through the organizations, for those who prepare it.
 *
 * @param proposed for each station that stands on no agenda the meeting it would come to, the meant one or the next possible
 * @param possible for each such station all meetings it could come to
 * @param faults what is wrong with the order
 */
public record PlannedWay(
        Map<ConsultationId, MeetingSummary> proposed,
        Map<ConsultationId, List<MeetingSummary>> possible,
        List<SequenceFault> faults) {

    public PlannedWay {
        proposed = Map.copyOf(proposed);
        possible = Map.copyOf(possible);
        faults = List.copyOf(faults);
    }
}
