package de.ratssaal.workflow;

/** Who is asked when a paper is submitted again. */
public enum AfterRefusal {
    /** Everybody, as if it were the first time. */
    EVERYBODY,
    /** Those who have not agreed to this very text: who refused, who was not asked yet, whose text changed. */
    ONLY_OPEN
}
