package de.ratssaal.conduct;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A doubt about the quorum, by any member with one press, and the roll call that answers it (R4 to R6). */
@Service
@Transactional
public class DoubtingQuorum {

    private final MeetingHold hold;
    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final CallStore store;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    DoubtingQuorum(
            MeetingHold hold,
            Meetings meetings,
            AttendanceRegister attendance,
            CallStore store,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.attendance = attendance;
        this.store = store;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The member who is signed in doubts the quorum. While members are called out, it changes nothing.
     *
     * @throws Refusal if the meeting is not open, or who doubts is not present with a vote
     */
    public void doubt(MeetingId id) {
        var meeting = open(id);
        var by = access.requirePerson();
        var isHere = attendance.present(id).stream().map(Presence::person).anyMatch(by::equals);
        if (!isHere || !attendance.holdingVotes(id).contains(by)) {
            throw new Refusal("conduct.quorum.not-a-voter");
        }
        begin(meeting, by);
    }

    /** The desk has the members called out on its own account. While they are, it changes nothing. */
    public void callOut(MeetingId id) {
        begin(conducted(id), null);
    }

    /**
     * Whether a member who was called is there. The register of attendance follows.
     *
     * @throws Refusal if nobody is called out, or that member has no vote
     */
    public void answer(MeetingId id, PersonId person, boolean isHere) {
        var meeting = conducted(id);
        var call = store.of(id).open().orElseThrow(() -> new Refusal("conduct.quorum.not-called"));
        if (!attendance.holdingVotes(id).contains(person)) {
            throw new Refusal("conduct.quorum.no-vote");
        }
        var isPresent = attendance.present(id).stream().map(Presence::person).anyMatch(person::equals);
        if (isHere && !isPresent) {
            attendance.arrive(id, person, meeting.mode() == MeetingMode.DIGITAL ? Place.REMOTE : Place.ROOM);
        } else if (!isHere && isPresent) {
            attendance.leave(id, person);
        }
        var now = clock.instant();
        store.answer(call.id(), person, isHere, now);
        events.publishEvent(new MemberCalled(id, person, isHere, now));
        changed(id);
    }

    /**
     * Everybody was called: what was counted goes into the minutes. Asked again, it changes nothing.
     *
     * @throws Refusal if somebody who is registered as present was not called
     */
    public void end(MeetingId id) {
        var meeting = conducted(id);
        var open = store.of(id).open();
        if (open.isEmpty()) {
            return;
        }
        var call = open.get();
        var waiting = attendance.holdingVotes(id).stream()
                .filter(it -> !call.hasAnswered(it))
                .count();
        if (waiting > 0) {
            throw new Refusal("conduct.quorum.not-all-called", waiting);
        }
        var quorum = attendance.quorum(id, meeting.currentItem());
        var now = clock.instant();
        store.end(call.id(), quorum.counted(), quorum.needed(), quorum.isOfVotes(), now);
        events.publishEvent(new QuorumEstablished(id, quorum.counted(), quorum.needed(), quorum.isMet(), now));
        changed(id);
    }

    private void begin(MeetingSummary meeting, @Nullable PersonId by) {
        if (store.of(meeting.id()).open().isPresent()) {
            return;
        }
        var now = clock.instant();
        store.begin(UUID.randomUUID(), meeting.id(), meeting.currentItem(), by, now);
        events.publishEvent(new QuorumDoubted(meeting.id(), by, now));
        changed(meeting.id());
    }

    private MeetingSummary conducted(MeetingId id) {
        var meeting = open(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        return meeting;
    }

    private MeetingSummary open(MeetingId id) {
        meetings.hold(id);
        hold.take(id);
        var meeting = meetings.meeting(id);
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("conduct.not-open");
        }
        return meeting;
    }

    private void changed(MeetingId id) {
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
