package de.ratssaal.ballot;

import java.math.BigInteger;

/** Proofs that a factor and a public key have the same exponent (Chaum, Pedersen 1992). Each draws one number. */
final class DecryptionProofs {

    private final ElectionParameters election;
    private final Group group;
    private final Group.Base publicKey;

    DecryptionProofs(ElectionParameters election, GroupElement publicKey) {
        this.election = election;
        this.group = election.group();
        this.publicKey = group.base(publicKey);
    }

    /** What the proof of the format hashes: neither ciphertext nor factor. See {@link StrongProofs} for what that allows. */
    String context() {
        return "decrypt|%s|%s|".formatted(election.fingerprint(), publicKey.element());
    }

    /** What the strong proof hashes: everything that it is about. */
    String strongContext(int question, int place, Ciphertext sum, GroupElement factor) {
        return "strongdecrypt|%s|%s|%d,%d|%s|%s|"
                .formatted(election.fingerprint(), publicKey.element(), question, place, sum, factor);
    }

    Proof prove(String context, Ciphertext sum, Secret share, Randomness randomness) {
        var drawn = randomness.below(group.order());
        var challenge =
                challenge(context, group.product(group.generatorBase().to(drawn)), group.power(sum.alpha(), drawn));
        return new Proof(
                challenge, drawn.subtract(share.value().multiply(challenge)).mod(group.order()));
    }

    boolean holds(String context, Ciphertext sum, GroupElement factor, Proof proof) {
        var a = group.product(group.generatorBase().to(proof.response()), publicKey.to(proof.challenge()));
        var b = group.product(
                group.base(sum.alpha()).to(proof.response()), group.base(factor).to(proof.challenge()));
        return challenge(context, a, b).equals(proof.challenge());
    }

    private BigInteger challenge(String context, GroupElement a, GroupElement b) {
        return Hash.scalar(context + a + ',' + b, group);
    }
}
