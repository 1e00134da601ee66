package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;

/** What became of a paper on an item. Implemented by the module that keeps results. */
public interface StationResults {

    /**
     * What whoever asks may know of it.
     *
     * @return nothing as long as the item is not settled, or if it is none of their business
     */
    Optional<StationResult> of(MeetingId meeting, AgendaItemId item);
}
