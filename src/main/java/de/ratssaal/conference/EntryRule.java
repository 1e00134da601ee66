package de.ratssaal.conference;

/**
 * The rule of who may come into a room. Whatever is not said to be so is refused.
 *
 * @param hasVideo whether the meeting is held in hybrid or digital form
 * @param runs whether the meeting runs, or soon will
 * @param standing what the person is in the meeting
 * @param admitted whether the chair let a guest in
 * @param recused whether the person is recused on the item before the meeting
 * @param mustBeAlone whether they have to confirm that nobody else listens: in a room that is not public, unless they sit in the hall
 * @param alone whether they did
 * @param left whether they were entered as having left the meeting, and have not come back to it since
 */
record EntryRule(
        boolean hasVideo,
        boolean runs,
        Standing standing,
        boolean admitted,
        boolean recused,
        boolean mustBeAlone,
        boolean alone,
        boolean left) {

    enum Standing {
        /** Attends also what is not public: members, chair, secretariat, called substitutes. */
        ATTENDING,
        /** Belongs to the organization, but is let in by the chair: guests, substitutes who were not called. */
        GUEST,
        NONE
    }

    Entry answer() {
        if (!hasVideo) {
            return Entry.NO_VIDEO;
        }
        if (!runs) {
            return Entry.NOT_NOW;
        }
        if (standing == Standing.NONE) {
            return Entry.NOT_INVITED;
        }
        if (left) {
            return Entry.LEFT;
        }
        if (recused) {
            return Entry.RECUSED;
        }
        if (standing == Standing.GUEST && !admitted) {
            return Entry.LOBBY;
        }
        return mustBeAlone && !alone ? Entry.ALONE : Entry.OPEN;
    }
}
