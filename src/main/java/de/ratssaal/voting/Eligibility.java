package de.ratssaal.voting;

import de.ratssaal.attendance.Standing;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.rules.RulesOfProcedure;
import java.util.Optional;

/** Says by which rule somebody may not vote, or move anything, on an item. */
public final class Eligibility {

    private Eligibility() {}

    /** @return none if they may */
    public static Optional<RuleViolation> violation(Standing standing, RulesOfProcedure rules) {
        return switch (standing) {
            case ENTITLED -> Optional.empty();
            case RECUSED ->
                Optional.of(
                        new RuleViolation("voting.vote.recused", rules.recusal().source()));
            case ABSENT ->
                Optional.of(
                        new RuleViolation("voting.vote.absent", rules.quorum().source()));
            case NO_RIGHT_TO_VOTE ->
                Optional.of(new RuleViolation(
                        "voting.vote.no-right", rules.majority().source()));
            case NOT_DELEGATED ->
                Optional.of(new RuleViolation(
                        "voting.vote.not-delegated", rules.delegation().source()));
            case MEMBER_RECUSED ->
                Optional.of(new RuleViolation(
                        "voting.vote.member-recused", rules.recusal().source()));
            case NOT_CONFIRMED_ALONE ->
                Optional.of(new RuleViolation(
                        "voting.vote.not-alone", rules.publicity().source()));
        };
    }

    /** Where a raised hand says neither how many votes it counts nor in whose name. */
    static RuleViolation handsSayTooLittle(RulesOfProcedure rules) {
        return new RuleViolation(
                "voting.count.weighted",
                rules.weight().weighted()
                        ? rules.weight().source()
                        : rules.delegation().source());
    }

    /** @throws RuleViolation if they may not */
    public static void require(Standing standing, RulesOfProcedure rules) {
        var violation = violation(standing, rules);
        if (violation.isPresent()) {
            throw violation.get();
        }
    }
}
