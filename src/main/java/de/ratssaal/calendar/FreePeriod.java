package de.ratssaal.calendar;

import de.ratssaal.base.Refusal;
import java.time.LocalDate;

/**
 * Days without meetings that no law on holidays tells.
 *
 * @param name such as {@code Sommerferien}
 * @param last included
 */
public record FreePeriod(FreePeriodId id, FreeKind kind, String name, LocalDate first, LocalDate last) {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final int MOST_DAYS = 200;

    /** @throws Refusal if the name is missing or too long, or the days are none, or too many */
    public FreePeriod {
        name = name.strip();
        if (name.isEmpty()) {
            throw new Refusal("calendar.free.name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw new Refusal("calendar.free.name-too-long", LONGEST_NAME);
        }
        if (last.isBefore(first)) {
            throw new Refusal("calendar.free.ends-before-start");
        }
        if (last.isAfter(first.plusDays(MOST_DAYS))) {
            throw new Refusal("calendar.free.too-long", MOST_DAYS);
        }
    }
}
