package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.List;

/** A group of prime order in which logarithms are hard to find. */
public interface Group {

    /** As the election's definition names it. */
    String name();

    /** The number of elements, q; exponents are counted modulo q. */
    BigInteger order();

    GroupElement generator();

    /** The neutral element. */
    GroupElement one();

    /**
     * Reads an element in its only allowed spelling. Whether it lies in the group is for {@link #contains} to say.
     *
     * @throws MalformedRecord if it is no spelling of an element
     */
    GroupElement parse(String text);

    boolean contains(GroupElement element);

    GroupElement multiply(GroupElement a, GroupElement b);

    GroupElement divide(GroupElement a, GroupElement b);

    GroupElement power(GroupElement base, BigInteger exponent);

    /** A base of which several powers will be asked. */
    Base base(GroupElement element);

    /** A base of which very many powers will be asked, such as the election's key. */
    Base fixedBase(GroupElement element);

    /** The generator as a base of which very many powers are asked. */
    Base generatorBase();

    /** The product of bases made by {@link #base}, as a base. */
    Base product(List<Base> bases);

    /** The product of these powers. */
    GroupElement product(Power... powers);

    /** As {@link #contains(GroupElement)}, for less if other powers of the base are asked as well. */
    boolean contains(Base base);

    /** Prepared for taking powers of it. Belongs to the group that made it. */
    interface Base {

        GroupElement element();

        default Power to(BigInteger exponent) {
            return new Power(this, exponent);
        }
    }

    /** A power that is not computed yet. */
    record Power(Base base, BigInteger exponent) {}
}
