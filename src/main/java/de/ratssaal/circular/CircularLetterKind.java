package de.ratssaal.circular;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Why members who have not answered are written to. */
public enum CircularLetterKind {
    /** It began. */
    BEGAN,
    /** Half of the period is over. */
    HALF_TIME,
    /** One day is left; of a period that is not longer than two days half of it says the same. */
    LAST_DAY;

    private static final Duration DAY = Duration.ofDays(1);

    private Optional<Instant> due(Instant began, Instant ends) {
        var period = Duration.between(began, ends);
        return switch (this) {
            case BEGAN -> Optional.of(began);
            case HALF_TIME -> Optional.of(began.plus(period.dividedBy(2)));
            case LAST_DAY ->
                period.compareTo(DAY.multipliedBy(2)) > 0 ? Optional.of(ends.minus(DAY)) : Optional.empty();
        };
    }

    /**
     * Which letter is the latest that is due; an earlier one that was not written is not written any more.
     *
     * @return nothing before the beginning and from the end on
     */
    static Optional<CircularLetterKind> latest(Instant began, Instant ends, Instant now) {
        return Arrays.stream(values())
                .filter(it -> now.isBefore(ends))
                .filter(it ->
                        it.due(began, ends).filter(due -> !now.isBefore(due)).isPresent())
                .reduce((earlier, later) -> later);
    }
}
