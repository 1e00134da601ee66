package de.ratssaal.minutes;

import org.jspecify.annotations.Nullable;

/**
 * How a municipality's paper looks.
 *
 * @param contact address, telephone and mail, one per line
 * @param color its official colour as {@code #rrggbb}
 * @param coatOfArms an SVG drawing
 */
public record Letterhead(
        String body,
        String contact,
        @Nullable String color,
        @Nullable String coatOfArms) {}
