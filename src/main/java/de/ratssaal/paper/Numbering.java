package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How papers of a kind are numbered.
 *
 * @param pattern with {@code {number}} or, filled up with zeros, {@code {number:4}}, and with {@code {yy}} or {@code {yyyy}}
 * @param series kinds of the same series count together; empty for the one that all share unless told otherwise
 * @param start first number of a year
 * @param atRelease whether a draft gets its number only when it is released, rather than at once
 */
public record Numbering(String pattern, String series, int start, boolean atRelease) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(number)(?::([1-8]))?}|\\{(yyyy|yy)}");
    private static final Pattern SERIES = Pattern.compile("[\\p{L}\\p{N}-]{0,20}");
    private static final int LONGEST = 40;
    private static final int LARGEST = 900_000;

    /** As papers were always numbered: all kinds together, at once. */
    public static final Numbering SHARED = new Numbering("{number:4}/{yy}", "", 1, false);

    /** @throws Refusal if numbers made so could not be told apart */
    public Numbering {
        pattern = PlainText.line(pattern);
        series = PlainText.line(series);
        var placeholders = PLACEHOLDER
                .matcher(pattern)
                .results()
                .map(it -> it.group(1) == null ? "year" : "number")
                .sorted()
                .toList();
        if (!placeholders.equals(java.util.List.of("number", "year"))
                || pattern.length() > LONGEST
                || PLACEHOLDER.matcher(pattern).replaceAll("").matches(".*[{}].*")
                || pattern.matches(".*\\{number(?::\\d)?}\\{yy.*|.*\\{yy(?:yy)?}\\{number.*")) {
            throw new Refusal("paper.template.pattern-wrong");
        }
        if (!SERIES.matcher(series).matches()) {
            throw new Refusal("paper.template.series-wrong");
        }
        if (start < 1 || start > LARGEST) {
            throw new Refusal("paper.template.start-wrong");
        }
    }

    PaperNumber number(int number, int year) {
        return new PaperNumber(
                number,
                year,
                PLACEHOLDER.matcher(pattern).replaceAll(it -> Matcher.quoteReplacement(part(it, number, year))));
    }

    private static String part(java.util.regex.MatchResult placeholder, int number, int year) {
        if (placeholder.group(1) != null) {
            var digits = placeholder.group(2);
            return digits == null ? Integer.toString(number) : ("%0" + digits + "d").formatted(number);
        }
        return "yy".equals(placeholder.group(3)) ? "%02d".formatted(year % 100) : Integer.toString(year);
    }

    /** Whether a number of this kind could look like one of the other, although they are counted apart. */
    boolean isConfusedWith(Numbering other) {
        return !series.equals(other.series) && skeleton().equals(other.skeleton());
    }

    private String skeleton() {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(it -> it.group(1) == null ? "{" + it.group(3) + "}" : "{number}")
                .replaceAll("(?<=[\\p{L}])(?=\\{)", "");
    }
}
