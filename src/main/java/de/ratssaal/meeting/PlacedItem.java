package de.ratssaal.meeting;

/**
 * An item of an agenda together with its meeting.
 *
 * @param inPublic whether the organization meets in public
 */
public record PlacedItem(MeetingSummary meeting, AgendaItemSummary item, boolean inPublic) {

    /** Whether nothing was settled on it, and still can be. */
    public boolean isAhead() {
        return meeting.state() != MeetingState.CLOSED
                && meeting.state() != MeetingState.CANCELLED
                && item.state() != ItemState.DONE;
    }

    /** Whether the organization is done with it. */
    public boolean isOver() {
        return !isAhead() && meeting.state() != MeetingState.CANCELLED;
    }

    /** Whether the public knows of it. */
    public boolean isPublished() {
        return inPublic && meeting.convenedAt() != null && item.isPublic();
    }
}
