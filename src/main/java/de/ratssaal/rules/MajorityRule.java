package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How a proposal is decided (R8). A tie rejects.
 *
 * @param usual majority of a proposal for which nothing else is said
 * @param castingVote whether the chair's vote breaks a tie
 * @param source paragraph
 */
public record MajorityRule(Majority usual, boolean castingVote, LegalSource source) {}
