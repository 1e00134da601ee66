package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Proofs that one of several claims about hidden numbers is true, without saying which (Cramer, Damgård, Schoenmakers 1994). */
final class Disjunction {

    private final ElectionParameters election;
    private final Group group;

    Disjunction(ElectionParameters election) {
        this.election = election;
        this.group = election.group();
    }

    /**
     * What the prover knows of a claim.
     *
     * @param exponent of the ciphertext that the claim is about
     * @param number that it hides
     * @param claimed number that it is claimed to hide
     */
    record Known(BigInteger exponent, int number, int claimed) {}

    /**
     * Proves that at least one claim is true. Draws challenge and response of every false claim in their order, then the exponent for
     * the first true one.
     *
     * @param context what is hashed before the commitments
     */
    List<Proof> prove(String context, List<Known> claims, Randomness randomness) {
        var order = group.order();
        var truth = 0;
        while (claims.get(truth).number() != claims.get(truth).claimed()) {
            truth++;
        }
        var proofs = new ArrayList<Proof>();
        var others = BigInteger.ZERO;
        for (var it = 0; it < claims.size(); it++) {
            var invented = it == truth
                    ? new Proof(BigInteger.ZERO, BigInteger.ZERO)
                    : new Proof(randomness.below(order), randomness.below(order));
            proofs.add(invented);
            others = others.add(invented.challenge());
        }
        var drawn = randomness.below(order);
        var commitments = new Commitments(context);
        for (var it = 0; it < claims.size(); it++) {
            var claim = claims.get(it);
            var proof = proofs.get(it);
            var exponent =
                    it == truth ? drawn : proof.response().add(claim.exponent().multiply(proof.challenge()));
            var shift = proof.challenge().multiply(BigInteger.valueOf((long) claim.number() - claim.claimed()));
            commitments.add(
                    group.product(group.generatorBase().to(exponent.mod(order))),
                    group.product(
                            election.publicKeyBase().to(exponent.mod(order)),
                            group.generatorBase().to(shift.mod(order))));
        }
        var challenge = commitments.challenge().subtract(others).mod(order);
        proofs.set(
                truth,
                new Proof(
                        challenge,
                        drawn.subtract(claims.get(truth).exponent().multiply(challenge))
                                .mod(order)));
        return proofs;
    }

    /**
     * What the verifier sees of a claim.
     *
     * @param claimed number that the ciphertext is claimed to hide
     */
    record Seen(Bases ciphertext, int claimed, Proof proof) {}

    /** The two halves of a ciphertext, prepared for taking powers. */
    record Bases(Group.Base alpha, Group.Base beta) {}

    boolean holds(String context, List<Seen> claims) {
        var order = group.order();
        var commitments = new Commitments(context);
        var sum = BigInteger.ZERO;
        for (var claim : claims) {
            var proof = claim.proof();
            var alpha = claim.ciphertext().alpha().to(proof.challenge());
            var beta = claim.ciphertext().beta().to(proof.challenge());
            var generator = group.generatorBase();
            var shift = proof.challenge().multiply(BigInteger.valueOf(-claim.claimed()));
            var masked = election.publicKeyBase().to(proof.response());
            commitments.add(
                    group.product(generator.to(proof.response()), alpha),
                    claim.claimed() == 0
                            ? group.product(masked, beta)
                            : group.product(masked, beta, generator.to(shift.mod(order))));
            sum = sum.add(proof.challenge());
        }
        return commitments.challenge().equals(sum.mod(order));
    }

    /** Everything that is hashed, as far as it is known. */
    private final class Commitments {

        private final StringBuilder hashed;
        private boolean first = true;

        Commitments(String context) {
            this.hashed = new StringBuilder(context);
        }

        void add(GroupElement a, GroupElement b) {
            if (!first) {
                hashed.append(',');
            }
            first = false;
            hashed.append(a).append(',').append(b);
        }

        BigInteger challenge() {
            return Hash.scalar(hashed.toString(), group);
        }
    }
}
