package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How an open vote by device goes. No code of a Land says that a vote may be taken back, or that a clock ends a vote: both are
 * off in the presets until an organization gives itself such a rule.
 *
 * @param correctable whether whoever voted may change their vote until the vote is closed; the last one counts
 * @param closesByItself whether a vote ends by itself at the end that the chair announced; otherwise the chair closes it
 * @param source paragraph
 */
public record OpenVoteRule(boolean correctable, boolean closesByItself, LegalSource source) {}
