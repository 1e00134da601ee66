package de.ratssaal.urn;

import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Empties this node's memory of who registered which credential as soon as registration is over, wherever it was ended, and of who has
 * voted as soon as the vote is.
 */
@Component
class ForgetVoters {

    private static final int PERIOD_MILLIS = 1_000;

    private final Collecting collecting;
    private final CastingBallots casting;
    private final UrnStore store;

    ForgetVoters(Collecting collecting, CastingBallots casting, UrnStore store) {
        this.collecting = collecting;
        this.casting = casting;
        this.store = store;
    }

    @Scheduled(fixedDelay = PERIOD_MILLIS)
    void forget() {
        // looked at before the database: what is begun meanwhile is not among them
        var collected = collecting.all();
        var voted = casting.polls();
        if (!collected.isEmpty()) {
            var here = store.in(UrnState.REGISTERING).stream()
                    .filter(it -> it.collector().equals(collecting.node()))
                    .collect(Collectors.toMap(Urn::poll, Urn::attempt));
            collected.forEach((poll, attempt) -> {
                if (!attempt.equals(here.get(poll))) {
                    collecting.forget(poll, attempt);
                }
            });
        }
        voted.stream().filter(it -> !store.state(it).isRunning()).forEach(casting::forget);
    }
}
