package de.ratssaal.circular;

import de.ratssaal.identity.Access;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts at the end of the period. Each in a transaction of its own that holds it alone: of two nodes the second finds it
 * counted, and one that cannot be counted keeps no other from it.
 */
@Component
class EndCirculars {

    private static final String JOB = "circular";
    private static final Logger LOG = LoggerFactory.getLogger(EndCirculars.class);

    private final CircularRecords records;
    private final Counting counting;
    private final TransactionTemplate transaction;
    private final Access access;
    private final Clock clock;

    EndCirculars(
            CircularRecords records, Counting counting, TransactionTemplate transaction, Access access, Clock clock) {
        this.records = records;
        this.counting = counting;
        this.transaction = transaction;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void endAllDue() {
        records.due(clock.instant()).forEach(id -> {
            try {
                access.asSystem(JOB, () -> transaction.executeWithoutResult(running -> end(id)));
            } catch (RuntimeException e) {
                LOG.error("Circular resolution {} could not be counted; it is tried again in a moment", id, e);
            }
        });
    }

    private void end(CircularId id) {
        var circular = records.hold(id);
        if (circular.isRunning() && !clock.instant().isBefore(circular.endsAt())) {
            counting.count(circular);
        }
    }
}
