package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * When an item that is not on the agenda may be decided (R3).
 *
 * @param urgency share of those present that must find it urgent, reached
 * @param source paragraph
 */
public record UrgentItemRule(Fraction urgency, LegalSource source) {}
