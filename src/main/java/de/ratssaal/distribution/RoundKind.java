package de.ratssaal.distribution;

/** What the invited are told. */
public enum RoundKind {
    INVITATION,
    SUPPLEMENT,
    CANCELLATION,
    /** A substitute is not needed after all. */
    RELEASE
}
