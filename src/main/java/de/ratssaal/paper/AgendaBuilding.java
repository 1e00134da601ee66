package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.StandingItems;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat does with the papers that wait for a meeting: see which they are, and put them on its agenda. */
@Service
@Transactional
public class AgendaBuilding {

    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final PaperRouting routing;
    private final WayPlanning ways;
    private final Placements placements;
    private final Meetings meetings;
    private final MeetingPlanning planning;
    private final StandingItems standing;
    private final Access access;

    AgendaBuilding(
            PaperRepository papers,
            PaperAccess visibility,
            PaperRouting routing,
            WayPlanning ways,
            Placements placements,
            Meetings meetings,
            MeetingPlanning planning,
            StandingItems standing,
            Access access) {
        this.papers = papers;
        this.visibility = visibility;
        this.routing = routing;
        this.ways = ways;
        this.placements = placements;
        this.meetings = meetings;
        this.planning = planning;
        this.standing = standing;
        this.access = access;
    }

    /** Papers that wait for the organization and are meant for no other meeting: those meant for this one first. */
    @Transactional(readOnly = true)
    public List<DuePaper> due(MeetingId id) {
        var meeting = forSecretariat(id);
        return papers.findWaitingFor(meeting.organization().value()).stream()
                .filter(it -> it.state() != PaperState.WITHDRAWN && visibility.maySee(it))
                .flatMap(it -> station(it, meeting).map(station -> due(it, station, meeting)).stream())
                .sorted(Comparator.comparing((DuePaper it) -> !it.isMeant())
                        .thenComparing(DuePaper::readiness)
                        .thenComparing(it -> it.paper().number().year())
                        .thenComparing(it -> it.paper().number().number()))
                .toList();
    }

    private Optional<Consultation> station(Paper paper, MeetingSummary meeting) {
        return paper.consultations().stream()
                .filter(it -> it.organization().equals(meeting.organization()) && !it.isScheduled())
                .filter(it -> meeting.id().equals(it.meantFor()) || !ways.isMeantForAnother(it))
                .findFirst();
    }

    private DuePaper due(Paper paper, Consultation station, MeetingSummary meeting) {
        return new DuePaper(
                paper.summary(visibility.prepares(paper)),
                station.role(),
                meeting.id().equals(station.meantFor()),
                readiness(paper, station, meeting.startsAt()));
    }

    private DuePaper.Readiness readiness(Paper paper, Consultation station, Instant at) {
        if (paper.state() != PaperState.RELEASED) {
            return DuePaper.Readiness.NOT_RELEASED;
        }
        var inTime = paper.consultations().stream()
                .takeWhile(it -> !it.id().equals(station.id()))
                .allMatch(it -> ways.isDone(it) || isBefore(it, at));
        return inTime ? DuePaper.Readiness.READY : DuePaper.Readiness.EARLIER_STATION_OPEN;
    }

    private boolean isBefore(Consultation earlier, Instant at) {
        var item = earlier.item();
        return item != null
                && placements
                        .any(item)
                        .map(it -> it.meeting().startsAt().isBefore(at))
                        .orElse(false);
    }

    /**
     * Puts a paper on the agenda as an item of its own: in the part where it belongs, before what closes that part.
     *
     * @param before the item at the top of the same part before which it goes; none for the usual place
     * @return the new item
     * @throws Refusal if the paper is not released, or does not wait for this organization
     */
    public AgendaItemId take(MeetingId id, PaperId which, @Nullable AgendaItemId before) {
        meetings.hold(id); // before the paper, as all who put one on an item do
        var meeting = forSecretariat(id);
        if (!meeting.state().hasOpenAgenda()) {
            throw new Refusal("meeting.agenda.already-begun");
        }
        var paper = papers.findForAct(which)
                .filter(visibility::maySee)
                .orElseThrow(() -> new NoSuchElementException("paper " + which));
        var station = station(paper, meeting).orElseThrow(() -> new Refusal("paper.agenda.not-due"));
        if (paper.state() != PaperState.RELEASED) {
            throw new Refusal("paper.agenda.not-released." + paper.state());
        }
        var title = paper.released().map(ReleasedVersion::title).orElseThrow();
        var role = station.role();
        var at = place(id, paper.isPublic(), before);
        var item = planning.addItem(id, null, paper.isPublic(), title);
        planning.moveItem(id, item, null, paper.isPublic(), at);
        routing.putOnAgenda(which, item, role);
        return item;
    }

    private int place(MeetingId id, boolean isPublic, @Nullable AgendaItemId before) {
        var siblings = meetings.agenda(id).stream()
                .filter(it -> it.parent() == null && it.isPublic() == isPublic)
                .map(AgendaItemSummary::id)
                .toList();
        return siblings.contains(before) ? siblings.indexOf(before) : siblings.size() - standing.closing(id, isPublic);
    }

    private MeetingSummary forSecretariat(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        return meeting;
    }
}
