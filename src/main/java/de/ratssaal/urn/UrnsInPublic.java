package de.ratssaal.urn;

import de.ratssaal.election.RoundSettled;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.publication.PublicCourse;
import de.ratssaal.publication.PublicCourseChanged;
import de.ratssaal.voting.PollClosed;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Public secret votes by device on the portal's page of the meeting: numbers, hashes, and where everybody checks them. */
@Component
class UrnsInPublic implements PublicCourse {

    private final UrnsInMinutes minutes;
    private final UrnStore store;
    private final ApplicationEventPublisher events;

    UrnsInPublic(UrnsInMinutes minutes, UrnStore store, ApplicationEventPublisher events) {
        this.minutes = minutes;
        this.store = store;
        this.events = events;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting) {
        return minutes.ofPublic(meeting);
    }

    @EventListener
    void on(PollClosed event) {
        changed(SecretPollId.of(event.poll()), event.meeting());
    }

    @EventListener
    void on(RoundSettled event) {
        changed(SecretPollId.of(event.round()), event.meeting());
    }

    private void changed(SecretPollId poll, MeetingId meeting) {
        if (store.find(poll).isPresent()) {
            events.publishEvent(new PublicCourseChanged(meeting));
        }
    }
}
