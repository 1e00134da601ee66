package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The numbers modulo a prime p whose q-th power is 1. */
final class ModularGroup implements Group {

    /** Bits of an exponent that are looked up at once where a base has a table. */
    private static final int WINDOW = 8;

    /** A table takes 8,000 multiplications and saves 40 for each power. */
    private static final int WORTH_A_TABLE = 200;

    /** Bits of an exponent that are taken together for a base of which few powers are asked. */
    private static final int DIGIT = 4;

    private final String name;
    private final BigInteger prime;
    private final BigInteger order;
    private final GroupElement generator;
    private final Montgomery residues;
    private final ThreadLocal<Montgomery.Multiplier> multipliers;
    private @Nullable Base generatorBase;

    ModularGroup(String name, BigInteger prime, BigInteger generator, BigInteger order) {
        this.name = name;
        this.prime = prime;
        this.order = order;
        this.generator = new GroupElement(generator);
        this.residues = new Montgomery(prime);
        this.multipliers = ThreadLocal.withInitial(() -> residues.new Multiplier());
    }

    @Override
    public String name() {
        return name;
    }

    BigInteger prime() {
        return prime;
    }

    @Override
    public BigInteger order() {
        return order;
    }

    @Override
    public GroupElement generator() {
        return generator;
    }

    @Override
    public GroupElement one() {
        return new GroupElement(BigInteger.ONE);
    }

    @Override
    public GroupElement parse(String text) {
        var value = Decimal.parse(text);
        if (value.compareTo(prime) >= 0) {
            throw new MalformedRecord("", "not below the group's prime");
        }
        return new GroupElement(value, text);
    }

    @Override
    public boolean contains(GroupElement element) {
        return element.value().modPow(order, prime).equals(BigInteger.ONE);
    }

    @Override
    public GroupElement multiply(GroupElement a, GroupElement b) {
        return new GroupElement(a.value().multiply(b.value()).mod(prime));
    }

    @Override
    public GroupElement divide(GroupElement a, GroupElement b) {
        return new GroupElement(a.value().multiply(b.value().modInverse(prime)).mod(prime));
    }

    @Override
    public GroupElement power(GroupElement base, BigInteger exponent) {
        return new GroupElement(base.value().modPow(exponent, prime));
    }

    @Override
    public Base base(GroupElement element) {
        return new Chain(element);
    }

    @Override
    public Base fixedBase(GroupElement element) {
        return new Frequent(element);
    }

    @Override
    public Base generatorBase() {
        synchronized (this) {
            var base = generatorBase;
            if (base == null) {
                base = new Table(generator);
                generatorBase = base;
            }
            return base;
        }
    }

    @Override
    public Base product(List<Base> bases) {
        return new Product(bases.stream().map(Chain.class::cast).toList());
    }

    @Override
    public GroupElement product(Power... powers) {
        var multiplier = multipliers.get();
        int[] product = null;
        for (var power : powers) {
            var factor = ((Residues) power.base()).power(power.exponent(), multiplier);
            if (factor != null) {
                product = product == null ? factor : multiplier.product(product, factor);
            }
        }
        return product == null ? one() : new GroupElement(multiplier.leave(product));
    }

    @Override
    public boolean contains(Base base) {
        var multiplier = multipliers.get();
        var power = ((Residues) base).power(order, multiplier);
        return power == null || multiplier.isOne(power);
    }

    private interface Residues extends Base {

        /** Null stands for one. */
        int @Nullable [] power(BigInteger exponent, Montgomery.Multiplier multiplier);
    }

    /** A base that gets its table once so many powers were asked that the table would have been worth it. */
    private final class Frequent implements Residues {

        private final Chain chain;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile @Nullable Table table;

        Frequent(GroupElement element) {
            this.chain = new Chain(element);
        }

        @Override
        public GroupElement element() {
            return chain.element();
        }

        @Override
        public int @Nullable [] power(BigInteger exponent, Montgomery.Multiplier multiplier) {
            var made = table;
            if (made == null && asked.incrementAndGet() > WORTH_A_TABLE) {
                made = table();
            }
            return made == null ? chain.power(exponent, multiplier) : made.power(exponent, multiplier);
        }

        private synchronized Table table() {
            var made = table;
            if (made == null) {
                made = new Table(chain.element());
                table = made;
            }
            return made;
        }
    }

    /** All powers of the base with exponents of one byte at each place: a power is a product of as many as there are bytes. */
    private final class Table implements Residues {

        private final GroupElement element;
        private final int[][][] powers;

        Table(GroupElement element) {
            this.element = element;
            var multiplier = multipliers.get();
            var base = multiplier.enter(element.value());
            powers = new int[(order.bitLength() + WINDOW - 1) / WINDOW][1 << WINDOW][];
            for (var row : powers) {
                row[1] = base;
                for (var digit = 2; digit < row.length; digit++) {
                    row[digit] = multiplier.product(row[digit - 1], base);
                }
                base = multiplier.product(row[row.length - 1], base);
            }
        }

        @Override
        public GroupElement element() {
            return element;
        }

        @Override
        public int @Nullable [] power(BigInteger exponent, Montgomery.Multiplier multiplier) {
            int[] product = null;
            for (var place = 0; place < powers.length; place++) {
                var digit = digit(exponent, place, WINDOW);
                if (digit != 0) {
                    var factor = powers[place][digit];
                    product = product == null ? factor : multiplier.product(product, factor);
                }
            }
            return product;
        }
    }

    /** The base squared again and again: what several powers of it have in common (Yao 1976). */
    private final class Chain implements Residues {

        private final GroupElement element;
        private int @Nullable [][] links;

        Chain(GroupElement element) {
            this.element = element;
        }

        @Override
        public GroupElement element() {
            return element;
        }

        synchronized int[][] links(Montgomery.Multiplier multiplier) {
            var made = links;
            if (made == null) {
                made = new int[(order.bitLength() + DIGIT - 1) / DIGIT][];
                made[0] = multiplier.enter(element.value());
                for (var place = 1; place < made.length; place++) {
                    var power = made[place - 1].clone();
                    for (var it = 0; it < DIGIT; it++) {
                        multiplier.multiply(power, power, power);
                    }
                    made[place] = power;
                }
                links = made;
            }
            return made;
        }

        @Override
        public int @Nullable [] power(BigInteger exponent, Montgomery.Multiplier multiplier) {
            return chained(List.of(this), exponent, multiplier);
        }
    }

    /** Several bases, raised together. */
    private final class Product implements Residues {

        private final List<Chain> factors;

        Product(List<Chain> factors) {
            this.factors = factors;
        }

        @Override
        public GroupElement element() {
            return factors.stream().map(Chain::element).reduce(one(), ModularGroup.this::multiply);
        }

        @Override
        public int @Nullable [] power(BigInteger exponent, Montgomery.Multiplier multiplier) {
            return chained(factors, exponent, multiplier);
        }
    }

    /** Gathers what has the same digit, then raises the gathered to their digits by multiplying them up from the largest. */
    private static int @Nullable [] chained(List<Chain> chains, BigInteger exponent, Montgomery.Multiplier multiplier) {
        var gathered = new int[1 << DIGIT][];
        for (var chain : chains) {
            var links = chain.links(multiplier);
            for (var place = 0; place < links.length; place++) {
                var digit = digit(exponent, place, DIGIT);
                if (digit != 0) {
                    gathered[digit] =
                            gathered[digit] == null ? links[place] : multiplier.product(gathered[digit], links[place]);
                }
            }
        }
        int[] from = null;
        int[] product = null;
        for (var digit = gathered.length - 1; digit > 0; digit--) {
            if (gathered[digit] != null) {
                from = from == null ? gathered[digit] : multiplier.product(from, gathered[digit]);
            }
            if (from != null) {
                product = product == null ? from : multiplier.product(product, from);
            }
        }
        return product;
    }

    /** The digit of an exponent below the order, or of the order itself. */
    private static int digit(BigInteger exponent, int place, int bits) {
        var digit = 0;
        for (var bit = (place + 1) * bits - 1; bit >= place * bits; bit--) {
            digit = digit << 1 | (exponent.testBit(bit) ? 1 : 0);
        }
        return digit;
    }
}
