package de.ratssaal.minutes;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a meeting as a whole, in order. */
record Course(List<Step> steps) {

    enum Kind {
        OPENED,
        CHAIR_HANDED_OVER,
        INTERRUPTED,
        RESUMED
    }

    /**
     * @param person who is in the chair from now on; none if that does not change
     */
    record Step(Kind kind, @Nullable PersonId person, Instant at) {}

    /** Somebody in the chair, until the next. */
    record Chair(PersonId person, Instant from) {}

    /** Interruptions; the last without an end if the meeting was closed during it, or still waits. */
    List<MinutesSheet.Break> breaks(@Nullable Instant end) {
        var breaks = new ArrayList<MinutesSheet.Break>();
        Instant since = null;
        for (var step : steps) {
            switch (step.kind()) {
                case INTERRUPTED -> since = step.at();
                case RESUMED -> {
                    if (since != null) {
                        breaks.add(new MinutesSheet.Break(since, step.at()));
                        since = null;
                    }
                }
                case OPENED, CHAIR_HANDED_OVER -> {}
            }
        }
        if (since != null) {
            breaks.add(new MinutesSheet.Break(since, end));
        }
        return breaks;
    }

    List<Chair> chairs() {
        return steps.stream()
                .filter(it -> it.person() != null)
                .flatMap(it -> java.util.stream.Stream.ofNullable(it.person()).map(who -> new Chair(who, it.at())))
                .toList();
    }
}
