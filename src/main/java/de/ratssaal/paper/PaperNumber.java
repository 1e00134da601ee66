package de.ratssaal.paper;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number under which people know a paper, such as {@code 0042/26}. The papers of a series and year are counted without a
 * gap; a draft may still have none.
 *
 * @param number counted in its series; 0 if none was given yet
 * @param year calendar year in the body's zone, in four digits
 * @param written as people read it; without it as {@code 0042/26}
 */
public record PaperNumber(int number, int year, @Nullable String written) implements Serializable {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s?/\\s?(?:20)?(\\d{2})");
    private static final int CENTURY = 100;

    public PaperNumber {
        if (number < 0 || year < 2000 || year > 2099) {
            throw new IllegalArgumentException("paper %d of %d".formatted(number, year));
        }
        if (written == null) {
            written = number == 0 ? "–/%02d".formatted(year % CENTURY) : "%04d/%02d".formatted(number, year % CENTURY);
        }
    }

    public PaperNumber(int number, int year) {
        this(number, year, null);
    }

    /** Of a draft that gets its number when it is released. */
    public static PaperNumber none(int year) {
        return new PaperNumber(0, year);
    }

    /** Reads a number as people write it: {@code 42/26}, {@code 0042/2026}. */
    public static Optional<PaperNumber> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        return written.matches() && Integer.parseInt(written.group(1)) > 0
                ? Optional.of(
                        new PaperNumber(Integer.parseInt(written.group(1)), 2000 + Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    public boolean isGiven() {
        return number > 0;
    }

    @Override
    public String toString() {
        return String.valueOf(written);
    }
}
