package de.ratssaal.rules;

/** How seats are given to lists or groups in proportion to their votes or their strength. */
public enum SeatMethod {
    /** Whole numbers of the exact share first, then the largest remainders. */
    HARE_NIEMEYER,
    /** Highest quotients by 1, 3, 5 and so on; the same as dividing by one divisor and rounding at one half. */
    SAINTE_LAGUE,
    /** Highest quotients by 1, 2, 3 and so on. */
    D_HONDT
}
