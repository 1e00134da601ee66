package de.ratssaal.meeting;

/** The way of a meeting. */
public enum MeetingState {
    /** The secretariat prepares it; members do not see it yet. */
    PLANNED,
    /** The invitation went out; what changes now goes out as a supplement. */
    CONVENED,
    OPEN,
    INTERRUPTED,
    CLOSED,
    CANCELLED;

    boolean leadsTo(MeetingState next) {
        return switch (this) {
            case PLANNED -> next == CONVENED || next == CANCELLED;
            case CONVENED -> next == OPEN || next == CANCELLED;
            case OPEN -> next == INTERRUPTED || next == CLOSED;
            case INTERRUPTED -> next == OPEN || next == CLOSED;
            case CLOSED, CANCELLED -> false;
        };
    }

    /** Whether items can be added and taken off: the meeting has not begun. */
    public boolean hasOpenAgenda() {
        return this == PLANNED || this == CONVENED;
    }

    /** Whether the meeting is going on, be it interrupted for a while. */
    public boolean isRunning() {
        return this == OPEN || this == INTERRUPTED;
    }
}
