package de.ratssaal.paper;

import org.jspecify.annotations.Nullable;

/**
 * What became of a paper at a station.
 *
 * @param outcome in the words of the resolution book, such as {@code ADOPTED}
 * @param yes votes for it; none without a vote
 * @param no votes against it
 * @param abstentions who abstained
 * @param wording what was resolved; none if that is the paper's own wording, or nothing was resolved
 */
public record StationResult(
        String outcome,
        @Nullable Integer yes,
        @Nullable Integer no,
        @Nullable Integer abstentions,
        @Nullable String wording) {}
