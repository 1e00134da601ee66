package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * What follows from a conflict of interest (R7).
 *
 * @param mayStayInAudience whether a recused member may sit with the audience of a public item
 * @param appliesToElections whether it applies to elections of persons by the organization itself
 * @param source paragraph
 */
public record RecusalRule(boolean mayStayInAudience, boolean appliesToElections, LegalSource source) {}
