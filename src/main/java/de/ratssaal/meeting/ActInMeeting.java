package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How an act in a meeting begins and ends: nobody else acts in it meanwhile, it is known by which rules, and all are told. */
@Component
public class ActInMeeting {

    private final Meetings meetings;
    private final MeetingHold hold;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ActInMeeting(
            Meetings meetings,
            MeetingHold hold,
            Councils councils,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.councils = councils;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** First the meeting is held: what is read of it is then true until the commit. */
    public MeetingSummary hold(MeetingId id) {
        hold.take(id);
        return meetings.meeting(id);
    }

    /** What chair and secretariat alone do. */
    public void requireConduct(MeetingSummary meeting) {
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }

    /** Those of the day of the meeting. */
    public RulesOfProcedure rules(MeetingSummary meeting) {
        return councils.rules(meeting.organization(), meeting.day());
    }

    public Instant now() {
        return clock.instant();
    }

    /** What was done is recorded, and every screen of the meeting shows it. */
    public void done(MeetingId meeting, AuditedEvent event) {
        events.publishEvent(event);
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }
}
