package de.ratssaal.conflict;

/** What can be near to a member. */
public enum InterestKind {
    /** A relative, or somebody else for whom the law sees a conflict. */
    PERSON,
    /** A company or an association that they own, work for or represent. */
    COMPANY,
    /** A street, a house or a parcel of land. */
    PLACE
}
