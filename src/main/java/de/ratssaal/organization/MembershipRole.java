package de.ratssaal.organization;

/** What a person is in an organization. */
public enum MembershipRole {
    CHAIR,
    DEPUTY_CHAIR,
    MEMBER,
    /** Votes only in the place of an absent member. */
    SUBSTITUTE,
    /** Speaks without vote (sachkundige Bürger, advisers). */
    ADVISORY_MEMBER,
    GUEST
}
