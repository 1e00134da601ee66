package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;

/**
 * An item of an agenda together with its meeting.
 *
 * @param inPublic whether the organization meets in public
 */
record Placement(MeetingSummary meeting, AgendaItemSummary item, boolean inPublic) {

    /** Whether nothing was settled on it, and still can be. */
    boolean isAhead() {
        return meeting.state() != MeetingState.CLOSED
                && meeting.state() != MeetingState.CANCELLED
                && item.state() != ItemState.DONE;
    }

    /** Whether the organization is done with it. */
    boolean isOver() {
        return !isAhead() && meeting.state() != MeetingState.CANCELLED;
    }

    /** Whether the public knows of it. */
    boolean isPublished() {
        return inPublic && meeting.convenedAt() != null && item.isPublic();
    }
}
