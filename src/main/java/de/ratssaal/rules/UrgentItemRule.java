package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * When an item that is not on the agenda may be decided (R3).
 *
 * @param urgency majority that finds it urgent
 * @param source paragraph
 */
public record UrgentItemRule(Majority urgency, LegalSource source) {}
