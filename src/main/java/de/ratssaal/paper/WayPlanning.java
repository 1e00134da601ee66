package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a paper comes before which organization: proposed from the calendar of meetings, decided by the secretariat. */
@Service
@Transactional
public class WayPlanning {

    private static final Duration AHEAD = Duration.ofDays(800);

    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final Placements placements;
    private final PaperNews news;
    private final Meetings meetings;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    WayPlanning(
            PaperRepository papers,
            PaperAccess visibility,
            Placements placements,
            PaperNews news,
            Meetings meetings,
            Councils councils,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.visibility = visibility;
        this.placements = placements;
        this.news = news;
        this.meetings = meetings;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The way with the next possible meeting for each station that has none: after everything that comes before it, and early
     * enough for the invitation.
     */
    @Transactional(readOnly = true)
    public PlannedWay propose(PaperId id) {
        var paper = papers.findById(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
        visibility.requireSecretariat(paper);
        var proposed = new HashMap<ConsultationId, MeetingSummary>();
        var possible = new HashMap<ConsultationId, List<MeetingSummary>>();
        var faults = new ArrayList<SequenceFault>();
        Instant latest = null;
        for (var station : paper.consultations()) {
            var at = station.isScheduled() ? startOf(station) : null;
            if (!station.isScheduled()) {
                var candidates = toCome(station.organization());
                possible.put(station.id(), candidates);
                var meant = candidates.stream()
                        .filter(it -> it.id().equals(station.meantFor()))
                        .findFirst();
                var earliest = latest;
                var next = candidates.stream()
                        .filter(it -> earliest == null || it.startsAt().isAfter(earliest))
                        .findFirst();
                var chosen = meant.or(() -> next);
                if (chosen.isPresent()) {
                    proposed.put(station.id(), chosen.get());
                    at = chosen.get().startsAt();
                } else {
                    faults.add(new SequenceFault(station.id(), SequenceFault.Kind.NO_MEETING));
                }
            }
            if (at != null && (latest == null || at.isAfter(latest))) {
                latest = at;
            }
        }
        faults.addAll(sequence(paper, proposed).faults());
        return new PlannedWay(proposed, possible, faults);
    }

    private Sequence sequence(Paper paper, HashMap<ConsultationId, MeetingSummary> proposed) {
        return new Sequence(paper.consultations().stream()
                .map(it -> {
                    var there = proposed.get(it.id());
                    return new Sequence.Stop(
                            it.id(),
                            it.organization(),
                            it.role(),
                            there == null ? startOf(it) : there.startsAt(),
                            isDone(it));
                })
                .toList());
    }

    private @Nullable Instant startOf(Consultation station) {
        var item = station.item();
        return item == null
                ? null
                : placements.any(item).map(it -> it.meeting().startsAt()).orElse(null);
    }

    boolean isDone(Consultation station) {
        var item = station.item();
        return item != null
                && placements
                        .any(item)
                        .map(it -> it.item().state() == ItemState.DONE
                                || it.meeting().state() == MeetingState.CLOSED)
                        .orElse(false);
    }

    /** What was meant for a meeting that was called off, or whose invitation went out without the paper, is open again. */
    boolean isMeantForAnother(Consultation station) {
        var meant = station.meantFor();
        return meant != null
                && access.asSystem("paper", () -> meetings.find(meant))
                        .filter(it -> it.state() == MeetingState.PLANNED)
                        .isPresent();
    }

    /** Meetings to which a paper can still be invited, next first. */
    private List<MeetingSummary> toCome(OrganizationId organization) {
        if (!access.has(organization, Role.SECRETARIAT)
                && !councils.rules(organization).publicity().meetingsArePublic()) {
            return List.of(); // when they meet in private is theirs to tell
        }
        var now = clock.instant();
        return access.asSystem("paper", () -> meetings.calendar(List.of(organization), now, now.plus(AHEAD))).stream()
                .filter(it -> it.state() == MeetingState.PLANNED)
                .filter(it -> !now.atZone(it.zone())
                        .toLocalDate()
                        .isAfter(councils.rules(organization, it.day())
                                .invitation()
                                .latestDelivery(it.day(), false)))
                .toList();
    }

    /**
     * Says for which meeting a station is meant. It is then due for that agenda.
     *
     * @param meeting of the station's organization, still being prepared; none takes back what was meant
     */
    public void meanFor(PaperId id, ConsultationId station, @Nullable MeetingId meeting) {
        var paper = papers.findForAct(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
        visibility.requireSecretariat(paper);
        if (meeting != null) {
            var organization = paper.consultations().stream()
                    .filter(it -> it.id().equals(station))
                    .map(Consultation::organization)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException("consultation " + station));
            if (toCome(organization).stream().noneMatch(it -> it.id().equals(meeting))) {
                throw new Refusal("paper.way.meeting-not-possible");
            }
        }
        paper.meanFor(station, meeting);
        papers.saveAndFlush(paper);
        news.changed(paper);
    }
}
