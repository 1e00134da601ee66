package de.ratssaal.voting;

import de.ratssaal.attendance.AloneConfirmed;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.MemberArrived;
import de.ratssaal.attendance.MemberLeft;
import de.ratssaal.attendance.MemberRecused;
import de.ratssaal.attendance.RecusalWithdrawn;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.util.HashSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps who may vote in an open poll in step with who is present and recused, in the same transaction. A vote that was
 * cast stays when its voter leaves; a member who has voted can no longer be recused.
 */
@Component
class FollowAttendance {

    private final PollRepository polls;
    private final BallotBox box;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final Councils councils;

    FollowAttendance(
            PollRepository polls, BallotBox box, AttendanceRegister attendance, Meetings meetings, Councils councils) {
        this.polls = polls;
        this.box = box;
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
        update(event.meeting());
    }

    @EventListener
    void on(AloneConfirmed event) {
        update(event.meeting());
    }

    @EventListener
    void on(MemberRecused event) {
        for (var poll : polls.findByItem(event.item())) {
            var hasVoted = poll.state() != PollState.CANCELLED
                    && box.find(poll.id(), event.person()).isPresent();
            if (hasVoted) {
                var rules = councils.rules(meetings.meeting(event.meeting()).organization());
                throw new RuleViolation(
                        "voting.recusal.has-voted", rules.recusal().source());
            }
        }
        update(event.meeting());
    }

    private void update(MeetingId meeting) {
        for (var poll : polls.findOpen(meeting)) {
            var now = new HashSet<>(attendance.entitled(meeting, poll.item()).stream()
                    .map(it -> it.person())
                    .toList());
            box.entitled(poll.id()).stream()
                    .filter(it -> !now.contains(it))
                    .forEach(it -> box.disentitle(poll.id(), it));
            now.forEach(it -> box.entitle(poll.id(), it));
        }
    }
}
