package de.ratssaal.floor;

/** What somebody wants the floor for. */
public enum SpeechKind {
    SPEECH,
    /** Right behind the speech it answers (Erwiderung). */
    REPLY,
    /** To the rules of procedure; before all others. */
    POINT_OF_ORDER,
    /** In one's own matter, at the end (persönliche Erklärung). */
    STATEMENT;

    /** Whether nobody may ask for it any more once the list is closed. */
    boolean needsOpenList() {
        return switch (this) {
            case SPEECH, REPLY -> true;
            case POINT_OF_ORDER, STATEMENT -> false;
        };
    }
}
