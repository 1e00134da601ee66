package de.ratssaal.disturbance;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member does who is disturbed; the desk may do it for a member who calls. A report stops the meeting at once (R16). */
@Service
@Transactional
public class ReportingDisturbances {

    static final String JOB = "disturbance";
    static final int LONGEST_WORDS = 1000;

    private final MeetingHold hold;
    private final Meetings meetings;
    private final MeetingConduct conduct;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final DisturbanceStore store;
    private final StepSearch steps;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ReportingDisturbances(
            MeetingHold hold,
            Meetings meetings,
            MeetingConduct conduct,
            AttendanceRegister attendance,
            Councils councils,
            DisturbanceStore store,
            StepSearch steps,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.conduct = conduct;
        this.attendance = attendance;
        this.councils = councils;
        this.store = store;
        this.steps = steps;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Whoever is signed in reports that they are disturbed now. Pressed again, it changes nothing.
     *
     * @throws Refusal if the meeting does not run, or who reports does not belong to it
     */
    public DisturbanceId report(MeetingId id) {
        return report(id, access.requirePerson(), DisturbanceKind.NOT_SAID, 0, false);
    }

    /**
     * The same for a member who reports in the second way. For chair and secretariat.
     *
     * @param minutesAgo how long the member has been disturbed
     * @throws Refusal as in {@link #report(MeetingId)}
     */
    public DisturbanceId enter(MeetingId id, PersonId person, DisturbanceKind kind, int minutesAgo) {
        access.require(meetings.meeting(id).organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return report(id, person, kind, minutesAgo, true);
    }

    private DisturbanceId report(
            MeetingId id, PersonId person, DisturbanceKind kind, int minutesAgo, boolean enteredFor) {
        var meeting = held(id);
        if (!meeting.state().isRunning()) {
            throw new Refusal("disturbance.report.not-running");
        }
        requireBelongs(meeting, person);
        var before = store.pendingOf(id, person);
        if (before.isPresent()) {
            return before.get().id();
        }
        var now = clock.instant();
        var reported = new Disturbance(
                DisturbanceId.next(),
                id,
                meeting.currentItem(),
                person,
                kind,
                "",
                enteredFor,
                now,
                began(meeting, now, minutesAgo),
                null,
                DisturbanceState.PENDING,
                null,
                "",
                null,
                List.of());
        store.add(reported);
        store.mark(reported.id(), id, steps.since(id, reported.began()));
        events.publishEvent(new DisturbanceReported(reported.id(), id, person, enteredFor, reported.began(), now));
        if (meeting.state() == MeetingState.OPEN) {
            access.asSystem(JOB, () -> conduct.interrupt(id, meeting.revision()));
        }
        notices.changed(ChangeNotices.meeting(id.value()));
        return reported.id();
    }

    /**
     * Says what does not work and since when. What was counted since then is marked. For who reported, and for the desk.
     *
     * @param minutesBefore how long before the report it began
     * @throws Refusal if the report is settled
     */
    public void describe(DisturbanceId which, DisturbanceKind kind, String words, int minutesBefore) {
        var disturbance = forChange(which);
        if (words.strip().length() > LONGEST_WORDS) {
            throw new Refusal("disturbance.words-too-long", LONGEST_WORDS);
        }
        var meeting = meetings.meeting(disturbance.meeting());
        var began = began(meeting, disturbance.reportedAt(), minutesBefore);
        store.describe(which, kind, words.strip(), began);
        store.mark(which, disturbance.meeting(), steps.since(disturbance.meeting(), began));
        events.publishEvent(new DisturbanceDescribed(which, disturbance.meeting(), kind, began, clock.instant()));
        notices.changed(ChangeNotices.meeting(disturbance.meeting().value()));
    }

    /**
     * Who reported can take part again. If they object to nothing that was done meanwhile, that settles the report (R16).
     *
     * @throws Refusal if the report is settled
     */
    public void backAgain(DisturbanceId which, boolean objects) {
        var disturbance = forChange(which);
        if (!disturbance.person().equals(access.requirePerson())) {
            throw new AccessDeniedException("somebody else's disturbance");
        }
        var now = clock.instant();
        store.over(which, now);
        events.publishEvent(new DisturbanceOver(which, disturbance.meeting(), disturbance.person(), objects, now));
        if (!objects) {
            store.settle(which, Ground.TAKES_PART, "", now);
            events.publishEvent(new DisturbanceSettled(
                    which, disturbance.meeting(), DisturbanceState.IRRELEVANT, Ground.TAKES_PART, "", now));
        }
        notices.changed(ChangeNotices.meeting(disturbance.meeting().value()));
    }

    private Disturbance forChange(DisturbanceId which) {
        var meeting = store.find(which).orElseThrow(() -> unknown(which)).meeting();
        var held = held(meeting);
        var disturbance = store.find(which).orElseThrow(() -> unknown(which));
        var own = access.signedIn()
                .map(it -> disturbance.person().equals(it.person()))
                .orElse(false);
        if (!own) {
            access.require(held.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        }
        if (!disturbance.isPending()) {
            throw new Refusal("disturbance.settled-already");
        }
        return disturbance;
    }

    /** Acts of the desk wait here for a report, and the other way round: in this order everybody takes both. */
    private MeetingSummary held(MeetingId id) {
        meetings.hold(id);
        hold.take(id);
        return meetings.meeting(id);
    }

    /** A guest follows the meeting, but is no part of it; of a seat reports who has its vote now. */
    private void requireBelongs(MeetingSummary meeting, PersonId person) {
        var belongs = councils.member(meeting.organization(), person, meeting.day())
                .filter(it -> it.role() != MembershipRole.GUEST)
                .filter(it -> it.standsInFor() == null
                        || attendance.holdingVotes(meeting.id()).contains(person))
                .isPresent();
        if (!belongs) {
            throw new Refusal("disturbance.report.not-a-member");
        }
    }

    /** Not before the meeting was opened. */
    private static Instant began(MeetingSummary meeting, Instant reported, int minutesBefore) {
        if (minutesBefore < 0) {
            throw new Refusal("disturbance.report.in-the-future");
        }
        var began = reported.minus(Duration.ofMinutes(minutesBefore));
        var opened = meeting.openedAt();
        var earliest = opened == null || opened.isAfter(reported) ? reported : opened;
        return began.isBefore(earliest) ? earliest : began;
    }

    private static NoSuchElementException unknown(DisturbanceId id) {
        return new NoSuchElementException("disturbance " + id);
    }
}
