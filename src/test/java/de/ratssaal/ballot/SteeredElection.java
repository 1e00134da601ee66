package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A teller and the last voter steer the result together (Bernhard, Pereira, Warinschi 2012): the teller fixes the commitments of the
 * format's proofs, and with them their challenges, before the last ballot exists; the voter encrypts with exponents that make the proofs
 * fit factors that are off by a shift of their choice.
 */
final class SteeredElection {

    private static final Group GROUP = Groups.belenios2048();

    private SteeredElection() {}

    /**
     * Casts the last ballot, ends the vote and publishes the wrong factors and the wrong result.
     *
     * @param election of one question and one teller; not ended
     * @param shifts by how much each place is to come out too high
     */
    static TestElection steer(
            TestElection election, int voter, String marks, List<Integer> shifts, Randomness randomness) {
        var share = election.shares().getFirst();
        var proofs = new DecryptionProofs(election.election(), share.publicKey(GROUP));
        var before = election.tally().sums().getFirst();
        var exponents = new ArrayDeque<BigInteger>();
        var held = new ArrayList<Proof>();
        for (var place = 0; place < shifts.size(); place++) {
            var drawn = randomness.below(GROUP.order());
            var later = randomness.below(GROUP.order());
            var a = GROUP.power(GROUP.generator(), drawn);
            var b = GROUP.multiply(
                    GROUP.power(before.get(place).alpha(), drawn), GROUP.power(GROUP.generator(), later));
            var challenge = Hash.scalar(proofs.context() + a + ',' + b, GROUP);
            var shift = BigInteger.valueOf(-shifts.get(place));
            exponents.add(later.subtract(shift.multiply(challenge))
                    .multiply(drawn.modInverse(GROUP.order()))
                    .mod(GROUP.order()));
            held.add(new Proof(
                    challenge, drawn.subtract(share.value().multiply(challenge)).mod(GROUP.order())));
        }
        var last = new Booth(election.election())
                .ballot(
                        election.voters().get(voter),
                        TestElection.marks(marks),
                        order -> exponents.isEmpty() ? randomness.below(order) : exponents.remove());
        election.cast(last).close();
        var honest = PartialDecryption.make(election.election(), election.tally(), share, randomness);
        var factors = new ArrayList<GroupElement>();
        for (var place = 0; place < shifts.size(); place++) {
            var off = BigInteger.valueOf(-shifts.get(place)).mod(GROUP.order());
            factors.add(GROUP.multiply(
                    honest.decryption().factors().getFirst().get(place), GROUP.power(GROUP.generator(), off)));
        }
        var forged = new PartialDecryption(List.of(factors), List.of(held));
        election.decryptions().put(1, forged);
        election.strongProofs().put(1, honest.strong());
        election.add(election.chain().partialDecryption(1, forged.write()));
        return election.count();
    }
}
