package de.ratssaal.organization;

/** Which kind of organization it is. */
public enum Classification {
    COUNCIL,
    COMMITTEE,
    ADVISORY_BOARD,
    DISTRICT_COUNCIL,
    POLITICAL_GROUP,
    /** Part of the administration (Amt, Dezernat, Fachbereich): its staff work on papers, nobody votes, nothing is published. */
    OFFICE;

    /** Whether meetings of it are planned here and papers go their way through it. */
    public boolean meets() {
        return switch (this) {
            case COUNCIL, COMMITTEE, ADVISORY_BOARD, DISTRICT_COUNCIL -> true;
            case POLITICAL_GROUP, OFFICE -> false;
        };
    }

    /** Whether who belongs to it is a thing of the public. */
    public boolean isPublic() {
        return this != OFFICE;
    }
}
