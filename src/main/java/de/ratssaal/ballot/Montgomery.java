package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Multiplication modulo an odd number, in Montgomery's form, where no division is needed. Numbers lie in limbs of 28 bits, so that
 * sums of all products of a row fit into 64 bits and the innermost loop needs no carries: the compiler does eight of its steps at once.
 * Its shape, two products in each step over arrays of two different types, is what the compiler recognizes; with more it gives up.
 */
final class Montgomery {

    private static final int BITS = 28;
    private static final long MASK = (1L << BITS) - 1;
    /** Rows between two moves of the sum. */
    private static final int STRIDE = 4;

    private final BigInteger modulus;
    private final int limbs;
    private final int width;
    /** The modulus, moved by 0 to 3 limbs. */
    private final int[][] moved = new int[STRIDE][];
    /** -1 / modulus, modulo 2^28. */
    private final long inverse;

    private final int[] square;
    private final int[] one;

    Montgomery(BigInteger modulus) {
        if (!modulus.testBit(0) || modulus.bitLength() > 76 * BITS - 2) {
            throw new IllegalArgumentException("an odd number of up to 2126 bits is needed");
        }
        this.modulus = modulus;
        // two bits more than needed: products of numbers below twice the modulus stay below it
        var needed = (modulus.bitLength() + 2 + BITS - 1) / BITS;
        this.limbs = (needed + STRIDE - 1) / STRIDE * STRIDE;
        // room for the moves; with four limbs more the compiler's loops come out even, which saves a tenth
        this.width = limbs + 2 * STRIDE;
        var limb = BigInteger.ONE.shiftLeft(BITS);
        this.inverse = modulus.modInverse(limb).negate().mod(limb).longValue();
        moved[0] = limbs(modulus);
        for (var it = 1; it < STRIDE; it++) {
            moved[it] = new int[width];
            move(moved[it - 1], moved[it]);
        }
        var radix = BigInteger.ONE.shiftLeft(BITS * limbs);
        this.square = limbs(radix.multiply(radix).mod(modulus));
        this.one = limbs(radix.mod(modulus));
    }

    /** Multiplies; not for several threads at once. */
    final class Multiplier {

        private final long[] sum = new long[width];
        private final int[] b1 = new int[width];
        private final int[] b2 = new int[width];
        private final int[] b3 = new int[width];

        int[] product(int[] a, int[] b) {
            var product = new int[width];
            multiply(a, b, product);
            return product;
        }

        /** The target may be one of the factors. */
        void multiply(int[] a, int[] b, int[] target) {
            move(b, b1);
            move(b1, b2);
            move(b2, b3);
            var n = moved[0];
            var n1 = moved[1];
            var n2 = moved[2];
            var n3 = moved[3];
            var t = sum;
            Arrays.fill(t, 0);
            for (var i = 0; i < limbs; i += STRIDE) {
                long x0 = a[i];
                long x1 = a[i + 1];
                long x2 = a[i + 2];
                long x3 = a[i + 3];
                // what must be added for the lowest four limbs to become zero
                var u0 = t[0] + x0 * b[0];
                var m0 = (u0 & MASK) * inverse & MASK;
                u0 += m0 * n[0];
                var u1 = t[1] + x0 * b[1] + x1 * b[0] + m0 * n[1] + (u0 >>> BITS);
                var m1 = (u1 & MASK) * inverse & MASK;
                u1 += m1 * n[0];
                var u2 = t[2] + x0 * b[2] + x1 * b[1] + x2 * b[0] + m0 * n[2] + m1 * n[1] + (u1 >>> BITS);
                var m2 = (u2 & MASK) * inverse & MASK;
                u2 += m2 * n[0];
                var u3 = t[3] + x0 * b[3] + x1 * b[2] + x2 * b[1] + x3 * b[0];
                u3 += m0 * n[3] + m1 * n[2] + m2 * n[1] + (u2 >>> BITS);
                var m3 = (u3 & MASK) * inverse & MASK;
                u3 += m3 * n[0];
                add(t, b, n, x0, m0);
                add(t, b1, n1, x1, m1);
                add(t, b2, n2, x2, m2);
                add(t, b3, n3, x3, m3);
                System.arraycopy(t, STRIDE, t, 0, width - STRIDE);
                Arrays.fill(t, width - STRIDE, width, 0);
                t[0] += u3 >>> BITS;
            }
            var carry = 0L;
            for (var i = 0; i < limbs; i++) {
                var limb = t[i] + carry;
                target[i] = (int) (limb & MASK);
                carry = limb >>> BITS;
            }
        }

        private static void add(long[] sum, int[] b, int[] n, long x, long m) {
            for (var i = 0; i < sum.length; i++) {
                sum[i] += b[i] * x + n[i] * m;
            }
        }

        int[] enter(BigInteger value) {
            return product(limbs(value), square);
        }

        BigInteger leave(int[] residue) {
            var unit = new int[width];
            unit[0] = 1;
            var value = number(product(residue, unit));
            return value.compareTo(modulus) >= 0 ? value.subtract(modulus) : value;
        }

        boolean isOne(int[] residue) {
            return leave(residue).equals(BigInteger.ONE);
        }
    }

    int[] one() {
        return one.clone();
    }

    private static void move(int[] from, int[] to) {
        System.arraycopy(from, 0, to, 1, from.length - 1);
    }

    private int[] limbs(BigInteger value) {
        var limbs = new int[width];
        var bytes = value.toByteArray();
        var bit = 0;
        for (var it = bytes.length - 1; it >= 0; it--, bit += 8) {
            var part = (long) (bytes[it] & 0xff) << bit % BITS;
            var at = bit / BITS;
            if (part != 0) {
                limbs[at] |= (int) (part & MASK);
                limbs[at + 1] |= (int) (part >>> BITS);
            }
        }
        return limbs;
    }

    private BigInteger number(int[] residue) {
        var bytes = new byte[(limbs * BITS + 7) / 8];
        for (var it = 0; it < bytes.length; it++) {
            var bit = it * 8;
            var at = bit / BITS;
            var low = residue[at] | (long) (at + 1 < residue.length ? residue[at + 1] : 0) << BITS;
            bytes[bytes.length - 1 - it] = (byte) (low >>> bit % BITS);
        }
        return new BigInteger(1, bytes);
    }
}
