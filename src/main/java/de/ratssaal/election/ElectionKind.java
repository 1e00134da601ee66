package de.ratssaal.election;

/** What is elected. */
public enum ElectionKind {
    /** Persons for one seat or several: the majority is needed. */
    PERSONS,
    /** Lists, on which the seats are shared out in proportion to their votes. */
    LISTS,
    /** Nothing is voted on: seats are shared out in proportion to the members of the groups. */
    GROUPS
}
