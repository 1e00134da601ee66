package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaChanged;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Takes papers off an agenda when their item is removed from it: they are then only planned again. */
@Component
class FollowAgendas {

    private static final String JOB = "paper";

    private final PaperRepository papers;
    private final ChangedProposalRepository changes;
    private final PaperNews news;
    private final Meetings meetings;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    FollowAgendas(
            PaperRepository papers,
            ChangedProposalRepository changes,
            PaperNews news,
            Meetings meetings,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.changes = changes;
        this.news = news;
        this.meetings = meetings;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AgendaChanged event) {
        access.asSystem(JOB, () -> takeOffWhatIsGone(event.meeting()));
    }

    private void takeOffWhatIsGone(MeetingId meeting) {
        var affected = papers.findIdsByMeeting(meeting);
        if (affected.isEmpty()) {
            return;
        }
        var there = new HashSet<>(
                meetings.agenda(meeting).stream().map(AgendaItemSummary::id).toList());
        for (var id : affected) {
            var paper = papers.findForAct(id).orElseThrow();
            var gone = paper.consultations().stream()
                    .filter(it -> meeting.equals(it.meeting()))
                    .map(Consultation::item)
                    .filter(Objects::nonNull)
                    .filter(it -> !there.contains(it))
                    .toList();
            for (var item : gone) {
                paper.takeOffAgenda(item);
                changes.findById(item).ifPresent(changed -> {
                    changes.delete(changed);
                    events.publishEvent(new ProposalChangeRevoked(changed.paper(), meeting, item, clock.instant()));
                });
            }
            if (!gone.isEmpty()) {
                papers.saveAndFlush(paper);
                news.changed(paper);
            }
        }
    }
}
