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

    /**
     * Whether whoever is signed in has agreed.
     *
     * @param recorded to being recorded as well
     */
    @Transactional(readOnly = true)
    public boolean isGiven(boolean recorded) {
        return store.consents(access.requirePerson(), recorded);
    }

    /**
     * Whoever is signed in agrees to be shown, and perhaps to be recorded. Who has agreed to both before has still.
     */
    public void give(boolean recorded) {
        var person = access.requirePerson();
        var now = clock.instant();
        if (store.consent(person, recorded, now)) {
            events.publishEvent(new ConsentGiven(person, recorded, now));
            notices.changed(StreamFollowsMeeting.TOPIC);
        }
    }

    /** Whoever is signed in agrees to nothing any more. What was recorded before stays until the recording is deleted. */
    public void withdraw() {
        var person = access.requirePerson();
        if (store.withdraw(person)) {
            events.publishEvent(new ConsentWithdrawn(person, clock.instant()));
            notices.changed(StreamFollowsMeeting.TOPIC);
        }
    }
}
