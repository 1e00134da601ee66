package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Who may ask for another way to vote than openly (R9).
 *
 * @param rollCall who obtains a roll call
 * @param secret who obtains a secret vote
 * @param mayCorrectUntilClosing whether a member may change an open vote before the poll is closed
 * @param source paragraph
 */
public record BallotModeRule(Demand rollCall, Demand secret, boolean mayCorrectUntilClosing, LegalSource source) {}
