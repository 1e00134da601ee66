package de.ratssaal.urn;

import de.ratssaal.base.Messages;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.voting.PollCancelled;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollOpened;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.Polls;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is done by device ends with its poll, in the same transaction: when the poll is cancelled, after a disturbance for instance, or
 * opened on paper, or its item is finished before it was opened.
 */
@Component
class FollowPolls {

    private static final Locale LANGUAGE = Locale.GERMAN;

    private final UrnStore store;
    private final Polls polls;
    private final Collecting collecting;
    private final Tallying tallying;
    private final Messages messages;
    private final ApplicationEventPublisher events;

    FollowPolls(
            UrnStore store,
            Polls polls,
            Collecting collecting,
            Tallying tallying,
            Messages messages,
            ApplicationEventPublisher events) {
        this.store = store;
        this.polls = polls;
        this.collecting = collecting;
        this.tallying = tallying;
        this.messages = messages;
        this.events = events;
    }

    @EventListener
    void on(PollCancelled event) {
        if (store.find(event.poll()).filter(it -> it.state().isRunning()).isPresent()) {
            breakOff(event.poll(), event.reason(), event.at());
        }
    }

    /** By then the urn says that it is open, if the ballots are cast by device. Motions on the procedure are voted on in between. */
    @EventListener
    void on(PollOpened event) {
        var registering = store.ofMeeting(event.meeting()).stream()
                .filter(it -> it.item().equals(event.item()) && it.state() == UrnState.REGISTERING)
                .toList();
        if (!registering.isEmpty() && polls.poll(event.poll()).purpose() == PollPurpose.PROPOSAL) {
            registering.forEach(
                    it -> breakOff(it.poll(), messages.text(LANGUAGE, "urn.cancelled.on-paper"), event.at()));
        }
    }

    @EventListener
    void on(ItemFinished event) {
        store.ofMeeting(event.meeting()).stream()
                .filter(it -> it.item().equals(event.item()) && it.state() == UrnState.REGISTERING)
                .forEach(it -> breakOff(it.poll(), messages.text(LANGUAGE, "urn.cancelled.item-finished"), event.at()));
    }

    @EventListener
    void on(MeetingClosed event) {
        store.ofMeeting(event.meeting()).stream()
                .filter(it -> it.state() == UrnState.REGISTERING)
                .forEach(it -> breakOff(it.poll(), messages.text(LANGUAGE, "urn.cancelled.item-finished"), event.at()));
    }

    private void breakOff(PollId poll, String reason, Instant at) {
        var urn = store.hold(poll);
        store.cancel(poll, reason);
        collecting.forget(poll);
        tallying.tellTellers(urn);
        events.publishEvent(new UrnBrokenOff(poll, urn.meeting(), urn.state(), at));
    }
}
