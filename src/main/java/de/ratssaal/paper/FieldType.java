package de.ratssaal.paper;

/** What may be entered in a field of a template. */
public enum FieldType {
    /** One line. */
    TEXT,
    /** An office of the administration. */
    OFFICE,
    DATE,
    /** An amount of money, in euros. */
    AMOUNT,
    /** One of the choices that the template names. */
    CHOICE
}
