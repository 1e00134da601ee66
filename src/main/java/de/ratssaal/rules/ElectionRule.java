package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How persons are elected (R10): by more than a share of the votes, otherwise in a run-off.
 *
 * @param needed share of the votes that must be exceeded
 * @param ofValidVotes whether the share is one of the valid votes; otherwise of those present and entitled to vote
 * @param openIfNobodyObjects whether an election may be open; otherwise it is always secret
 * @param runOffCandidates how many go on to the run-off
 * @param equalsTakePart whether all who have as many votes as the last of them go on too; otherwise the lot decides who of them
 * @param lotOnTie whether a tie in the run-off is decided by lot
 * @param seatMethod how the seats of committees, and those elected by lists, are shared out
 * @param source paragraph
 */
public record ElectionRule(
        Fraction needed,
        boolean ofValidVotes,
        boolean openIfNobodyObjects,
        int runOffCandidates,
        boolean equalsTakePart,
        boolean lotOnTie,
        SeatMethod seatMethod,
        LegalSource source) {}
