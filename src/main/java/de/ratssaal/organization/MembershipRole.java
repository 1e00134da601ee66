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
    GUEST,
    /** Heads an office (Leitung) and answers for what it signs. */
    OFFICE_HEAD,
    /** Works in an office (Sachbearbeitung). */
    OFFICE_WORKER;

    /** Whether somebody in this role can have a vote of their own. */
    public boolean canVote() {
        return switch (this) {
            case CHAIR, DEPUTY_CHAIR, MEMBER -> true;
            case SUBSTITUTE, ADVISORY_MEMBER, GUEST, OFFICE_HEAD, OFFICE_WORKER -> false;
        };
    }

    /** Whether somebody in this role belongs to the administration. Offices have no other roles. */
    public boolean isOfOffice() {
        return this == OFFICE_HEAD || this == OFFICE_WORKER;
    }
}
