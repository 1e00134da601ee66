package de.ratssaal.meeting;

import de.ratssaal.identity.Audience;
import java.util.List;

/**
 * A meeting as it is made searchable.
 *
 * @param items all of its agenda
 * @param readers who may see it and its public items
 * @param inner who may see its non-public items
 */
public record SearchableMeeting(
        MeetingSummary meeting, List<AgendaItemSummary> items, Audience readers, Audience inner) {

    public SearchableMeeting {
        items = List.copyOf(items);
    }
}
