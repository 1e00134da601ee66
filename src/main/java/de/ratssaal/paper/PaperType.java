package de.ratssaal.paper;

/** What sort of paper it is. How a city calls it, and what belongs to it, says its {@link PaperTemplate}. */
public enum PaperType {
    /** The administration proposes a resolution (Beschlussvorlage). */
    PROPOSAL,
    /** Members propose a resolution (Antrag). */
    MOTION,
    /** Members ask the administration (Anfrage). Its answer belongs to it. */
    INQUIRY,
    /** The administration informs; nothing is resolved (Informationsvorlage). */
    INFORMATION,
    /** Members want another paper's text changed (Änderungsantrag). */
    AMENDMENT,
    /** Members propose what cannot wait for the next invitation (Dringlichkeitsantrag). */
    URGENT_MOTION,
    /** What residents ask of the council (Petition). */
    PETITION;

    /** Whether it is no such paper without a text to resolve. */
    public boolean needsProposal() {
        return switch (this) {
            case PROPOSAL, MOTION, AMENDMENT, URGENT_MOTION -> true;
            case INQUIRY, INFORMATION, PETITION -> false;
        };
    }

    /** Whether members, alone or as a political group, write it. */
    public boolean isOfMembers() {
        return switch (this) {
            case MOTION, INQUIRY, AMENDMENT, URGENT_MOTION -> true;
            case PROPOSAL, INFORMATION, PETITION -> false;
        };
    }

    /** Whether offices write it. */
    public boolean isOfOffices() {
        return switch (this) {
            case PROPOSAL, INFORMATION -> true;
            case MOTION, INQUIRY, AMENDMENT, URGENT_MOTION, PETITION -> false;
        };
    }
}
