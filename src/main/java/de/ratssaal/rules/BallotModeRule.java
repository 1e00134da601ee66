package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Who may ask for another way to vote than openly (R9).
 *
 * @param rollCall share of those present that obtains a roll call, reached
 * @param secret share of those present that must be exceeded for a secret vote
 * @param mayCorrectUntilClosing whether a member may change an open vote before the poll is closed
 * @param source paragraph
 */
public record BallotModeRule(Fraction rollCall, Fraction secret, boolean mayCorrectUntilClosing, LegalSource source) {}
