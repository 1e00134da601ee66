package de.ratssaal.distribution;

/** What the invited are told. */
public enum RoundKind {
    INVITATION,
    SUPPLEMENT,
    CANCELLATION,
    /** A substitute is not needed after all. */
    RELEASE,
    /** A member comes after all; what became of their substitute. */
    RETURN
}
