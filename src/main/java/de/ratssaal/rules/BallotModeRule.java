package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Who may ask for another way to vote than openly (R9).
 *
 * @param rollCall who obtains a roll call
 * @param secret who obtains a secret vote
 * @param source paragraph
 */
public record BallotModeRule(Demand rollCall, Demand secret, LegalSource source) {}
