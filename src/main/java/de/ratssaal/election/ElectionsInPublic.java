package de.ratssaal.election;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.publication.PublicCourse;
import de.ratssaal.publication.PublicCourseChanged;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The results of public elections on the portal's page of the meeting, as the minutes say them. A running one is not told. */
@Component
class ElectionsInPublic implements PublicCourse {

    private final ElectionsInMinutes minutes;
    private final ApplicationEventPublisher events;

    ElectionsInPublic(ElectionsInMinutes minutes, ApplicationEventPublisher events) {
        this.minutes = minutes;
        this.events = events;
    }

    @Override
    public Map<AgendaItemId, List<String>> of(MeetingId meeting) {
        return minutes.of(meeting, it -> it.isPublic() && it.isOver());
    }

    @EventListener
    void on(RoundSettled event) {
        changed(event.meeting());
    }

    @EventListener
    void on(SeatsShared event) {
        changed(event.meeting());
    }

    @EventListener
    void on(LotDrawn event) {
        changed(event.meeting());
    }

    @EventListener
    void on(ElectionAnswered event) {
        changed(event.meeting());
    }

    @EventListener
    void on(ElectionRepeated event) {
        changed(event.meeting());
    }

    @EventListener
    void on(ElectionCancelled event) {
        changed(event.meeting());
    }

    @EventListener
    void on(SeatsLeftOpen event) {
        changed(event.meeting());
    }

    private void changed(MeetingId meeting) {
        events.publishEvent(new PublicCourseChanged(meeting));
    }
}
