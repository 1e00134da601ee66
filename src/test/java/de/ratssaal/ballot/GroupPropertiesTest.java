package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Label("The groups")
class GroupPropertiesTest {

    /** 2^0, 2^1, … modulo 23: 1, 2, 4, 8, 16, 9, 18, 13, 3, 6, 12; small enough to be calculated by hand. */
    private static final Group TINY =
            new ModularGroup("TINY", BigInteger.valueOf(23), BigInteger.TWO, BigInteger.valueOf(11));

    private static final ModularGroup LARGE = (ModularGroup) Groups.belenios2048();

    @Example
    @Label("calculated by hand")
    void byHand() {
        var powers = List.of(1, 2, 4, 8, 16, 9, 18, 13, 3, 6, 12);
        for (var exponent = 0; exponent < 11; exponent++) {
            var power = TINY.product(TINY.generatorBase().to(BigInteger.valueOf(exponent)));
            assertThat(power).isEqualTo(tiny(powers.get(exponent)));
            assertThat(TINY.product(TINY.base(tiny(3)).to(BigInteger.valueOf(exponent))))
                    .isEqualTo(tiny(powers.get(8 * exponent % 11)));
        }
        for (var value = 0; value < 23; value++) {
            assertThat(TINY.contains(tiny(value))).isEqualTo(powers.contains(value));
            assertThat(TINY.contains(TINY.base(tiny(value)))).isEqualTo(powers.contains(value));
        }
        assertThat(TINY.multiply(tiny(18), tiny(13))).isEqualTo(tiny(4));
        assertThat(TINY.divide(tiny(4), tiny(13))).isEqualTo(tiny(18));
    }

    private static GroupElement tiny(int value) {
        return TINY.parse(String.valueOf(value));
    }

    @Example
    @Label("the parameters of BELENIOS-2048 are those of a group of prime order")
    void parameters() {
        assertThat(LARGE.prime().bitLength()).isEqualTo(2048);
        assertThat(LARGE.prime().isProbablePrime(60)).isTrue();
        assertThat(LARGE.order().isProbablePrime(60)).isTrue();
        assertThat(LARGE.prime().subtract(BigInteger.ONE).mod(LARGE.order())).isZero();
        assertThat(LARGE.contains(LARGE.generator())).isTrue();
        assertThat(LARGE.generator()).isNotEqualTo(LARGE.one());
    }

    @Property(tries = 40)
    @Label("multiplication by limbs is multiplication")
    void products(
            @ForAll @BigRange(min = "3", max = "99999999999999999999999999999999999999999") BigInteger half,
            @ForAll @BigRange(min = "0", max = "9999999999999999999999999999999999999999999999") BigInteger a,
            @ForAll @BigRange(min = "0", max = "9999999999999999999999999999999999999999999999") BigInteger b) {
        var modulus = half.shiftLeft(1).add(BigInteger.ONE);
        var residues = new Montgomery(modulus);
        var multiplier = residues.new Multiplier();
        var product = multiplier.product(multiplier.enter(a.mod(modulus)), multiplier.enter(b.mod(modulus)));
        assertThat(multiplier.leave(product)).isEqualTo(a.multiply(b).mod(modulus));
    }

    @Property(tries = 15)
    @Label("powers by tables, chains and several bases at once are powers")
    void powers(
            @ForAll @Size(min = 1, max = 3) List<@BigRange(min = "1") BigInteger> values, @ForAll BigInteger number) {
        var exponent = number.pow(7).mod(LARGE.order());
        var elements = values.stream()
                .map(it -> new GroupElement(it.pow(9).mod(LARGE.prime())))
                .toList();
        var bases = elements.stream().map(LARGE::base).toList();
        var expected = elements.stream().map(it -> LARGE.power(it, exponent)).reduce(LARGE.one(), LARGE::multiply);
        assertThat(LARGE.product(LARGE.product(bases).to(exponent))).isEqualTo(expected);
        assertThat(LARGE.product(bases.stream().map(it -> it.to(exponent)).toArray(Group.Power[]::new)))
                .isEqualTo(expected);
        assertThat(LARGE.product(LARGE.generatorBase().to(exponent)))
                .isEqualTo(LARGE.power(LARGE.generator(), exponent));
        assertThat(LARGE.contains(bases.getFirst())).isEqualTo(LARGE.contains(elements.getFirst()));
    }

    @Example
    @Label("extreme numbers are multiplied rightly as well")
    void extremes() {
        var prime = LARGE.prime();
        var multiplier = new Montgomery(prime).new Multiplier();
        var extremes = List.of(
                BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, prime.subtract(BigInteger.ONE), prime.shiftRight(1));
        for (var a : extremes) {
            for (var b : extremes) {
                var product = multiplier.product(multiplier.enter(a), multiplier.enter(b));
                assertThat(multiplier.leave(product)).isEqualTo(a.multiply(b).mod(prime));
            }
        }
    }

    @Property(tries = 60)
    @Label("any t tellers, and no fewer, find the secret that all made together")
    void shares(@ForAll @IntRange(min = 1, max = 5) int size, @ForAll @IntRange(min = 1, max = 5) int wanted) {
        var threshold = Math.min(size, wanted);
        var order = LARGE.order();
        var random = Randomness.secure();
        var coefficients = IntStream.range(0, threshold)
                .mapToObj(it -> random.below(order))
                .toList();
        var secret = coefficients.getFirst();
        var indexes = IntStream.rangeClosed(size - threshold + 1, size).boxed().toList();
        assertThat(interpolated(coefficients, indexes, order)).isEqualTo(secret);
        if (threshold > 1) {
            assertThat(interpolated(coefficients, indexes.subList(1, threshold), order))
                    .isNotEqualTo(secret);
        }
    }

    private static BigInteger interpolated(List<BigInteger> coefficients, List<Integer> indexes, BigInteger order) {
        var sum = BigInteger.ZERO;
        for (var own : indexes) {
            var value = BigInteger.ZERO;
            for (var coefficient : coefficients.reversed()) {
                value = value.multiply(BigInteger.valueOf(own)).add(coefficient);
            }
            sum = sum.add(value.multiply(Decryption.weight(own, indexes, order)));
        }
        return sum.mod(order);
    }

    @Example
    @Label("numbers have one spelling only")
    void spelling() {
        for (var spelled : List.of("", "00", "01", "+1", "-1", " 1", "1 ", "1.0", "0x1", "１", "1_0")) {
            assertThatThrownBy(() -> LARGE.parse(spelled)).as(spelled).isInstanceOf(MalformedRecord.class);
            assertThatThrownBy(() -> Decimal.scalar(spelled, LARGE)).isInstanceOf(MalformedRecord.class);
        }
        assertThatThrownBy(() -> LARGE.parse(LARGE.prime().toString())).isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> Decimal.scalar(LARGE.order().toString(), LARGE))
                .isInstanceOf(MalformedRecord.class);
        assertThat(LARGE.parse("0")).isEqualTo(new GroupElement(BigInteger.ZERO));
    }

    @Property(tries = 200)
    @Label("what is written as JSON is read as the same")
    void json(@ForAll String text, @ForAll @IntRange(min = 0) int number, @ForAll boolean truth) {
        if (text.chars().anyMatch(it -> Character.isSurrogate((char) it))) {
            return;
        }
        var value = Json.fields()
                .with("text", text)
                .with("more", new Json.Items(List.of(new Json.Whole(number), new Json.Truth(truth), Json.fields())));
        assertThat(JsonReader.read(value.bytes()).value()).isEqualTo(value);
    }
}
