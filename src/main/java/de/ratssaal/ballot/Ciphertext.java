package de.ratssaal.ballot;

import java.math.BigInteger;

/**
 * A number hidden under the election's key (ElGamal, in the exponent): alpha = g^r, beta = y^r g^m. Multiplying adds the numbers.
 *
 * @param alpha what the tellers need to decrypt
 * @param beta the hidden number
 */
public record Ciphertext(GroupElement alpha, GroupElement beta) {

    static Ciphertext read(Node node, Group group) {
        var fields = node.fields();
        var ciphertext = new Ciphertext(
                fields.take("alpha").element(group), fields.take("beta").element(group));
        fields.end();
        return ciphertext;
    }

    static Ciphertext ofNothing(Group group) {
        return new Ciphertext(group.one(), group.one());
    }

    Ciphertext plus(Ciphertext other, Group group) {
        return new Ciphertext(group.multiply(alpha, other.alpha), group.multiply(beta, other.beta));
    }

    Ciphertext times(BigInteger weight, Group group) {
        return weight.equals(BigInteger.ONE)
                ? this
                : new Ciphertext(group.power(alpha, weight), group.power(beta, weight));
    }

    Json json() {
        return Json.fields().with("alpha", alpha).with("beta", beta);
    }

    /** As it is hashed. */
    @Override
    public String toString() {
        return alpha + "," + beta;
    }
}
