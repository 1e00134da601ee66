package de.ratssaal.ballot;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** An element of a {@link Group}, or at least something spelled like one: see {@link Group#contains}. */
public final class GroupElement {

    private final BigInteger value;

    /** Its spelling, once it is known: elements are hashed more often than made. */
    private @Nullable String text;

    GroupElement(BigInteger value) {
        this.value = value;
    }

    /** @param text in which it was read */
    GroupElement(BigInteger value, String text) {
        this.value = value;
        this.text = text;
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
        var spelled = text;
        if (spelled == null) {
            spelled = value.toString();
            text = spelled;
        }
        return spelled;
    }
}
