package de.ratssaal.paper;

/** What a section of a paper holds. */
public enum SectionKind {
    TEXT,
    /** Amounts, once and each year, where the money comes from, and a text. */
    FINANCES,
    /** How it affects the climate, and a text. */
    CLIMATE
}
