package de.ratssaal.attendance;

import de.ratssaal.base.RuleViolation;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.QuorumRule;

/**
 * Whether an organization may decide on an item at this moment. Counted afresh for every poll.
 *
 * @param rule what the rules of procedure ask for
 * @param members legal strength of the organization, the mayor included where the mayor votes
 * @param present members present and entitled to vote on the item, in the room or remotely; where the rules say so, also those whose
 *     vote somebody present carries
 * @param recused members excluded from the item; they do not count as present
 * @param allInvited whether every member was duly invited
 * @param secondNotice whether the meeting was convened again with the notice that any number may decide (R5)
 */
public record Quorum(QuorumRule rule, int members, int present, int recused, boolean allInvited, boolean secondNotice) {

    public Quorum {
        if (members < 1 || present < 0 || recused < 0 || present + recused > members) {
            throw new IllegalArgumentException(
                    "%d present and %d recused of %d members".formatted(present, recused, members));
        }
    }

    public boolean isMet() {
        return allInvited && present >= needed();
    }

    /** How many members must be present and entitled to vote. */
    public int needed() {
        if (secondNotice && rule.secondInvitationSuffices()) {
            return 1;
        }
        var ifMostAreRecused = rule.presentIfMostAreRecused();
        return ifMostAreRecused != null && Fraction.HALF.isExceededBy(recused, members)
                ? ifMostAreRecused.leastReaching(members)
                : rule.present().leastExceeding(members);
    }

    /** @throws RuleViolation if the organization may not decide now */
    public void require() {
        if (!allInvited) {
            throw new RuleViolation("attendance.quorum.not-all-invited", rule.source());
        }
        if (!isMet()) {
            throw new RuleViolation("attendance.quorum.not-met", rule.source(), present, needed());
        }
    }
}
