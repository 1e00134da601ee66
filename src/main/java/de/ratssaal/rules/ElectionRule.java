package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How persons are elected (R10): secretly; by more than a share of those present and entitled, otherwise in a run-off.
 *
 * @param needed share of the votes of those present and entitled that must be exceeded
 * @param runOffCandidates how many go on to the run-off
 * @param lotOnTie whether a tie in the run-off is decided by lot
 * @param source paragraph
 */
public record ElectionRule(Fraction needed, int runOffCandidates, boolean lotOnTie, LegalSource source) {}
