package de.ratssaal.amendment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** Amounts of money and shares that a text names, and how far another text is from them. */
final class Amounts {

    private static final Pattern AMOUNT = Pattern.compile(
            "(\\d{1,3}(?:[.\\u202F ]\\d{3})+|\\d{1,12})(?:,(\\d{1,4}))?(?:,-|,–)?\\s?(Mio\\.?|Mrd\\.?|Millionen|Milliarden|Million|Milliarde)?\\s?(?:€|Euro|EUR|%|Prozent|v\\. ?H\\.)",
            Pattern.CASE_INSENSITIVE);
    private static final int ALL = 1000;

    private Amounts() {}

    private static List<BigDecimal> in(String text) {
        return AMOUNT.matcher(text)
                .results()
                .map(it -> {
                    var whole = it.group(1).replaceAll("\\D", "");
                    var number = new BigDecimal(it.group(2) == null ? whole : whole + "." + it.group(2));
                    var scale = it.group(3);
                    return scale == null
                            ? number
                            : number.movePointRight(
                                    scale.regionMatches(true, 0, "Mi", 0, 2) && !isMilliard(scale) ? 6 : 9);
                })
                .toList();
    }

    private static boolean isMilliard(String scale) {
        return scale.regionMatches(true, 0, "Milliard", 0, 8);
    }

    /**
     * The largest change of an amount, in thousandths of what it was; all of it if amounts come or go; 0 if none changes.
     */
    static int change(String before, String after) {
        var amounts = in(before);
        var changed = in(after);
        if (amounts.size() != changed.size()) {
            return amounts.isEmpty() ? 0 : ALL;
        }
        var largest = 0;
        for (var place = 0; place < amounts.size(); place++) {
            largest = Math.max(largest, change(amounts.get(place), changed.get(place)));
        }
        return largest;
    }

    private static int change(BigDecimal before, BigDecimal after) {
        if (before.compareTo(after) == 0) {
            return 0;
        }
        if (before.signum() == 0) {
            return ALL;
        }
        var share = after.subtract(before)
                .abs()
                .multiply(BigDecimal.valueOf(ALL))
                .divide(before, MathContext.DECIMAL64)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(1_000_000));
        return Math.max(1, share.intValue());
    }
}
