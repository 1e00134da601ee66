package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;

/** What has to be true before something moved is voted on. Implementations are Spring beans of modules that know more. */
public interface MotionGuard {

    /** @throws RuleViolation if the rules do not let it be voted on yet */
    void requireMayBeVotedOn(MeetingId meeting, ProceduralMotion motion);

    /** @throws Refusal if it has enough supporters, or needs none */
    void requireLacksSupport(MeetingId meeting, ProceduralMotion motion);

    /** @throws RuleViolation if the rules do not let it be voted on yet whether the item is urgent */
    void requireMayBeFoundUrgent(MeetingId meeting, AgendaItemId item);
}
