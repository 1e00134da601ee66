package de.ratssaal.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds due dates in a wording: "bis zum Ende des 2. Quartals 2021", "im 4. Quartal 2020", "bis 31.03.2021", "bis Ende März
 * 2021", "bis zum Jahresende 2021".
 */
final class DueDates {

    private static final Map<String, Integer> MONTHS = months();

    // A digit behind a year is the number of a footnote.
    private static final String YEAR = "(20\\d\\d)(?=\\d?(?!\\d))";
    private static final String ORDINAL = "([1-4]|I{1,3}|IV|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?)";
    private static final String OF_YEAR =
            "[\\s/]{0,5}(?:des\\s{1,5}Jahres\\s{1,5}|im\\s{1,5}Jahre?\\s{1,5}|Jahr\\s{1,5})?";
    private static final String MONTH =
            "(Januar|Jänner|Februar|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)s?";

    private static final List<Form> FORMS = List.of(
            form(ORDINAL + "\\.?\\s{0,5}Quartal(?:e?s)?" + OF_YEAR + YEAR, DueDates::quarter),
            form("Quartal\\s{1,5}([1-4]|I{1,3}|IV)" + OF_YEAR + YEAR, DueDates::quarter),
            form("Q\\s?([1-4])[\\s/]{0,5}" + YEAR, DueDates::quarter),
            form(
                    "(?:(Ende)\\s{1,5}des\\s{1,5})?" + ORDINAL + "\\.?\\s{0,5}(?:Halbjahr(?:e?s)?|Jahreshälfte)"
                            + OF_YEAR + YEAR,
                    DueDates::half),
            form(
                    "(\\d{1,2})\\.\\s{0,3}(\\d{1,2})\\.\\s{0,3}" + YEAR,
                    it -> day(it.group(1), number(it.group(2)), it.group(3))),
            form(
                    "(\\d{1,2})\\.\\s{0,3}" + MONTH + OF_YEAR + YEAR,
                    it -> day(it.group(1), month(it.group(2)), it.group(3))),
            form("(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)", it -> day(it.group(3), number(it.group(2)), it.group(1))),
            form(
                    "(?:(Mitte|Anfang|Ende)\\s{1,5}(?:des\\s{1,5}Monats\\s{1,5})?)?" + MONTH + OF_YEAR + YEAR,
                    DueDates::month),
            form(
                    "(?:(Mitte|Anfang|Ende)\\s{1,5})?(?:des\\s{1,5}|Jahresende\\s{1,5}|Jahre?s?\\s{1,5}){0,3}" + YEAR,
                    DueDates::year));

    private static final String FILLER =
            "(?:\\s{0,5}(?:spätestens|zum|zur|einschließlich|längstens|Ablauf|Ende|des|der|dem|den|im|am|in|Jahr(?:es)?|Monats?|,))";
    private static final Pattern LEAD =
            Pattern.compile("(?:bis)?" + FILLER + "{0,5}\\s{0,5}", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY = before("(?:bis|spätestens|innerhalb|vor)" + FILLER + "{0,5}");
    private static final Pattern IN = before("(?:erstmals?|erstmalig|beginnend|im|ab)" + FILLER + "{0,3}");
    /** "vom 1. Januar 2020 bis 31. Dezember 2021" says how long, not until when. */
    private static final Pattern SPAN = Pattern.compile(
            "\\b(?:vom|von|ab|zwischen|seit)\\b[^.;:()]{0,12}[\\d.]{1,10}[^.;:()]{0,18}$", Pattern.CASE_INSENSITIVE);
    /** What a date would be about if it could be read. */
    private static final Pattern LIKE_A_DATE = Pattern.compile(
            "\\bbis\\s{1,5}(?:zum|spätestens|Ende|Mitte|Anfang)[^.;]{0,30}?(?:Quartal|Halbjahr|Jahresende|20\\d\\d)|\\d\\.?\\s?Quartal|\\b[IVX]{1,4}\\.?\\s?Quartal|\\bbis\\s{1,5}(?:zum\\s{1,5})?\\d{1,2}\\.\\s?\\d{1,2}\\.",
            Pattern.CASE_INSENSITIVE);

    private DueDates() {}

    /**
     * @param due what it means
     * @param start where the date begins in the wording
     * @param end where it ends
     */
    record Found(DueDate due, int start, int end) {}

    /** All due dates, in the order in which the wording names them. */
    static List<Found> in(String wording) {
        var found = new ArrayList<Found>();
        for (var form : FORMS) {
            var match = form.pattern.matcher(wording);
            while (match.find()) {
                var start = match.start();
                var end = match.end();
                if (found.stream().noneMatch(it -> it.start < end && start < it.end)) {
                    form.meaning
                            .of(match.toMatchResult())
                            .flatMap(it -> due(it, wording, start))
                            .ifPresent(due -> found.add(new Found(due, start, end)));
                }
            }
        }
        found.sort((one, other) -> Integer.compare(one.start, other.start));
        return List.copyOf(found);
    }

    /** The first place that looks like a due date and is none of those found. */
    static Optional<String> unclear(String wording, List<Found> found) {
        var like = LIKE_A_DATE.matcher(wording);
        while (like.find()) {
            var start = like.start();
            var end = like.end();
            if (found.stream().noneMatch(it -> it.start <= end && start <= it.end)
                    && FORMS.stream().noneMatch(it -> it.readsAt(wording, start, end))) {
                return Optional.of(wording.substring(start, Math.min(wording.length(), end + 20))
                        .strip());
            }
        }
        return Optional.empty();
    }

    private static Optional<DueDate> due(Span span, String wording, int start) {
        var before = wording.substring(Math.max(0, start - 80), start);
        if (BY.matcher(before).find()) {
            return SPAN.matcher(before.replaceFirst("(?i)\\bbis\\b[^.;]{0,40}$", ""))
                            .find()
                    ? Optional.empty()
                    : Optional.of(DueDate.by(span.last));
        }
        return span.first != null && IN.matcher(before).find()
                ? Optional.of(new DueDate(span.first, span.last))
                : Optional.empty();
    }

    /**
     * @param first first day of a span in which something is to be done; none for what only bounds
     * @param last its last day
     */
    private record Span(@Nullable LocalDate first, LocalDate last) {}

    @FunctionalInterface
    private interface Meaning {
        Optional<Span> of(MatchResult match);
    }

    private record Form(Pattern pattern, Meaning meaning) {

        /** Whether a date in this form begins there, be it behind "bis zum". */
        boolean readsAt(String wording, int start, int end) {
            var match = pattern.matcher(wording);
            for (var at = Math.max(0, start - 10); match.find(at) && match.start() <= end; at = match.start() + 1) {
                if (match.end() >= start
                        && LEAD.matcher(wording.substring(Math.min(start, match.start()), match.start()))
                                .matches()
                        && meaning.of(match.toMatchResult()).isPresent()) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Form form(String pattern, Meaning meaning) {
        return new Form(
                Pattern.compile("(?<![\\p{L}\\d])" + pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                meaning);
    }

    private static Pattern before(String words) {
        return Pattern.compile("\\b" + words + "\\s{0,5}$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Optional<Span> quarter(MatchResult match) {
        var quarter = ordinal(match.group(1));
        var first = LocalDate.of(number(match.group(2)), quarter * 3 - 2, 1);
        return Optional.of(new Span(first, first.plusMonths(3).minusDays(1)));
    }

    private static Optional<Span> half(MatchResult match) {
        var half = ordinal(match.group(2));
        if (half > 2) {
            return Optional.empty();
        }
        var first = LocalDate.of(number(match.group(3)), half * 6 - 5, 1);
        return Optional.of(new Span(first, first.plusMonths(6).minusDays(1)));
    }

    private static Optional<Span> month(MatchResult match) {
        var month = YearMonth.of(number(match.group(3)), month(match.group(2)));
        return switch (lower(match.group(1))) {
            case "anfang" -> Optional.empty();
            case "mitte" -> Optional.of(new Span(null, month.atDay(15)));
            default -> Optional.of(new Span(null, month.atEndOfMonth()));
        };
    }

    private static Optional<Span> year(MatchResult match) {
        var year = number(match.group(2));
        return switch (lower(match.group(1))) {
            case "anfang" -> Optional.empty();
            case "mitte" -> Optional.of(new Span(null, LocalDate.of(year, Month.JUNE, 30)));
            default -> Optional.of(new Span(null, LocalDate.of(year, Month.DECEMBER, 31)));
        };
    }

    private static Optional<Span> day(String day, int month, String year) {
        try {
            return Optional.of(new Span(null, LocalDate.of(number(year), month, number(day))));
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 31 February: reported as unclear
        }
    }

    private static int ordinal(String word) {
        return switch (lower(word).replaceFirst("(?<=e)[nrs]$", "")) {
            case "1", "i", "erste" -> 1;
            case "2", "ii", "zweite" -> 2;
            case "3", "iii", "dritte" -> 3;
            default -> 4;
        };
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(lower(name), 1);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.GERMAN);
    }

    private static Map<String, Integer> months() {
        var months = IntStream.rangeClosed(1, 12)
                .boxed()
                .collect(Collectors.toMap(
                        it -> Month.of(it)
                                .getDisplayName(java.time.format.TextStyle.FULL, Locale.GERMAN)
                                .toLowerCase(Locale.GERMAN),
                        it -> it));
        months.put("jänner", 1);
        months.put("maerz", 3);
        return Map.copyOf(months);
    }
}
