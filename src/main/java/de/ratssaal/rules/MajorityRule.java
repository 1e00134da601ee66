package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How a proposal is decided (R8). A tie rejects, unless the chair has a casting vote.
 *
 * @param usual majority of a proposal for which nothing else is said
 * @param castingVote whether a tie is decided as whoever is in the chair voted by name
 * @param source paragraph
 */
public record MajorityRule(Majority usual, boolean castingVote, LegalSource source) {}
