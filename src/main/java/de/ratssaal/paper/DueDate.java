package de.ratssaal.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something that was resolved has to be done.
 *
 * @param from first day on which it can be done; none if it can be done at once
 * @param until last day on which it is in time
 */
public record DueDate(@Nullable LocalDate from, LocalDate until) {

    public DueDate {
        if (from != null && until.isBefore(from)) {
            throw new IllegalArgumentException("due from %s until %s".formatted(from, until));
        }
    }

    public static DueDate by(LocalDate until) {
        return new DueDate(null, until);
    }
}
