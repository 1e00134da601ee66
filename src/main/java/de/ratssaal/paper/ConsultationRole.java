package de.ratssaal.paper;

/** What an organization has to do with a paper (OParl: role of a consultation). */
public enum ConsultationRole {
    /** It is heard; no vote is taken. */
    HEARING,
    /** It recommends to those who decide (Vorberatung). */
    ADVICE,
    /** It decides. */
    DECISION;

    /** Whether it votes on the paper's proposal. */
    public boolean votes() {
        return switch (this) {
            case HEARING -> false;
            case ADVICE, DECISION -> true;
        };
    }
}
