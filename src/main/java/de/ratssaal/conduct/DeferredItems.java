package de.ratssaal.conduct;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was deferred is not forgotten: it stands on the agenda of the meeting that takes it up, or in a list until one does. Who sees
 * the item sees that; the secretariat puts it on agendas.
 */
@Service
@Transactional
public class DeferredItems {

    private static final String JOB = "conduct";

    private final DeferredRows rows;
    private final Meetings meetings;
    private final MeetingPlanning planning;
    private final PaperShelf papers;
    private final PaperRouting routing;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    DeferredItems(
            DeferredRows rows,
            Meetings meetings,
            MeetingPlanning planning,
            PaperShelf papers,
            PaperRouting routing,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.meetings = meetings;
        this.planning = planning;
        this.papers = papers;
        this.routing = routing;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** Items of an organization that no meeting takes up yet, the first to be deferred first. */
    @Transactional(readOnly = true)
    public List<DeferredItem> waiting(OrganizationId organization) {
        return rows.of(organization).stream()
                .filter(it -> !isTakenUp(it))
                .flatMap(it -> seen(it).stream())
                .toList();
    }

    /** Those that can be put on the agenda of a meeting: deferred before it, by the same organization. For the secretariat. */
    @Transactional(readOnly = true)
    public List<DeferredItem> waitingFor(MeetingId id) {
        var meeting = meetings.meeting(id);
        return meeting.state().hasOpenAgenda() && access.has(meeting.organization(), Role.SECRETARIAT)
                ? waiting(meeting.organization()).stream()
                        .filter(it -> meeting.startsAt().isAfter(it.meeting().startsAt()))
                        .toList()
                : List.of();
    }

    /** Items that a meeting deferred, each with what takes it up. */
    @Transactional(readOnly = true)
    public List<DeferredItem> deferredIn(MeetingId id) {
        return rows.of(id).stream()
                .filter(it -> it.meeting().equals(id))
                .flatMap(it -> seen(it).stream())
                .toList();
    }

    /** Items on a meeting's agenda that an earlier one deferred. */
    @Transactional(readOnly = true)
    public List<DeferredItem> takenUpIn(MeetingId id) {
        return rows.of(id).stream()
                .filter(it -> id.equals(it.toMeeting()))
                .flatMap(it -> seen(it).stream())
                .filter(it -> it.takenUpAs() != null)
                .toList();
    }

    /**
     * Puts a deferred item on the agenda of a later meeting, with its papers. For the secretariat. Asked again, it changes nothing.
     *
     * @throws Refusal if another meeting takes it up, or that meeting is another organization's, not later, or has begun
     */
    public AgendaItemId takeUp(AgendaItemId item, MeetingId into) {
        access.require(meetings.meeting(into).organization(), Role.SECRETARIAT);
        return place(item, into);
    }

    /** As {@link #takeUp}, by the application itself: the meeting decided so. */
    void placeAsDecided(AgendaItemId item, MeetingId into) {
        access.asSystem(JOB, () -> place(item, into));
    }

    private AgendaItemId place(AgendaItemId item, MeetingId into) {
        var deferred = rows.hold(item).orElseThrow(() -> new NoSuchElementException("deferred item " + item));
        var as = deferred.toItem();
        if (isTakenUp(deferred) && as != null) {
            if (into.equals(deferred.toMeeting())) {
                return as;
            }
            throw new Refusal("conduct.deferred.taken-up");
        }
        var from = meetings.meeting(deferred.meeting());
        requireFit(from, meetings.meeting(into));
        var before = onAgenda(from.id(), item).orElseThrow(() -> new NoSuchElementException("agenda item " + item));
        var placed = planning.addItem(into, null, before.isPublic(), before.title());
        papers.papersOf(item).stream()
                .filter(it -> it.state() == PaperState.RELEASED)
                .forEach(it -> carryOver(it, item, placed));
        var now = clock.instant();
        rows.takeUp(item, into, placed, now);
        events.publishEvent(new DeferredItemTakenUp(into, placed, item, now));
        return placed;
    }

    private static void requireFit(MeetingSummary from, MeetingSummary into) {
        if (!into.organization().equals(from.organization())
                || !into.startsAt().isAfter(from.startsAt())
                || !into.state().hasOpenAgenda()) {
            throw new Refusal("conduct.defer.nowhere");
        }
    }

    private void carryOver(PaperSummary paper, AgendaItemId from, AgendaItemId to) {
        papers.paper(paper.id()).consultations().stream()
                .filter(it -> from.equals(it.item()))
                .findFirst()
                .ifPresent(it -> routing.putOnAgenda(paper.id(), to, it.role()));
    }

    /** The item is open again: what takes it up goes, unless the invited know of it. */
    void release(AgendaItemId item) {
        rows.hold(item).ifPresent(deferred -> {
            var as = deferred.toItem();
            var in = deferred.toMeeting();
            if (isTakenUp(deferred) && as != null && in != null) {
                access.asSystem(JOB, () -> {
                    if (meetings.meeting(in).state() != MeetingState.PLANNED) {
                        throw new Refusal("conduct.deferred.told");
                    }
                    papers.papersOf(as).forEach(it -> routing.takeOffAgenda(it.id(), as));
                    planning.removeItem(in, as);
                });
            }
            rows.remove(item);
        });
    }

    /** An item that was taken off the agenda again, or whose meeting is called off, waits as before. */
    private boolean isTakenUp(DeferredRows.Row row) {
        var as = row.toItem();
        var in = row.toMeeting();
        return as != null
                && in != null
                && access.asSystem(
                        JOB,
                        () -> meetings.meetingOf(as).filter(in::equals).isPresent()
                                && meetings.meeting(in).state() != MeetingState.CANCELLED);
    }

    private Optional<DeferredItem> seen(DeferredRows.Row row) {
        return meetings.find(row.meeting())
                .flatMap(from -> onAgenda(from.id(), row.item()).map(item -> {
                    var in = row.toMeeting();
                    var as = row.toItem();
                    var later = in == null || as == null || !isTakenUp(row)
                            ? Optional.<MeetingSummary>empty()
                            : meetings.find(in);
                    var there = later.flatMap(it -> as == null ? Optional.empty() : onAgenda(it.id(), as));
                    return new DeferredItem(
                            from, item, there.isPresent() ? later.orElse(null) : null, there.orElse(null));
                }));
    }

    private Optional<AgendaItemSummary> onAgenda(MeetingId meeting, AgendaItemId item) {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .findFirst();
    }
}
