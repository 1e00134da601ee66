package de.ratssaal.paper.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days as they are read. */
final class Days {

    private Days() {}

    /** @param written such as {@code 2026-12-31} */
    static String shown(String written, Locale language) {
        return written.isEmpty()
                ? "–"
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(LocalDate.parse(written));
    }
}
