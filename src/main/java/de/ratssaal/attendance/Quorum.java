package de.ratssaal.attendance;

import de.ratssaal.base.RuleViolation;
import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.QuorumRule;
import org.jspecify.annotations.Nullable;

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
 * @param votes the same in votes, where the rules count those; none where they count members
 */
public record Quorum(
        QuorumRule rule,
        int members,
        int present,
        int recused,
        boolean allInvited,
        boolean secondNotice,
        @Nullable InVotes votes) {

    /**
     * @param all votes of all members, a seat that nobody holds with one
     * @param present of those who count as present
     * @param recused of those who are recused
     */
    public record InVotes(int all, int present, int recused) {

        public InVotes {
            requireFits(all, present, recused, "votes");
        }
    }

    public Quorum {
        requireFits(members, present, recused, "members");
    }

    /** Of members, as in every council. */
    public Quorum(QuorumRule rule, int members, int present, int recused, boolean allInvited, boolean secondNotice) {
        this(rule, members, present, recused, allInvited, secondNotice, null);
    }

    private static void requireFits(int all, int present, int recused, String what) {
        if (all < 1 || present < 0 || recused < 0 || present + recused > all) {
            throw new IllegalArgumentException(
                    "%d present and %d recused of %d %s".formatted(present, recused, all, what));
        }
    }

    public boolean isMet() {
        return allInvited && counted() >= needed();
    }

    /** Whether votes are counted, not members. */
    public boolean isOfVotes() {
        return votes != null;
    }

    /** Members who are present and entitled, or their votes where those are counted. */
    public int counted() {
        return votes == null ? present : votes.present();
    }

    /** How many members must be present and entitled to vote, or how many votes they must have. */
    public int needed() {
        if (secondNotice && rule.secondInvitationSuffices()) {
            return 1;
        }
        var all = votes == null ? members : votes.all();
        var ifMostAreRecused = rule.presentIfMostAreRecused();
        return ifMostAreRecused != null && Fraction.HALF.isExceededBy(votes == null ? recused : votes.recused(), all)
                ? ifMostAreRecused.leastReaching(all)
                : rule.present().leastExceeding(all);
    }

    /** @throws RuleViolation if the organization may not decide now */
    public void require() {
        if (!allInvited) {
            throw new RuleViolation("attendance.quorum.not-all-invited", rule.source());
        }
        if (!isMet()) {
            throw new RuleViolation(
                    isOfVotes() ? "attendance.quorum.not-met-votes" : "attendance.quorum.not-met",
                    rule.source(),
                    counted(),
                    needed());
        }
    }
}
