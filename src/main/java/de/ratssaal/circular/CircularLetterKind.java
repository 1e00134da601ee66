package de.ratssaal.circular;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Why members who have not answered are written to. */
public enum CircularLetterKind {
    /** It began. */
    BEGAN {
        @Override
        Optional<Instant> due(Instant began, Instant ends) {
            return Optional.of(began);
        }
    },
    /** Half of the period is over. */
    HALF_TIME {
        @Override
        Optional<Instant> due(Instant began, Instant ends) {
            return Optional.of(began.plus(Duration.between(began, ends).dividedBy(2)));
        }
    },
    /** One day is left; of a period that is not longer than two days half of it says the same. */
    LAST_DAY {
        @Override
        Optional<Instant> due(Instant began, Instant ends) {
            var day = Duration.ofDays(1);
            return Duration.between(began, ends).compareTo(day.multipliedBy(2)) > 0
                    ? Optional.of(ends.minus(day))
                    : Optional.empty();
        }
    };

    abstract Optional<Instant> due(Instant began, Instant ends);

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
