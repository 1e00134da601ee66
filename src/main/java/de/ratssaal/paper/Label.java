package de.ratssaal.paper;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number at the beginning of a line, or what may be one.
 *
 * @param style how the number is written; numbers of one list are written alike
 * @param value place that it claims in its list, counted from 1; 0 for a bullet
 * @param written the label as it stands there
 * @param rest the line behind it
 */
record Label(Style style, int value, String written, String rest) {

    enum Style {
        /** BP 01 */
        POINT("((?:BP|Beschlu(?:ss|ß)punkt)\\s?(\\d{1,3})\\s?(?:[:.)–-]|$))(.*)"),
        /** 01 alone on its line, or before the text */
        BARE("((\\d{1,3}))$()|((0\\d))\\s+(?=\\S)(.*)|((\\d{1,2}))\\s{2,}(?=\\p{Lu})(.*)"),
        /** (1) */
        IN_BRACKETS("(\\((\\d{1,3})\\))(.*)"),
        /** 1) */
        BEFORE_BRACKET("((\\d{1,3})\\))(.*)"),
        /** 1.1 */
        DECIMAL("(\\d{1,2}\\.(\\d{1,2})\\.?)(?=\\s+\\S)(.*)"),
        /** 1. */
        DOT("((\\d{1,3})\\.)(?=\\s|\\p{Lu}|$)(.*)"),
        /** a) */
        LETTER("(\\(?([a-z])\\))(.*)|(([a-z])\\.)(?=\\s)(.*)"),
        /** A. */
        CAPITAL("(([A-HJ-U])[.)])(?=\\s)(.*)"),
        /** IV. */
        ROMAN("(([IVX]{1,5})[.)])(?=\\s|$)(.*)"),
        /** a dash or a dot */
        BULLET("([-–—•●▪◦*·‐‑\\uF0B7\\u2212])\\s+(?=\\S)(.*)");

        private final Pattern pattern;

        Style(String pattern) {
            this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        }
    }

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-–—]\\s*\\d{1,4}\\s*[-–—]");
    private static final Pattern NO_LIST = Pattern.compile(
            "\\s*(?:Quartal|Halbjahr|Jahreshälfte|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Bauabschnitt|Änderungs?|Nachtrag|Obergeschoss|OG|Stock|BImSchV|ThürKO)\\p{L}*\\b.*",
            Pattern.DOTALL);
    private static final List<String> ROMAN_NUMBERS =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV");

    /** The label with which a line begins, if it begins with one. */
    static Optional<Label> of(String line) {
        if (PAGE_NUMBER.matcher(line).matches()) {
            return Optional.empty();
        }
        for (var style : Style.values()) {
            var match = style.pattern.matcher(line);
            if (!match.matches()) {
                continue;
            }
            if (style == Style.BULLET) {
                return Optional.of(
                        new Label(style, 0, match.group(1), match.group(2).strip()));
            }
            var group = 1;
            while (match.group(group) == null) {
                group += 3;
            }
            var rest = match.group(group + 2).strip();
            var value = value(style, match.group(group + 1));
            return value < 1 || (style == Style.DOT && NO_LIST.matcher(rest).matches())
                    ? Optional.empty()
                    : Optional.of(new Label(style, value, match.group(group).strip(), rest));
        }
        return Optional.empty();
    }

    private static int value(Style style, String number) {
        return switch (style) {
            case POINT, BARE, IN_BRACKETS, BEFORE_BRACKET, DECIMAL, DOT -> Integer.parseInt(number);
            case LETTER -> number.charAt(0) - 'a' + 1;
            case CAPITAL -> number.charAt(0) - 'A' + 1;
            case ROMAN -> ROMAN_NUMBERS.indexOf(number) + 1;
            case BULLET -> 0;
        };
    }

    /** Whether the line holds nothing else. */
    boolean standsAlone() {
        return rest.isEmpty();
    }

    boolean isBullet() {
        return style == Style.BULLET;
    }
}
