package de.ratssaal.paper;

/** The way of a paper. A number that was given is never given again, so no paper is deleted: it is withdrawn. */
public enum PaperState {
    /** Being written; only those who prepare it see it. */
    DRAFT,
    /** Can be read by those whom it concerns, and deliberated. A revision is released as a new version. */
    RELEASED,
    WITHDRAWN;

    boolean leadsTo(PaperState next) {
        return switch (this) {
            case DRAFT -> next == RELEASED || next == WITHDRAWN;
            case RELEASED -> next == WITHDRAWN;
            case WITHDRAWN -> false;
        };
    }
}
