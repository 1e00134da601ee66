package de.ratssaal.attendance;

/** Why somebody may or may not vote on an item at this moment. */
public enum Standing {
    ENTITLED,
    /** Not a member with a vote on this day, or a substitute whose member is present. */
    NO_RIGHT_TO_VOTE,
    ABSENT,
    RECUSED,
    /** Remote at a non-public item, and has not confirmed that nobody listens (R17). */
    NOT_CONFIRMED_ALONE,
    /** Of a vote of somebody else: it is not left to them, not on this item, or the member or who stands in for them is there. */
    NOT_DELEGATED,
    /** Of a vote of somebody else: whose vote it is, is recused. */
    MEMBER_RECUSED
}
