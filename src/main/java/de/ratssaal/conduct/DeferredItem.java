package de.ratssaal.conduct;

import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import org.jspecify.annotations.Nullable;

/**
 * An item that was deferred, with both ends as far as whoever asks may see them.
 *
 * @param meeting in which it was deferred
 * @param takenUpIn the meeting that takes it up; none as long as none does, or none that may be seen
 * @param takenUpAs the item there; none together with the meeting
 */
public record DeferredItem(
        MeetingSummary meeting,
        AgendaItemSummary item,
        @Nullable MeetingSummary takenUpIn,
        @Nullable AgendaItemSummary takenUpAs) {}
