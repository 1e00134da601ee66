package de.ratssaal.document;

/** How large a page is as it is shown, in points (1/72 inch). */
public record PageSize(float width, float height) {}
