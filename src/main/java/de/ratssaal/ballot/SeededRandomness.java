package de.ratssaal.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Numbers that all come from one seed: whoever learns it can make the same ballot again. Number i (from 0) is SHA-256 of
 * {@code ratssaal-scalar-1|SEED|i|0} followed by that of {@code ratssaal-scalar-1|SEED|i|1}, as a number of 512 bits, modulo the
 * order; SEED in hexadecimal digits.
 */
final class SeededRandomness implements Randomness {

    static final int SEED_BYTES = 32;

    private final String beginning;
    private int drawn;

    SeededRandomness(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed of %d bytes".formatted(seed.length));
        }
        this.beginning = "ratssaal-scalar-1|" + HexFormat.of().formatHex(seed) + '|';
    }

    @Override
    public BigInteger below(BigInteger order) {
        var number = drawn++;
        return half(number, 0).shiftLeft(256).or(half(number, 1)).mod(order);
    }

    private BigInteger half(int number, int half) {
        return new BigInteger(1, Hash.sha256((beginning + number + '|' + half).getBytes(StandardCharsets.UTF_8)));
    }
}
