package de.ratssaal.ballot;

import java.math.BigInteger;

/** Proofs of knowing the exponent of an element (Schnorr): keys, signatures. Draws one number. */
final class Knowledge {

    private final Group group;

    Knowledge(Group group) {
        this.group = group;
    }

    Proof prove(String context, Secret secret, Randomness randomness) {
        var drawn = randomness.below(group.order());
        var challenge = challenge(context, group.product(group.generatorBase().to(drawn)));
        return new Proof(
                challenge, drawn.subtract(secret.value().multiply(challenge)).mod(group.order()));
    }

    boolean holds(String context, GroupElement known, Proof proof) {
        return holds(context, group.base(known), proof);
    }

    boolean holds(String context, Group.Base known, Proof proof) {
        var commitment = group.product(group.generatorBase().to(proof.response()), known.to(proof.challenge()));
        return challenge(context, commitment).equals(proof.challenge());
    }

    Proof sign(String message, Secret key, Randomness randomness) {
        return prove("sigmsg|" + message + '|', key, randomness);
    }

    boolean isSigned(String message, GroupElement key, Proof signature) {
        return holds("sigmsg|" + message + '|', key, signature);
    }

    private BigInteger challenge(String context, GroupElement commitment) {
        return Hash.scalar(context + commitment, group);
    }
}
