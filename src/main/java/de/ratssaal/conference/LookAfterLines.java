package de.ratssaal.conference;

import de.ratssaal.identity.Access;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Browsers that were killed say nothing: their silence does. */
@Component
class LookAfterLines {

    private static final int PAUSE_MILLIS = 3_000;

    private final Lines lines;
    private final Access access;

    LookAfterLines(Lines lines, Access access) {
        this.lines = lines;
        this.access = access;
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void look() {
        access.asSystem("conference", () -> {
            lines.loseSilent();
            lines.endGrace();
        });
    }
}
