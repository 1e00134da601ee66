package de.ratssaal.base;

import java.time.Duration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What follows from a change in other modules, and failed when it was to be done because the database or another part was
 * away, is done again until it succeeds. What was cut off counts as failed after the times that
 * {@code spring.modulith.events.staleness} gives.
 */
@Component
class RedoFollowUps {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final FailedEventPublications failed;

    RedoFollowUps(FailedEventPublications failed) {
        this.failed = failed;
    }

    /** Of several nodes one takes each of them. */
    @Scheduled(fixedDelay = 10_000)
    void redo() {
        failed.resubmit(ResubmissionOptions.defaults().withMinAge(PAUSE));
    }
}
