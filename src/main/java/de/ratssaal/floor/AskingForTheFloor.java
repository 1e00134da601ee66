package de.ratssaal.floor;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member does who wants to speak. */
@Service
@Transactional
public class AskingForTheFloor {

    private final MeetingHold hold;
    private final Meetings meetings;
    private final Requests requests;
    private final FloorRows rows;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    AskingForTheFloor(
            MeetingHold hold,
            Meetings meetings,
            Requests requests,
            FloorRows rows,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.requests = requests;
        this.rows = rows;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Asks for the floor on the item before the meeting. Asked again, it changes nothing.
     *
     * @throws RuleViolation if who asks is recused, may be listened to by others at a non-public item, or the rules know no such
     *     reply
     * @throws Refusal if they are not present, the item is not before the meeting, or its list is closed
     */
    public RequestId ask(MeetingId id, AgendaItemId item, SpeechKind kind) {
        hold.take(id);
        var request = requests.add(meetings.meeting(id), item, access.requirePerson(), kind, false);
        changed(id);
        return request;
    }

    /** Takes back one's own request. Asked again, or once the speech has begun, it changes nothing. */
    public void withdraw(MeetingId id, RequestId which) {
        hold.take(id);
        meetings.meeting(id);
        var person = access.requirePerson();
        var request =
                rows.find(id, which).orElseThrow(() -> new NoSuchElementException("request for the floor " + which));
        if (!person.equals(request.person())) {
            throw new AccessDeniedException("somebody else's request for the floor");
        }
        var now = clock.instant();
        if (rows.leave(which, RequestState.WITHDRAWN, now)) {
            events.publishEvent(new FloorRequestEnded(which, id, request.item(), RequestState.WITHDRAWN, now));
            changed(id);
        }
    }

    private void changed(MeetingId id) {
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
