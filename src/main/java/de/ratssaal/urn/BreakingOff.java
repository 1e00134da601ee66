package de.ratssaal.urn;

import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends what is done by device when its matter is not decided so any more: in the same transaction as what ended it. */
@Component
class BreakingOff {

    private final UrnStore store;
    private final Tallying tallying;
    private final ApplicationEventPublisher events;

    BreakingOff(UrnStore store, Tallying tallying, ApplicationEventPublisher events) {
        this.store = store;
        this.tallying = tallying;
        this.events = events;
    }

    /** Nothing of a matter that is not decided by device, or no more. */
    void ifRunning(SecretPollId poll, String reason, Instant at) {
        if (store.find(poll).filter(it -> it.state().isRunning()).isPresent()) {
            breakOff(poll, reason, at);
        }
    }

    /** While devices register: some of a meeting. */
    void registering(MeetingId meeting, Predicate<Urn> which, String reason, Instant at) {
        store.ofMeeting(meeting).stream()
                .filter(it -> it.state() == UrnState.REGISTERING && which.test(it))
                .forEach(it -> breakOff(it.poll(), reason, at));
    }

    private void breakOff(SecretPollId poll, String reason, Instant at) {
        var urn = store.hold(poll);
        store.cancel(poll, reason);
        tallying.tellTellers(urn);
        events.publishEvent(new UrnBrokenOff(poll, urn.meeting(), urn.state(), at));
    }
}
