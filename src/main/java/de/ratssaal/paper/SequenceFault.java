package de.ratssaal.paper;

/**
 * Something wrong with the order in which a paper is to be deliberated.
 *
 * @param station at which it shows
 */
public record SequenceFault(ConsultationId station, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** Somebody deliberates what was decided already. */
        AFTER_DECISION,
        /** Its meeting is not later than one that comes before it. */
        NOT_AFTER_EARLIER,
        /** An organization is heard after it has given its advice. */
        HEARD_AFTER_ADVICE,
        /** Nobody decides. */
        NO_DECISION,
        /** There is no meeting to come in time. */
        NO_MEETING
    }
}
