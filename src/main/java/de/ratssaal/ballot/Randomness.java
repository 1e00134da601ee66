package de.ratssaal.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Where secret numbers come from. Test vectors replace it by a list. */
@FunctionalInterface
public interface Randomness {

    /** A number in [0, order), each as likely as any other but for 2^-128. */
    BigInteger below(BigInteger order);

    static Randomness secure() {
        var source = new SecureRandom();
        return order -> new BigInteger(order.bitLength() + 128, source).mod(order);
    }
}
