package de.ratssaal.paper;

/**
 * What was entered in a field of a paper.
 *
 * @param key of the template's field
 * @param label of the field when it was entered
 * @param text as entered; a date as {@code 2026-12-31}
 */
public record FieldText(String key, String label, FieldType type, String text) {}
