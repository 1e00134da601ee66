package de.ratssaal.stream;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing is kept longer than it has to be: what is only shown, for minutes; recordings as long as the rules of procedure say. */
@Component
class KeepRecordings {

    /** As long as somebody may be behind who watches. */
    static final Duration SHOWN = Duration.ofMinutes(3);

    private static final int EACH_MINUTE = 60_000;
    private static final int EACH_HOUR = 60 * EACH_MINUTE;
    private static final Logger LOG = LoggerFactory.getLogger(KeepRecordings.class);

    private final StreamStore store;
    private final Meetings meetings;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Access access;
    private final Clock clock;

    KeepRecordings(
            StreamStore store,
            Meetings meetings,
            Councils councils,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Access access,
            Clock clock) {
        this.store = store;
        this.meetings = meetings;
        this.councils = councils;
        this.events = events;
        this.transactions = transactions;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = EACH_MINUTE, initialDelay = EACH_MINUTE)
    void forgetShown() {
        store.forgetShown(clock.instant().minus(SHOWN));
    }

    @Scheduled(fixedDelay = EACH_HOUR, initialDelay = EACH_MINUTE)
    void deleteOld() {
        access.asSystem("stream", () -> store.withRecording().forEach(this::deleteIfOld));
    }

    private void deleteIfOld(MeetingId id) {
        try {
            transactions.executeWithoutResult(status -> {
                var meeting = meetings.meeting(id);
                // by the rules of today: a city may shorten the time, also of what it has
                var rule =
                        councils
                                .rules(
                                        meeting.organization(),
                                        clock.instant().atZone(meeting.zone()).toLocalDate())
                                .stream();
                var over = store.recordedUntil(id)
                        .filter(it -> it.plus(Duration.ofDays(rule.keptDays())).isBefore(clock.instant()));
                var deleted = over.isPresent() ? store.deleteRecording(id) : 0;
                if (deleted > 0) {
                    events.publishEvent(new RecordingDeleted(id, deleted, clock.instant()));
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The recording of the meeting {} could not be deleted; it is tried again", id, e);
        }
    }
}
