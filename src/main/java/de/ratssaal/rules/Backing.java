package de.ratssaal.rules;

import org.jspecify.annotations.Nullable;

/**
 * How many members have to stand behind a motion: a number, a share, or nobody beside who moves it.
 *
 * @param persons as many; none if a share is meant, or nothing is needed
 * @param share at least this part; none if a number is meant, or nothing is needed
 */
public record Backing(@Nullable Integer persons, @Nullable Fraction share) {

    /** Each member moves it alone. */
    public static final Backing NONE = new Backing(null, null);

    public Backing {
        if (persons != null && share != null || persons != null && persons < 1) {
            throw new IllegalArgumentException("a number from 1, or a share: %s, %s".formatted(persons, share));
        }
    }

    public static Backing of(int persons) {
        return new Backing(persons, null);
    }

    public static Backing of(Fraction share) {
        return new Backing(null, share);
    }

    public boolean needsSome() {
        return persons != null || share != null;
    }

    /** @param whole of which a share is one */
    public int needed(int whole) {
        if (persons != null) {
            return persons;
        }
        return share == null ? 0 : share.leastReaching(whole);
    }
}
