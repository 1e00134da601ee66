package de.ratssaal.ballot;

import java.math.BigInteger;

/** An element of a {@link Group}, or at least something spelled like one: see {@link Group#contains}. */
public final class GroupElement {

    private final BigInteger value;

    GroupElement(BigInteger value) {
        this.value = value;
    }

    BigInteger value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupElement it && value.equals(it.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** As the format spells it. */
    @Override
    public String toString() {
        return value.toString();
    }
}
