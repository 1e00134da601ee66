package de.ratssaal.paper;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.meeting.MeetingId;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells live views that a paper, or what an agenda shows of it, changed. */
@Component
class PaperNews {

    private final ChangeNotices notices;
    private final ApplicationEventPublisher events;

    PaperNews(ChangeNotices notices, ApplicationEventPublisher events) {
        this.notices = notices;
        this.events = events;
    }

    void changed(Paper paper) {
        notices.changed(PaperShelf.topic(paper.id()));
        notices.changed(PaperShelf.CHANGES);
        events.publishEvent(new PaperChanged(paper.id()));
        paper.consultations().stream()
                .map(Consultation::meeting)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::changed);
    }

    void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }
}
