package de.ratssaal.attendance;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ActInMeeting;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member who cannot come leaves their vote to another member of the organization, for a meeting or for one item of it, where the
 * rules of procedure let them. It can be taken back at any time, and ends when the member comes; what was voted with it stays.
 */
@Service
@Transactional
public class Delegating {

    private final Delegations delegations;
    private final AttendanceRegister register;
    private final Meetings meetings;
    private final Councils councils;
    private final ActInMeeting act;
    private final Access access;

    Delegating(
            Delegations delegations,
            AttendanceRegister register,
            Meetings meetings,
            Councils councils,
            ActInMeeting act,
            Access access) {
        this.delegations = delegations;
        this.register = register;
        this.meetings = meetings;
        this.councils = councils;
        this.act = act;
        this.access = access;
    }

    /**
     * The member, or chair and secretariat from what the member wrote, leaves the member's vote to somebody. Sent again, it changes
     * nothing.
     *
     * @param id made by the sender for this one act
     * @param item the only item it shall hold for; none for the whole meeting
     * @throws RuleViolation if the rules do not let votes be left to others, the member is present, or the holder carries as many votes
     *     as the rules let them
     * @throws Refusal if the meeting is not convened yet or over, one of both has no vote of their own, or the member's vote is left to
     *     somebody already
     */
    public void give(
            DelegationId id, MeetingId meetingId, @Nullable AgendaItemId item, PersonId member, PersonId holder) {
        var meeting = act.hold(meetingId);
        var enteredFor = !isSignedIn(member);
        if (enteredFor) {
            act.requireConduct(meeting);
        }
        if (delegations.find(id).isPresent()) {
            return;
        }
        var rule = act.rules(meeting).delegation();
        if (!rule.permits()) {
            throw new RuleViolation("attendance.delegation.not-allowed", rule.source());
        }
        requireGoingOn(meeting);
        requireOwnVote(meeting, member);
        requireOwnVote(meeting, holder);
        if (member.equals(holder)) {
            throw new Refusal("attendance.delegation.to-oneself");
        }
        if (item != null
                && meetings.agenda(meetingId).stream().noneMatch(it -> it.id().equals(item))) {
            throw new NoSuchElementException("agenda item " + item);
        }
        if (register.present(meetingId).stream().anyMatch(it -> it.person().equals(member))) {
            throw new RuleViolation("attendance.delegation.is-present", rule.source());
        }
        var inForce = delegations.of(meetingId).stream()
                .filter(it -> it.isInForce() && it.overlaps(item))
                .toList();
        if (inForce.stream().anyMatch(it -> it.member().equals(member))) {
            throw new Refusal("attendance.delegation.given-already");
        }
        var carried = inForce.stream()
                .filter(it -> it.holder().equals(holder))
                .map(Delegation::member)
                .distinct()
                .count();
        if (carried >= rule.most()) {
            throw new RuleViolation("attendance.delegation.too-many", rule.source(), rule.most());
        }
        var now = act.now();
        delegations.add(meetingId, new Delegation(id, item, member, holder, enteredFor, now, null, null), rule.most());
        act.done(meetingId, new DelegationGiven(id, meetingId, item, member, holder, enteredFor, now));
    }

    /**
     * Takes it back: the member, who carries it, or chair and secretariat. Asked again, it changes nothing.
     *
     * @throws Refusal if the meeting is over
     */
    public void end(DelegationId id) {
        var of = find(id).meeting();
        var meeting = act.hold(of);
        var delegation = find(id).delegation();
        var end = isSignedIn(delegation.holder()) ? DelegationEnd.RETURNED : DelegationEnd.REVOKED;
        if (end == DelegationEnd.REVOKED && !isSignedIn(delegation.member())) {
            act.requireConduct(meeting);
        }
        if (!delegation.isInForce()) {
            return;
        }
        requireGoingOn(meeting);
        end(of, delegation, end, act.now());
    }

    private void end(MeetingId meeting, Delegation delegation, DelegationEnd end, Instant now) {
        delegations.end(delegation.id(), end, now);
        act.done(
                meeting,
                new DelegationEnded(delegation.id(), meeting, delegation.member(), delegation.holder(), end, now));
    }

    private Delegations.Found find(DelegationId id) {
        return delegations.find(id).orElseThrow(() -> new NoSuchElementException("delegation " + id));
    }

    private static void requireGoingOn(MeetingSummary meeting) {
        switch (meeting.state()) {
            case CONVENED, OPEN, INTERRUPTED -> {}
            case PLANNED -> throw new Refusal("attendance.arrive.not-convened");
            case CLOSED, CANCELLED -> throw new Refusal("attendance.delegation.over");
        }
    }

    /** A substitute's vote is not theirs to give away, and an adviser has none. */
    private void requireOwnVote(MeetingSummary meeting, PersonId person) {
        Optional<MemberSummary> member = councils.member(meeting.organization(), person, meeting.day());
        if (member.filter(MemberSummary::votes).isEmpty()) {
            throw new Refusal("attendance.delegation.members-only");
        }
    }

    private boolean isSignedIn(PersonId person) {
        return access.signedIn().filter(it -> person.equals(it.person())).isPresent();
    }
}
