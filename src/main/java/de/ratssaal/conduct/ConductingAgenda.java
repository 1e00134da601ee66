package de.ratssaal.conduct;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.ConsultationId;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.ResolutionBook;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the chair, or the secretariat for them, enters of what the meeting decided on its agenda. Each act can be taken back as long
 * as it is the last one and nothing was built on it.
 */
@Service
@Transactional
public class ConductingAgenda {

    private static final String JOB = "conduct";
    private static final int LONGEST = 200;

    private final MeetingHold hold;
    private final Meetings meetings;
    private final MeetingConduct conduct;
    private final ResolutionBook resolutions;
    private final PaperShelf papers;
    private final PaperRouting routing;
    private final Councils councils;
    private final DeferredItems later;
    private final ActStore store;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ConductingAgenda(
            MeetingHold hold,
            Meetings meetings,
            MeetingConduct conduct,
            ResolutionBook resolutions,
            PaperShelf papers,
            PaperRouting routing,
            Councils councils,
            DeferredItems later,
            ActStore store,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.conduct = conduct;
        this.resolutions = resolutions;
        this.papers = papers;
        this.routing = routing;
        this.councils = councils;
        this.later = later;
        this.store = store;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The meeting adopts its agenda. Asked again, it changes nothing.
     *
     * @param votes how it voted, in words; empty if nobody objected
     * @throws Refusal if the meeting is not open
     */
    public void adopt(MeetingId id, String votes) {
        conducted(id);
        if (acts(id).isAdopted()) {
            return;
        }
        keep(id, ActKind.ADOPT, null, words(votes), ActStore.Way.NONE);
    }

    /**
     * An item is taken up before another one, or at the end of its part; it keeps its number.
     *
     * @throws Refusal as {@link MeetingConduct#takeUpBefore} does, or if the item was voted on
     */
    public void move(MeetingId id, AgendaItemId which, @Nullable AgendaItemId next) {
        var meeting = conducted(id);
        var moved = item(id, which);
        var after = following(id, moved);
        if (after == null ? next == null : after.id().equals(next)) {
            return;
        }
        conduct.takeUpBefore(id, which, next, meeting.revision());
        keep(
                id,
                ActKind.MOVE,
                moved,
                next == null ? "" : item(id, next).number(),
                new ActStore.Way(after == null ? null : after.id(), null, List.of()));
    }

    /**
     * An item is deliberated together with another one. Asked again, it changes nothing.
     *
     * @throws Refusal as {@link MeetingConduct#deliberateWith} does, or if the item was voted on
     */
    public void join(MeetingId id, AgendaItemId which, AgendaItemId other) {
        var meeting = conducted(id);
        var joined = item(id, which);
        var with = item(id, other);
        if (areTogether(joined, with)) {
            return;
        }
        conduct.deliberateWith(id, which, other, meeting.revision());
        keep(id, ActKind.JOIN, joined, with.number(), new ActStore.Way(joined.jointWith(), null, List.of()));
    }

    /** An item is deliberated alone again. Asked again, it changes nothing. */
    public void separate(MeetingId id, AgendaItemId which) {
        var meeting = conducted(id);
        var joined = item(id, which);
        if (joined.jointWith() == null) {
            return;
        }
        conduct.deliberateAlone(id, which, meeting.revision());
        keep(id, ActKind.SEPARATE, joined, "", new ActStore.Way(joined.jointWith(), null, List.of()));
    }

    /**
     * An item is deferred. A meeting that is named and to which nobody is invited yet has it on its agenda at once; otherwise it
     * waits in the list of deferred items.
     *
     * @param to the meeting that takes it up; none if that is not known
     * @throws Refusal as {@link ResolutionBook#record} does, or if that meeting is over or another organization's
     */
    public void defer(MeetingId id, AgendaItemId which, @Nullable MeetingId to) {
        var meeting = conducted(id);
        var deferred = item(id, which);
        settle(id, which, Outcome.DEFERRED);
        keep(id, ActKind.DEFER, deferred, to == null ? "" : named(meeting, to), ActStore.Way.NONE);
        if (to != null && meetings.meeting(to).state() == MeetingState.PLANNED) {
            later.placeAsDecided(
                    which, to); // whoever is invited already is told by a supplement, which the secretariat sends
        }
    }

    /**
     * An item is referred. A paper on it is deliberated there next, and then here again.
     *
     * @throws Refusal as {@link ResolutionBook#record} does, or if it is not another organization of the same body that meets
     */
    public void refer(MeetingId id, AgendaItemId which, OrganizationId to) {
        var meeting = conducted(id);
        var referred = item(id, which);
        var target = councils.organization(to);
        if (to.equals(meeting.organization())
                || !target.classification().meets()
                || !target.body()
                        .equals(councils.organization(meeting.organization()).body())) {
            throw new Refusal("conduct.refer.nowhere");
        }
        settle(id, which, Outcome.REFERRED);
        keep(id, ActKind.REFER, referred, target.name(), access.asSystem(JOB, () -> plan(meeting, which, to)));
    }

    /**
     * Who filed an item withdraws it.
     *
     * @param by who filed it
     * @throws Refusal as {@link ResolutionBook#record} does, or if nobody is named
     */
    public void withdraw(MeetingId id, AgendaItemId which, String by) {
        conducted(id);
        var withdrawn = item(id, which);
        if (by.isBlank()) {
            throw new Refusal("conduct.withdraw.by-missing");
        }
        settle(id, which, Outcome.WITHDRAWN);
        keep(id, ActKind.WITHDRAW, withdrawn, words(by), ActStore.Way.NONE);
    }

    /**
     * Takes back the last act, which is an act of its own.
     *
     * @param seen the act that whoever presses sees as the last
     * @throws Refusal if it is not the last any more, no reason is given, or something was built on it
     */
    public void undo(MeetingId id, UUID seen, String reason) {
        var meeting = conducted(id);
        var last = acts(id).last().orElseThrow(() -> new NoSuchElementException("act " + seen));
        if (!last.id().equals(seen)) {
            throw new Refusal("meeting.conduct.changed-meanwhile");
        }
        if (reason.isBlank()) {
            throw new Refusal("conduct.undo.reason-missing");
        }
        takeBack(meeting, last, store.wayBack(last.id()), reason);
        var now = clock.instant();
        store.undo(last.id(), words(reason), now);
        events.publishEvent(new AgendaActUndone(id, last.item(), last.kind(), words(reason), now));
        changed(id);
    }

    private void takeBack(MeetingSummary meeting, AgendaAct act, ActStore.Way way, String reason) {
        var id = meeting.id();
        var item = act.item();
        if (item == null) {
            if (meetings.agenda(id).stream()
                    .anyMatch(it -> it.calledAt() != null && it.calledAt().isAfter(act.at()))) {
                throw new Refusal("conduct.undo.called-since");
            }
            return;
        }
        var before = way.before();
        switch (act.kind()) {
            case ADOPT, EXCLUDE, ADMIT -> throw new IllegalStateException("not taken back: " + act.kind());
            case MOVE -> conduct.takeUpBefore(id, item, before, meeting.revision());
            case JOIN, SEPARATE -> {
                if (before == null) {
                    conduct.deliberateAlone(id, item, meeting.revision());
                } else {
                    conduct.deliberateWith(id, item, before, meeting.revision());
                }
            }
            case DEFER, REFER, WITHDRAW -> {
                resolutions.takeBack(id, item, reason);
                var paper = way.paper();
                if (paper != null) {
                    access.asSystem(JOB, () -> way.consultations().forEach(it -> routing.drop(paper, it)));
                }
            }
        }
    }

    private AgendaActs acts(MeetingId id) {
        return new AgendaActs(store.of(id));
    }

    /** What is settled already is told as that: an act that was entered a moment ago by another desk is not entered twice. */
    private void settle(MeetingId id, AgendaItemId which, Outcome outcome) {
        if (resolutions.of(id).stream().anyMatch(it -> it.item().equals(which))) {
            throw new Refusal("voting.record.settled");
        }
        resolutions.record(id, which, outcome);
    }

    private ActStore.Way plan(MeetingSummary meeting, AgendaItemId which, OrganizationId to) {
        var proposal = papers.proposalFor(which);
        if (proposal.isEmpty()) {
            return ActStore.Way.NONE;
        }
        var paper = proposal.get().paper();
        var planned = new ArrayList<ConsultationId>();
        plan(paper, to, ConsultationRole.ADVICE, planned);
        plan(paper, meeting.organization(), ConsultationRole.DECISION, planned);
        return new ActStore.Way(null, paper, planned);
    }

    /** A station that is ahead anyway is not planned twice. */
    private void plan(PaperId paper, OrganizationId with, ConsultationRole role, List<ConsultationId> planned) {
        var ahead = papers.paper(paper).consultations().stream()
                .anyMatch(it -> it.organization().equals(with) && it.role() == role && it.meeting() == null);
        if (!ahead) {
            planned.add(routing.plan(paper, with, role));
        }
    }

    private String named(MeetingSummary from, MeetingId to) {
        var target = meetings.meeting(to);
        if (!target.organization().equals(from.organization())
                || !target.startsAt().isAfter(from.startsAt())
                || !target.state().hasOpenAgenda()) {
            throw new Refusal("conduct.defer.nowhere");
        }
        return DateTimeFormatter.ofPattern("dd.MM.yyyy").format(target.start());
    }

    private @Nullable AgendaItemSummary following(MeetingId id, AgendaItemSummary item) {
        var siblings = meetings.agenda(id).stream()
                .filter(it -> it.isPublic() == item.isPublic() && Objects.equals(it.parent(), item.parent()))
                .toList();
        var next = siblings.indexOf(item) + 1;
        return next < siblings.size() ? siblings.get(next) : null;
    }

    private static boolean areTogether(AgendaItemSummary one, AgendaItemSummary other) {
        return one.jointWith() != null
                        && (one.jointWith().equals(other.id())
                                || one.jointWith().equals(other.jointWith()))
                || other.jointWith() != null && other.jointWith().equals(one.id());
    }

    private MeetingSummary conducted(MeetingId id) {
        meetings.hold(id);
        hold.take(id);
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("conduct.not-open");
        }
        return meeting;
    }

    private AgendaItemSummary item(MeetingId id, AgendaItemId which) {
        return meetings.agenda(id).stream()
                .filter(it -> it.id().equals(which))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("agenda item " + which));
    }

    private void keep(MeetingId id, ActKind kind, @Nullable AgendaItemSummary item, String detail, ActStore.Way way) {
        var now = clock.instant();
        var which = item == null ? null : item.id();
        store.add(
                id,
                new AgendaAct(UUID.randomUUID(), kind, which, item == null ? "" : item.number(), detail, now, null),
                way);
        events.publishEvent(new AgendaActDone(id, which, kind, detail, now));
        changed(id);
    }

    private static String words(String said) {
        if (said.strip().length() > LONGEST) {
            throw new Refusal("conduct.words-too-long", LONGEST);
        }
        return said.strip();
    }

    private void changed(MeetingId id) {
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
