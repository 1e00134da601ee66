package de.ratssaal.message;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.rules.MessageRule;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes a message in and keeps it as long as the rules say. */
@Component
class Post {

    /** Longest message, in characters. */
    static final int LONGEST = 500;

    private final MeetingHold hold;
    private final Meetings meetings;
    private final Councils councils;
    private final MessageRows rows;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Post(
            MeetingHold hold,
            Meetings meetings,
            Councils councils,
            MessageRows rows,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.councils = councils;
        this.rows = rows;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** First the meeting is held: what is read of it is then true until the commit. */
    MeetingSummary held(MeetingId id) {
        hold.take(id);
        return meetings.meeting(id);
    }

    /** @throws Refusal if the meeting does not run */
    MeetingSummary running(MeetingId id) {
        var meeting = held(id);
        if (!meeting.state().isRunning()) {
            throw new Refusal("message.meeting-not-running");
        }
        return meeting;
    }

    /** @throws Refusal if they do not belong to those who meet */
    MemberSummary member(MeetingSummary meeting, PersonId person) {
        return councils.member(meeting.organization(), person, meeting.day())
                .orElseThrow(() -> new Refusal("message.not-a-member"));
    }

    MessageRule rule(MeetingSummary meeting) {
        return councils.rules(meeting.organization(), meeting.day()).message();
    }

    void send(
            MessageId id,
            MeetingSummary meeting,
            @Nullable PersonId from,
            @Nullable PersonId to,
            MessageSubject subject,
            String words) {
        var said = words.strip();
        if (said.isEmpty() && !subject.needsNoWords()) {
            throw new Refusal("message.empty");
        }
        if (said.length() > LONGEST) {
            throw new Refusal("message.too-long", LONGEST);
        }
        var who = access.require();
        var now = clock.instant();
        var eraseAfter = now.plus(Duration.ofDays(rule(meeting).keptDays()));
        if (rows.add(
                id,
                meeting.id(),
                new MessageRows.Draft(from, to, who.account(), who.name(), subject, said),
                now,
                eraseAfter)) {
            events.publishEvent(new MessageWritten(id, meeting.id(), from, to, now));
            changed(meeting.id());
        }
    }

    void read(MeetingId meeting, MessageId id) {
        if (rows.read(id, clock.instant())) {
            changed(meeting);
        }
    }

    private void changed(MeetingId id) {
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
