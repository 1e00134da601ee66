package de.ratssaal.publication.portal;

import de.ratssaal.publication.PublicKind;
import de.ratssaal.publication.VoteResult;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page: in which language, and where they are. Templates ask it for addresses and dates.
 *
 * @param language German, or English below {@code /en}
 * @param path where the page is, without the language's part, such as {@code /meetings}
 */
public record Reader(Locale language, String path) {

    static final String ENGLISH = "/en";

    public static Reader of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals(ENGLISH) || path.startsWith(ENGLISH + "/")) {
            var rest = path.substring(ENGLISH.length());
            return new Reader(Locale.ENGLISH, rest.isEmpty() ? "/" : rest);
        }
        return new Reader(Locale.GERMAN, path);
    }

    /** Whether the page is in German. */
    public boolean isGerman() {
        return language.equals(Locale.GERMAN);
    }

    /** Address of a page in this reader's language. */
    public String to(String page) {
        return in(language, page);
    }

    /** Address of this page in German. */
    public String german() {
        return in(Locale.GERMAN, path);
    }

    /** Address of this page in English. */
    public String english() {
        return in(Locale.ENGLISH, path);
    }

    /** Whether this page is, or is below, an entry of the navigation. */
    public boolean isAt(String page) {
        return page.equals("/") ? path.equals("/") : path.equals(page) || path.startsWith(page + "/");
    }

    /** Address of a published thing's page in this reader's language. */
    public String to(PublicKind kind, UUID id) {
        return to(SitemapController.path(kind, id.toString()));
    }

    /** A text as part of an address. */
    public String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String in(Locale language, String page) {
        if (language.equals(Locale.GERMAN)) {
            return page;
        }
        return page.equals("/") ? ENGLISH : ENGLISH + page;
    }

    /** Such as {@code Mittwoch, 14. Oktober 2026}. */
    public String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(formats())
                .format(at.atZone(zone));
    }

    /** Such as {@code 14. Oktober 2026}. */
    public String date(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(formats())
                .format(at.atZone(zone));
    }

    /** Such as {@code 31. März 2027}. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(formats())
                .format(day);
    }

    /** The paragraphs of a text. */
    public List<String> lines(String text) {
        return text.lines().toList();
    }

    /** Such as {@code 17:00}. */
    public String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", formats()).format(at.atZone(zone));
    }

    /** Such as {@code 14}. */
    public String dayOfMonth(Instant at, ZoneId zone) {
        return Integer.toString(at.atZone(zone).getDayOfMonth());
    }

    /** Such as {@code Okt.}. */
    public String shortMonth(Instant at, ZoneId zone) {
        return at.atZone(zone).getMonth().getDisplayName(TextStyle.SHORT, formats());
    }

    /** Such as {@code Mi.}. */
    public String shortWeekday(Instant at, ZoneId zone) {
        return at.atZone(zone).getDayOfWeek().getDisplayName(TextStyle.SHORT, formats());
    }

    /** Such as {@code Oktober 2026}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", formats()).format(month);
    }

    /** As machines read it, for {@code <time datetime>}. */
    public String machine(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).withNano(0));
    }

    private Locale formats() {
        return isGerman() ? Locale.GERMANY : Locale.UK;
    }

    /** The parts of a vote's bar, together 100 wide. */
    public List<Part> bar(@Nullable VoteResult vote) {
        var parts = new ArrayList<Part>();
        if (vote == null) {
            return parts;
        }
        var total = vote.yes() + vote.no() + vote.abstentions();
        var x = 0.0;
        for (var part : List.of(
                new Part("yes", 0, vote.yes()),
                new Part("abstention", 0, vote.abstentions()),
                new Part("no", 0, vote.no()))) {
            if (part.width() > 0) {
                var width = 100.0 * part.width() / total;
                parts.add(new Part(part.choice(), rounded(x), rounded(width)));
                x += width;
            }
        }
        return parts;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /**
     * @param choice class of its colour
     * @param x where it begins
     */
    public record Part(String choice, double x, double width) {}
}
