package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Resolutions in writing between meetings (R13).
 *
 * @param allowed whether there are any
 * @param agreement share of members that must agree to the procedure, reached
 * @param source paragraph
 */
public record CircularRule(boolean allowed, Fraction agreement, LegalSource source) {}
