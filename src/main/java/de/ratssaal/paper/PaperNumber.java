package de.ratssaal.paper;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which people know a paper, such as {@code 0042/26}. Each body counts its papers of a year without a gap.
 *
 * @param number counted from 1
 * @param year calendar year in the body's zone, in four digits
 */
public record PaperNumber(int number, int year) implements Serializable {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s?/\\s?(?:20)?(\\d{2})");
    private static final int CENTURY = 100;

    public PaperNumber {
        if (number < 1 || year < 2000 || year > 2099) {
            throw new IllegalArgumentException("paper %d of %d".formatted(number, year));
        }
    }

    /** Reads a number as people write it: {@code 42/26}, {@code 0042/2026}. */
    public static Optional<PaperNumber> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        return written.matches() && Integer.parseInt(written.group(1)) > 0
                ? Optional.of(
                        new PaperNumber(Integer.parseInt(written.group(1)), 2000 + Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%04d/%02d".formatted(number, year % CENTURY);
    }
}
