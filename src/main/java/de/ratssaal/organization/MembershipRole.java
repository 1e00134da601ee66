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
    GUEST;

    /** Whether somebody in this role can have a vote of their own. */
    public boolean canVote() {
        return switch (this) {
            case CHAIR, DEPUTY_CHAIR, MEMBER -> true;
            case SUBSTITUTE, ADVISORY_MEMBER, GUEST -> false;
        };
    }
}
