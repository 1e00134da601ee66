package de.ratssaal.paper;

import java.util.Optional;
import java.util.Set;

/** Names of the places in a {@link Manuscript} where something can be written. */
public final class Places {

    public static final String TITLE = "title";
    public static final String ORIGINATOR = "originator";
    /** {@code true} or {@code false}. */
    public static final String PUBLIC = "public";

    public static final String INTRO = "intro";

    /** What a row has beside its text. */
    public static final String RESPONSIBLE = "responsible";

    public static final String FROM = "from";
    public static final String UNTIL = "until";
    public static final String REPORT = "report";
    /** {@code part} for a sub-point. */
    public static final String LEVEL = "level";

    /** What a section has beside its text. */
    public static final String RATING = "rating";

    public static final String ONCE = "once";
    public static final String YEARLY = "yearly";
    public static final String FUNDED = "funded";
    public static final String BUDGET_LINE = "budget-line";

    private static final Set<String> CHOSEN = Set.of(FROM, UNTIL, REPORT, LEVEL, RATING, PUBLIC);
    private static final String ROW = "row/";
    private static final String SECTION = "section/";
    private static final String RIVAL = "rival/";

    private Places() {}

    public static String row(String row) {
        return ROW + row;
    }

    public static String row(String row, String part) {
        return ROW + row + "/" + part;
    }

    public static String section(String key) {
        return SECTION + key;
    }

    public static String section(String key, String part) {
        return SECTION + key + "/" + part;
    }

    public static String field(String key) {
        return "field/" + key;
    }

    static String rival(String id) {
        return RIVAL + id;
    }

    /** The row to which a place belongs. */
    public static Optional<String> rowOf(String place) {
        return place.startsWith(ROW) ? Optional.of(place.split("/", 3)[1]) : Optional.empty();
    }

    /** The section to which a place belongs. */
    public static Optional<String> sectionOf(String place) {
        return place.startsWith(SECTION) ? Optional.of(place.split("/", 3)[1]) : Optional.empty();
    }

    static boolean isRival(String place) {
        return place.startsWith(RIVAL);
    }

    /** Whether it holds words, which can be merged, rather than something chosen. */
    static boolean holdsWords(String place) {
        return !CHOSEN.contains(place.substring(place.lastIndexOf('/') + 1));
    }
}
