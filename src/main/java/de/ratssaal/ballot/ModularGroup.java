package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.List;

/** The numbers modulo a prime p whose q-th power is 1. */
final class ModularGroup implements Group {

    private final String name;
    private final BigInteger prime;
    private final BigInteger order;
    private final GroupElement generator;
    private final Base generatorBase;

    ModularGroup(String name, BigInteger prime, BigInteger generator, BigInteger order) {
        this.name = name;
        this.prime = prime;
        this.order = order;
        this.generator = new GroupElement(generator);
        this.generatorBase = new Simple(this.generator);
    }

    record Simple(GroupElement element) implements Base {}

    @Override
    public String name() {
        return name;
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
        return new GroupElement(value);
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
        return new Simple(element);
    }

    @Override
    public Base fixedBase(GroupElement element) {
        return new Simple(element);
    }

    @Override
    public Base generatorBase() {
        return generatorBase;
    }

    @Override
    public Base product(List<Base> bases) {
        return new Simple(bases.stream().map(Base::element).reduce(one(), this::multiply));
    }

    @Override
    public GroupElement product(Power... powers) {
        var product = one();
        for (var power : powers) {
            product = multiply(product, power(power.base().element(), power.exponent()));
        }
        return product;
    }

    @Override
    public boolean contains(Base base) {
        return contains(base.element());
    }
}
