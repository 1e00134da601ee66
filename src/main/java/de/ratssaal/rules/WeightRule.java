package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Whether members have different numbers of votes. In a council each has one.
 *
 * @param weighted whether a membership may have several votes; otherwise each has one, whatever stands in the register
 * @param source paragraph
 */
public record WeightRule(boolean weighted, LegalSource source) {}
