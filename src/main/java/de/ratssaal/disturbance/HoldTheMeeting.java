package de.ratssaal.disturbance;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.meeting.ConductGuard;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import org.springframework.stereotype.Component;

/**
 * A meeting does not go on before each report is settled (R16). It may end with reports that were not, if nothing helped;
 * but not with votes of which nobody knows whether they hold.
 */
@Component
class HoldTheMeeting implements ConductGuard {

    private final DisturbanceStore store;
    private final Meetings meetings;
    private final Councils councils;

    HoldTheMeeting(DisturbanceStore store, Meetings meetings, Councils councils) {
        this.store = store;
        this.meetings = meetings;
        this.councils = councils;
    }

    @Override
    public void requireMayGoOn(MeetingId id) {
        if (store.hasPending(id)) {
            var meeting = meetings.meeting(id);
            throw new RuleViolation(
                    "disturbance.not-settled",
                    councils.rules(meeting.organization(), meeting.day())
                            .disturbance()
                            .source());
        }
    }

    @Override
    public void requireMayClose(MeetingId id) {
        var undecided = store.countUndecided(id);
        if (undecided > 0) {
            throw new Refusal("disturbance.steps-undecided", undecided);
        }
    }
}
