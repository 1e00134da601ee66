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
    TWO_THIRDS_OF_MEMBERS
}
