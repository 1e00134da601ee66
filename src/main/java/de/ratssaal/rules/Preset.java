package de.ratssaal.rules;

/** A set of rules that comes with the product. */
public enum Preset {
    /** Councils in Thüringen; the default. */
    THUERINGEN,
    /** Councils in Nordrhein-Westfalen. */
    NORDRHEIN_WESTFALEN,
    /** Associations and boards that no municipal code binds. */
    ASSOCIATION
}
