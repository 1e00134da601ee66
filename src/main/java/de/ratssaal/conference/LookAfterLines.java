package de.ratssaal.conference;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Browsers that were killed say nothing: their silence does. */
@Component
class LookAfterLines {

    private static final int PAUSE_MILLIS = 3_000;
    private static final Logger LOG = LoggerFactory.getLogger(LookAfterLines.class);

    private final Lines lines;
    private final Access access;

    LookAfterLines(Lines lines, Access access) {
        this.lines = lines;
        this.access = access;
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void look() {
        access.asSystem("conference", () -> {
            lines.withSilent().forEach(it -> inTurn(it, lines::loseSilent));
            lines.withGoneWaiting().forEach(it -> inTurn(it, lines::forgetWaiting));
            lines.withLost().forEach(it -> inTurn(it, lines::endGrace));
        });
    }

    /** What fails in one meeting holds up no other. */
    private static void inTurn(MeetingId meeting, Consumer<MeetingId> act) {
        try {
            act.accept(meeting);
        } catch (RuntimeException e) {
            LOG.error("Lines of the meeting {} cannot be looked after; it is tried again in a moment", meeting, e);
        }
    }
}
