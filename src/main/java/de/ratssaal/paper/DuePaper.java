package de.ratssaal.paper;

/**
 * A paper that waits for an agenda.
 *
 * @param role in which the organization is to deliberate it
 * @param isMeant whether it was said to be meant for this very meeting
 * @param readiness whether it can be put on the agenda
 */
public record DuePaper(PaperSummary paper, ConsultationRole role, boolean isMeant, Readiness readiness) {

    /** What is missing before a paper can be deliberated. */
    public enum Readiness {
        READY,
        /** It was not released: a co-signature or the release itself is missing. */
        NOT_RELEASED,
        /** An organization that comes before has not deliberated it, and does not do so before this meeting. */
        EARLIER_STATION_OPEN
    }
}
