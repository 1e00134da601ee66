package de.ratssaal.display;

import de.ratssaal.attendance.RoomCodes;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingResumed;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the desk directs the screens of a meeting. For the chair and the secretariat, from the invitation to the end. */
@Service
@Transactional
public class ScreenControl {

    /** Screens of one meeting. */
    static final int MOST = 8;

    static final int LONGEST_NAME = 40;

    private final Meetings meetings;
    private final MeetingHold hold;
    private final ScreenRows rows;
    private final RoomCodes codes;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ScreenControl(
            Meetings meetings,
            MeetingHold hold,
            ScreenRows rows,
            RoomCodes codes,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.rows = rows;
        this.codes = codes;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * One more screen, which follows the meeting. Asked again with the same identifier it changes nothing.
     *
     * @throws Refusal if it has no name, one that another has, or there are too many
     */
    public void add(MeetingId id, ScreenId screen, String name) {
        begin(id);
        var known = rows.of(id);
        if (known.stream().anyMatch(it -> it.id().equals(screen))) {
            return;
        }
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("display.screen.name", LONGEST_NAME);
        }
        if (known.stream().anyMatch(it -> it.name().equalsIgnoreCase(called))) {
            throw new Refusal("display.screen.same-name", called);
        }
        if (known.size() >= MOST) {
            throw new Refusal("display.screen.too-many", MOST);
        }
        var now = clock.instant();
        rows.keep(id, new Screen(screen, called, Showing.AUTOMATIC, false, null), now);
        tell(id, new ScreenAdded(id, screen, called, now));
    }

    /** Takes a screen away. Asked again it changes nothing; the one that every meeting has stays. */
    public void remove(MeetingId id, ScreenId screen) {
        begin(id);
        if (screen.equals(ScreenId.mainOf(id))) {
            throw new Refusal("display.screen.main-stays");
        }
        if (rows.remove(id, screen)) {
            tell(id, new ScreenRemoved(id, screen, clock.instant()));
        }
    }

    /** Lets one screen show something. */
    public void show(MeetingId id, ScreenId screen, Showing showing) {
        var meeting = begin(id);
        show(meeting, find(id, screen), showing);
    }

    /** Lets all screens show the same, such as a message to the hall. */
    public void showOnAll(MeetingId id, Showing showing) {
        var meeting = begin(id);
        rows.of(id).forEach(it -> show(meeting, it, showing));
    }

    /** The break is over: no screen goes on telling when it ends, nor does the next one inherit that. */
    @EventListener
    void on(MeetingResumed event) {
        rows.of(event.meeting()).stream()
                .filter(it -> it.showing().content() == ScreenContent.BREAK)
                .forEach(it -> {
                    rows.keep(
                            event.meeting(),
                            new Screen(it.id(), it.name(), Showing.AUTOMATIC, it.isInside(), null),
                            event.at());
                    tell(
                            event.meeting(),
                            new ScreenSwitched(event.meeting(), it.id(), ScreenContent.AUTOMATIC, event.at()));
                });
    }

    /**
     * Says whether a screen stands where nobody but those who may attend non-public items sees it. Only such a screen shows a
     * non-public item.
     */
    public void place(MeetingId id, ScreenId screen, boolean inside) {
        begin(id);
        var before = find(id, screen);
        if (before.isInside() == inside) {
            return;
        }
        var now = clock.instant();
        rows.keep(id, new Screen(screen, before.name(), before.showing(), inside, before.writtenDuring()), now);
        tell(id, new ScreenPlaced(id, screen, inside, now));
    }

    private void show(MeetingSummary meeting, Screen before, Showing showing) {
        var during = showing.content() == ScreenContent.MESSAGE ? nonPublicItem(meeting) : null;
        var after = new Screen(before.id(), before.name(), showing, before.isInside(), during);
        if (after.equals(before)) {
            return;
        }
        if (showing.content() == ScreenContent.CHECK_IN) {
            codes.begin(meeting.id());
        }
        var now = clock.instant();
        rows.keep(meeting.id(), after, now);
        tell(meeting.id(), new ScreenSwitched(meeting.id(), before.id(), showing.content(), now));
    }

    private @Nullable AgendaItemId nonPublicItem(MeetingSummary meeting) {
        return meetings.agenda(meeting.id()).stream()
                .filter(it -> it.id().equals(meeting.currentItem()) && (!it.isPublic() || meeting.doorsClosed()))
                .map(AgendaItemSummary::id)
                .findFirst()
                .orElse(null);
    }

    private MeetingSummary begin(MeetingId id) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        switch (meeting.state()) {
            case CONVENED, OPEN, INTERRUPTED -> {}
            case PLANNED -> throw new Refusal("display.screen.not-convened");
            case CLOSED, CANCELLED -> throw new Refusal("display.screen.over");
        }
        return meeting;
    }

    private Screen find(MeetingId id, ScreenId screen) {
        return rows.find(id, screen).orElseThrow(() -> new Refusal("display.screen.gone"));
    }

    private void tell(MeetingId id, AuditedEvent event) {
        events.publishEvent(event);
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
