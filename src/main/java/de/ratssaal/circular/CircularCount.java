package de.ratssaal.circular;

import de.ratssaal.rules.Fraction;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.Tally;

/**
 * The result of a circular resolution (R13, R8). First the members' agreement to decide in writing is counted, of all
 * members; only if there is enough of it the votes decide. Who does not answer has not agreed. A tie rejects: nobody is in
 * the chair whose vote could break it.
 *
 * @param agreement share of the members that must agree to the procedure, reached
 * @param majority what the matter needs
 * @param members legal strength of the organization; vacant seats and recused members count (ADR 0261)
 * @param entitled members who could answer: entitled at the beginning and not recused
 * @param recused members entitled at the beginning who are excluded from the matter
 * @param agreed answers that agree to the procedure, or votes of those who gave them, where votes decide on it
 * @param objected answers that do not, or votes, as with {@code agreed}
 * @param tally how those who answered voted, each with as many votes as they have
 * @param votes how many votes there are
 */
public record CircularCount(
        Fraction agreement,
        Majority majority,
        int members,
        int entitled,
        int recused,
        int agreed,
        int objected,
        Tally tally,
        CircularVotes votes) {

    public CircularCount {
        if (members < 1 || entitled < 0 || recused < 0 || entitled + recused > members) {
            throw new IllegalArgumentException(
                    "%d entitled and %d recused of %d members".formatted(entitled, recused, members));
        }
        var answered = agreed + objected;
        var isEachOneVote = votes.decideProcedure() || votes.entitled() == entitled;
        if (agreed < 0
                || objected < 0
                || tally.total() > votes.entitled()
                || (isEachOneVote ? answered != tally.total() : answered > Math.min(entitled, tally.total()))) {
            throw new IllegalArgumentException("%d agreed, %d objected, %s of %d entitled, %s"
                    .formatted(agreed, objected, tally, entitled, votes));
        }
    }

    /** Where each member has one vote. */
    public CircularCount(
            Fraction agreement,
            Majority majority,
            int members,
            int entitled,
            int recused,
            int agreed,
            int objected,
            Tally tally) {
        this(
                agreement,
                majority,
                members,
                entitled,
                recused,
                agreed,
                objected,
                tally,
                CircularVotes.oneEach(members, entitled));
    }

    /** Votes that could be cast and were not. */
    public int notCast() {
        return votes.entitled() - tally.total();
    }

    /** Members, or their votes, of which a share has to agree to the procedure. */
    public int all() {
        return votes.decideProcedure() ? votes.all() : members;
    }

    /** How many members have to agree to the procedure, or votes. */
    public int needed() {
        return agreement.leastReaching(all());
    }

    public boolean isAgreed() {
        return agreement.isReachedBy(agreed, all());
    }

    public CircularOutcome outcome() {
        if (!isAgreed()) {
            return CircularOutcome.NOT_AGREED;
        }
        return isAdopted() ? CircularOutcome.ADOPTED : CircularOutcome.REJECTED;
    }

    /** In writing nobody is present: who could answer takes the place of those present. */
    private boolean isAdopted() {
        return switch (majority) {
            case OF_VOTES_CAST -> tally.yes() > tally.no();
            case TWO_THIRDS_OF_PRESENT ->
                votes.entitled() > 0 && Fraction.TWO_THIRDS.isReachedBy(tally.yes(), votes.entitled());
            case OF_MEMBERS -> Fraction.HALF.isExceededBy(tally.yes(), votes.all());
            case TWO_THIRDS_OF_MEMBERS -> Fraction.TWO_THIRDS.isReachedBy(tally.yes(), votes.all());
            case TWO_THIRDS_OF_VOTES -> tally.isCarriedBy(Fraction.TWO_THIRDS);
            case THREE_QUARTERS_OF_VOTES -> tally.isCarriedBy(Fraction.THREE_QUARTERS);
            case THREE_QUARTERS_OF_MEMBERS -> Fraction.THREE_QUARTERS.isReachedBy(tally.yes(), votes.all());
            case UNANIMOUS -> tally.isCarriedBy(Fraction.WHOLE);
            case ALL_MEMBERS -> Fraction.WHOLE.isReachedBy(tally.yes(), votes.all());
        };
    }
}
