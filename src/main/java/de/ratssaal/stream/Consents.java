package de.ratssaal.stream;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether people agree to be shown to the public and recorded when they speak. Each says so for themself, and takes it back at any time. */
@Service
@Transactional
public class Consents {

    private final StreamStore store;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Consents(StreamStore store, ApplicationEventPublisher events, ChangeNotices notices, Access access, Clock clock) {
        this.store = store;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** Whether whoever is signed in has agreed. */
    @Transactional(readOnly = true)
    public boolean isGiven() {
        return store.consents(access.requirePerson());
    }

    /** Whoever is signed in agrees, or does not any more. What was recorded before stays until the recording is deleted. */
    public void give(boolean agrees) {
        var person = access.requirePerson();
        var now = clock.instant();
        if (agrees ? store.consent(person, now) : store.withdraw(person)) {
            events.publishEvent(agrees ? new ConsentGiven(person, now) : new ConsentWithdrawn(person, now));
            notices.changed(StreamFollowsMeeting.TOPIC);
        }
    }
}
