package de.ratssaal.paper;

/** What sort of paper it is. */
public enum PaperType {
    /** The administration proposes a resolution (Beschlussvorlage). */
    PROPOSAL,
    /** Members propose a resolution (Antrag). */
    MOTION,
    /** Members ask the administration (Anfrage). */
    INQUIRY,
    /** The administration informs; nothing is resolved (Informationsvorlage). */
    INFORMATION;

    /** Whether it is no such paper without a text to resolve. */
    public boolean needsProposal() {
        return switch (this) {
            case PROPOSAL, MOTION -> true;
            case INQUIRY, INFORMATION -> false;
        };
    }
}
