package de.ratssaal.ballot;

import java.math.BigInteger;

/** Numbers as the format spells them: decimal digits, no sign, no leading zeros. */
final class Decimal {

    private Decimal() {}

    static BigInteger parse(String text) {
        var digits = text.length();
        if (digits == 0 || digits > 5_000 || digits > 1 && text.charAt(0) == '0') {
            throw new MalformedRecord("", "no number in its shortest decimal form");
        }
        for (var it = 0; it < digits; it++) {
            if (text.charAt(it) < '0' || text.charAt(it) > '9') {
                throw new MalformedRecord("", "no number in its shortest decimal form");
            }
        }
        return new BigInteger(text);
    }

    /** A challenge, response or other exponent. */
    static BigInteger scalar(String text, Group group) {
        var value = parse(text);
        if (value.compareTo(group.order()) >= 0) {
            throw new MalformedRecord("", "not below the group's order");
        }
        return value;
    }
}
