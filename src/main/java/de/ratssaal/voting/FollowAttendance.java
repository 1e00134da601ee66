package de.ratssaal.voting;

import de.ratssaal.attendance.AloneConfirmed;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.DelegationEnded;
import de.ratssaal.attendance.DelegationGiven;
import de.ratssaal.attendance.MemberArrived;
import de.ratssaal.attendance.MemberLeft;
import de.ratssaal.attendance.MemberRecused;
import de.ratssaal.attendance.RecusalWithdrawn;
import de.ratssaal.attendance.VoteInHand;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps who may vote in an open poll in step with who is present and recused, in the same transaction. A vote that was
 * cast stays when its voter leaves; a member who has voted can no longer be recused, and nobody once there is a result.
 */
@Component
class FollowAttendance {

    private final PollRepository polls;
    private final BallotBox box;
    private final ResolutionBook resolutions;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final Councils councils;

    FollowAttendance(
            PollRepository polls,
            BallotBox box,
            ResolutionBook resolutions,
            AttendanceRegister attendance,
            Meetings meetings,
            Councils councils) {
        this.polls = polls;
        this.box = box;
        this.resolutions = resolutions;
        this.attendance = attendance;
        this.meetings = meetings;
        this.councils = councils;
    }

    @EventListener
    void on(MemberArrived event) {
        update(event.meeting());
    }

    @EventListener
    void on(MemberLeft event) {
        update(event.meeting());
    }

    @EventListener
    void on(RecusalWithdrawn event) {
        requireNotVotedOn(event.item());
        update(event.meeting());
    }

    /**
     * Ballots on paper are handed out when a secret vote begins; nobody can tell whether who left theirs to another had put it into the
     * urn. In a vote on several items each voter votes on all of them.
     */
    @EventListener
    void on(DelegationGiven event) {
        var item = event.item();
        for (var poll : polls.findOpen(event.meeting())) {
            if (poll.mode() == BallotMode.SECRET && (item == null || item.equals(poll.item()))) {
                throw new Refusal("voting.delegation.secret-runs");
            }
            if (poll.purpose() == PollPurpose.TOGETHER && item != null) {
                throw new Refusal("voting.delegation.together-runs");
            }
        }
        update(event.meeting());
    }

    @EventListener
    void on(DelegationEnded event) {
        update(event.meeting());
    }

    @EventListener
    void on(AloneConfirmed event) {
        update(event.meeting());
    }

    /** First the vote is taken from them: a vote that is being stored at this moment is then stored, and seen here. */
    @EventListener
    void on(MemberRecused event) {
        requireNotVotedOn(event.item());
        // their ballot may be in the urn, and nobody can tell which it is
        if (polls.findOpen(event.meeting()).stream()
                .anyMatch(it -> it.item().equals(event.item()) && it.mode() == BallotMode.SECRET)) {
            throw new Refusal("voting.recusal.secret-runs");
        }
        update(event.meeting());
        for (var poll : polls.findByItem(event.item())) {
            var hasVoted = (poll.state() == PollState.OPEN || decides(poll)) && box.hasPart(poll.id(), event.person());
            if (hasVoted) {
                var meeting = meetings.meeting(event.meeting());
                throw new RuleViolation(
                        "voting.recusal.has-voted",
                        councils.rules(meeting.organization(), meeting.day())
                                .recusal()
                                .source());
            }
        }
    }

    /** Also of whoever voted by show of hands nobody can say any more that they did not vote. */
    private void requireNotVotedOn(AgendaItemId item) {
        if (polls.findByItem(item).stream().anyMatch(this::decides)) {
            throw new Refusal("voting.recusal.has-been-voted");
        }
    }

    /** Whether the item, or a part of what is decided on it, was decided in it. A vote that is taken again is taken without whoever turned out to be recused. */
    private boolean decides(Poll poll) {
        return poll.summary().holds()
                && (poll.purpose() != PollPurpose.PROCEDURE || resolutions.isSettled(poll.meeting(), poll.item()));
    }

    private void update(MeetingId meeting) {
        for (var poll : polls.findOpen(meeting)) {
            if (poll.mode() == BallotMode.SECRET) {
                continue; // ballots on paper are handed out, not entered by name
            }
            var now = attendance.strength(meeting, poll.item()).inHand();
            var casters = now.stream().collect(Collectors.toMap(VoteInHand::voter, VoteInHand::caster));
            box.roll(poll.id()).stream()
                    .filter(it -> !it.caster().equals(casters.get(it.person())))
                    .forEach(it -> box.disentitle(poll.id(), it.person()));
            now.forEach(it -> box.entitle(poll.id(), it));
        }
    }
}
