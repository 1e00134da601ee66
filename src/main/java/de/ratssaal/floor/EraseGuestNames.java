package de.ratssaal.floor;

import de.ratssaal.identity.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases names of guests when their time is over. Each meeting by itself: one that fails keeps no other from it. */
@Component
class EraseGuestNames {

    private static final String JOB = "guest-names";
    private static final Logger LOG = LoggerFactory.getLogger(EraseGuestNames.class);

    private final ErasingGuestNames erasing;
    private final Access access;

    EraseGuestNames(ErasingGuestNames erasing, Access access) {
        this.erasing = erasing;
        this.access = access;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void eraseAllDue() {
        access.asSystem(JOB, erasing::due).forEach(id -> {
            try {
                access.asSystem(JOB, () -> erasing.erase(id));
            } catch (RuntimeException e) {
                LOG.error("Names of guests of meeting {} could not be erased; it is tried again in an hour", id, e);
            }
        });
    }
}
