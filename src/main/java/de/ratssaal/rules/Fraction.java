package de.ratssaal.rules;

/**
 * A share such as two thirds, compared without rounding.
 *
 * @param numerator above the line, at least 0
 * @param denominator below the line, at least 1 and not less than the numerator
 */
public record Fraction(int numerator, int denominator) {

    public static final Fraction HALF = new Fraction(1, 2);
    public static final Fraction THIRD = new Fraction(1, 3);
    public static final Fraction QUARTER = new Fraction(1, 4);
    public static final Fraction TWO_THIRDS = new Fraction(2, 3);
    public static final Fraction NONE = new Fraction(0, 1);
    public static final Fraction WHOLE = new Fraction(1, 1);
    public static final Fraction THREE_QUARTERS = new Fraction(3, 4);

    public Fraction {
        if (numerator < 0 || denominator < 1 || numerator > denominator) {
            throw new IllegalArgumentException("no share: %d/%d".formatted(numerator, denominator));
        }
    }

    /** Whether the part is strictly more than this share of the whole. */
    public boolean isExceededBy(int part, int whole) {
        return (long) part * denominator > (long) numerator * whole;
    }

    /** Whether the part is at least this share of the whole. */
    public boolean isReachedBy(int part, int whole) {
        return (long) part * denominator >= (long) numerator * whole;
    }

    /** The smallest part that exceeds this share of the whole. */
    public int leastExceeding(int whole) {
        return Math.toIntExact((long) numerator * whole / denominator + 1);
    }

    /** The smallest part that reaches this share of the whole. */
    public int leastReaching(int whole) {
        return Math.toIntExact(((long) numerator * whole + denominator - 1) / denominator);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
