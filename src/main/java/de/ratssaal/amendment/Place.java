package de.ratssaal.amendment;

import java.util.regex.Pattern;

/**
 * What of a proposal two amendments can both want to change.
 *
 * @param point number in the proposal that is amended, counted from 1; 0 where no point is meant
 * @param part number of the point's part, counted from 1; 0 where no part is meant
 */
public record Place(Kind kind, int point, int part) {

    /** What is meant. */
    public enum Kind {
        /** The proposal as a whole. */
        ALL,
        INTRO,
        /** A point as such: whether it stays. */
        POINT,
        TEXT,
        PART,
        RESPONSIBLE,
        DUE,
        REPORT,
        /** Where a point stands. */
        POSITION
    }

    private static final Pattern WRITTEN = Pattern.compile("([A-Z]+)/(\\d{1,6})/(\\d{1,6})");

    static final Place ALL = new Place(Kind.ALL, 0, 0);
    static final Place INTRO = new Place(Kind.INTRO, 0, 0);

    static Place of(Kind kind, int point) {
        return new Place(kind, point, 0);
    }

    /** As it is stored. */
    String key() {
        return "%s/%d/%d".formatted(kind, point, part);
    }

    static Place read(String key) {
        var written = WRITTEN.matcher(key);
        if (!written.matches()) {
            throw new IllegalArgumentException("no place: " + key);
        }
        return new Place(
                Kind.valueOf(written.group(1)), Integer.parseInt(written.group(2)), Integer.parseInt(written.group(3)));
    }
}
