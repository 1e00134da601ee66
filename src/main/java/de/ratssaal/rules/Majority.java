package de.ratssaal.rules;

/** What a proposal needs to be adopted. */
public enum Majority {
    /** More yes than no; abstentions do not count. */
    OF_VOTES_CAST,
    /** Two thirds of those present. */
    TWO_THIRDS_OF_PRESENT,
    /** More than half of the legal strength. */
    OF_MEMBERS,
    /** Two thirds of the legal strength. */
    TWO_THIRDS_OF_MEMBERS,
    /** Two thirds of the votes cast; abstentions do not count. */
    TWO_THIRDS_OF_VOTES,
    /** Three quarters of the votes cast, as for a change of an association's statutes (§ 33 Abs. 1 Satz 1 BGB). */
    THREE_QUARTERS_OF_VOTES,
    /** Three quarters of the legal strength. */
    THREE_QUARTERS_OF_MEMBERS,
    /** Nobody votes against it, and somebody for it. */
    UNANIMOUS,
    /** All members vote for it, as for a change of an association's purpose (§ 33 Abs. 1 Satz 2 BGB). */
    ALL_MEMBERS
}
