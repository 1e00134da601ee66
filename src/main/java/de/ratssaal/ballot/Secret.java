package de.ratssaal.ballot;

import java.math.BigInteger;
import java.security.MessageDigest;

/**
 * A secret exponent: a credential, a teller's share. It is never printed and compared in constant time. Arithmetic with it is not
 * in constant time: the server never holds the secret of a voter or teller; who uses one here does so on their own machine.
 */
public final class Secret {

    private final BigInteger value;

    private Secret(BigInteger value) {
        this.value = value;
    }

    public static Secret of(BigInteger value, Group group) {
        return new Secret(value.mod(group.order()));
    }

    public static Secret random(Group group, Randomness randomness) {
        return new Secret(randomness.below(group.order()));
    }

    BigInteger value() {
        return value;
    }

    public GroupElement publicKey(Group group) {
        return group.product(group.generatorBase().to(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret it && MessageDigest.isEqual(value.toByteArray(), it.value.toByteArray());
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "secret";
    }
}
