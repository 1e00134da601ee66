package de.ratssaal.support;

import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ActInMeeting;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.ProceduralMotions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members do who stand behind something, and the desk for those who raise a hand in the room. */
@Service
@Transactional
public class Supporting {

    private final MovedOnItem moved;
    private final SupportRows rows;
    private final ProceduralMotions motions;
    private final AmendmentDecisions amendments;
    private final AttendanceRegister attendance;
    private final ActInMeeting act;
    private final Access access;

    Supporting(
            MovedOnItem moved,
            SupportRows rows,
            ProceduralMotions motions,
            AmendmentDecisions amendments,
            AttendanceRegister attendance,
            ActInMeeting act,
            Access access) {
        this.moved = moved;
        this.rows = rows;
        this.motions = motions;
        this.amendments = amendments;
        this.attendance = attendance;
        this.act = act;
        this.access = access;
    }

    /**
     * The member who is signed in stands behind something moved on the item before the meeting. Pressed again, it changes nothing.
     *
     * @throws RuleViolation if they are absent, recused or have no right to vote
     * @throws Refusal if the item is not before the meeting, or the thing is put to the vote or needs nobody behind it
     */
    public void support(MeetingId id, AgendaItemId item, Subject subject) {
        var meeting = act.hold(id);
        add(meeting, item, subject, access.requirePerson(), false);
    }

    /** As {@link #support}, entered by chair or secretariat for a member who raised a hand. */
    public void enter(MeetingId id, AgendaItemId item, Subject subject, PersonId person) {
        var meeting = act.hold(id);
        act.requireConduct(meeting);
        add(meeting, item, subject, person, true);
    }

    /**
     * The member who is signed in stands behind it no more. Pressed again, it changes nothing.
     *
     * @throws Refusal if it is put to the vote already
     */
    public void withdraw(MeetingId id, AgendaItemId item, Subject subject) {
        withdraw(act.hold(id), item, subject, access.requirePerson());
    }

    /** As {@link #withdraw}, entered by chair or secretariat. */
    public void enterWithdrawal(MeetingId id, AgendaItemId item, Subject subject, PersonId person) {
        var meeting = act.hold(id);
        act.requireConduct(meeting);
        withdraw(meeting, item, subject, person);
    }

    /**
     * Chair or secretariat establish that enough ask for a roll call or a secret vote: those who pressed, and nobody else (R9).
     *
     * @throws RuleViolation if there are not enough
     */
    public void establish(MeetingId id, AgendaItemId item, Subject demand) {
        var meeting = act.hold(id);
        act.requireConduct(meeting);
        var at = atHand(meeting, item, demand);
        if (!at.isDemand()) {
            throw new Refusal("support.no-demand");
        }
        EnoughSupport.require(at);
        motions.countAsking(new MotionId(demand.id()), at.count().counted());
    }

    /**
     * Chair or secretariat establish that too few stand behind a motion on the procedure or an amendment: nobody votes on it.
     *
     * @throws Refusal if enough do, or it needs nobody
     */
    public void establishMissing(MeetingId id, AgendaItemId item, Subject subject) {
        var meeting = act.hold(id);
        act.requireConduct(meeting);
        var at = atHand(meeting, item, subject);
        switch (subject.kind()) {
            case PROCEDURE -> {
                if (at.isDemand()) {
                    throw new Refusal("support.is-demand");
                }
                motions.notSupported(new MotionId(subject.id()));
            }
            case AMENDMENT -> amendments.decide(new AmendmentId(subject.id()), item, AmendmentOutcome.NOT_SUPPORTED);
            case URGENCY, PAPER -> throw new Refusal("support.not-decided-here");
        }
    }

    private void add(MeetingSummary meeting, AgendaItemId item, Subject subject, PersonId person, boolean enteredFor) {
        requireStanding(meeting, item, subject, person);
        var at = atHand(meeting, item, subject);
        if (at.isSupportedBy(person)) {
            return;
        }
        requireNotPutToVote(at);
        var now = act.now();
        if (rows.add(meeting.id(), item, subject, person, enteredFor, now)) {
            act.done(meeting.id(), new MotionSupported(meeting.id(), item, subject, person, enteredFor, now));
        }
    }

    private void withdraw(MeetingSummary meeting, AgendaItemId item, Subject subject, PersonId person) {
        requireNotPutToVote(atHand(meeting, item, subject));
        var now = act.now();
        if (rows.withdraw(item, subject, person, now)) {
            act.done(meeting.id(), new SupportWithdrawn(meeting.id(), item, subject, person, now));
        }
    }

    private static void requireNotPutToVote(Supported moved) {
        if (moved.isPutToVote()) {
            throw new Refusal("support.put-to-vote");
        }
    }

    private Supported atHand(MeetingSummary meeting, AgendaItemId item, Subject subject) {
        if (!MovedOnItem.isAtHand(meeting, item)) {
            throw new Refusal("support.not-at-hand");
        }
        return access.asSystem("support", () -> moved.on(meeting.id(), item))
                .find(subject)
                .orElseThrow(() -> new Refusal("support.nothing-to-support"));
    }

    private static LegalSource source(RulesOfProcedure rules, Subject subject) {
        var support = rules.support();
        return switch (subject.kind()) {
            case PROCEDURE -> support.procedure().source();
            case AMENDMENT -> support.amendment().source();
            case URGENCY -> support.urgency().source();
            case PAPER -> support.paper().source();
        };
    }

    private void requireStanding(MeetingSummary meeting, AgendaItemId item, Subject subject, PersonId person) {
        var rules = act.rules(meeting);
        switch (attendance.standing(meeting.id(), item, person)) {
            case ENTITLED -> {}
            case ABSENT -> throw new RuleViolation("support.absent", source(rules, subject));
            case RECUSED ->
                throw new RuleViolation("support.recused", rules.recusal().source());
            case NO_RIGHT_TO_VOTE, NOT_DELEGATED, MEMBER_RECUSED ->
                throw new RuleViolation("support.no-right", source(rules, subject));
            case NOT_CONFIRMED_ALONE ->
                throw new RuleViolation("support.not-alone", rules.publicity().source());
        }
    }
}
