package de.ratssaal.floor;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names of residents and other guests are kept as long as the minutes are written, and erased after: by themselves some days after
 * the minutes were released, or sooner by the secretariat when somebody asks for it. That a guest spoke, and for how long, stays.
 */
@Service
@Transactional
public class ErasingGuestNames {

    private final FloorRows rows;
    private final Meetings meetings;
    private final MinutesBook minutes;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ErasingGuestNames(
            FloorRows rows,
            Meetings meetings,
            MinutesBook minutes,
            Councils councils,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.meetings = meetings;
        this.minutes = minutes;
        this.councils = councils;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** How many names of a meeting's guests whoever asks may erase; none if they may not. */
    @Transactional(readOnly = true)
    public int erasable(MeetingId id) {
        var meeting = meetings.meeting(id);
        return meeting.state() == MeetingState.CLOSED && access.has(meeting.organization(), Role.SECRETARIAT)
                ? rows.countNamesOfGuests(id)
                : 0;
    }

    /**
     * Erases the names of all guests of a meeting. For the secretariat. Asked again, it changes nothing.
     *
     * @throws Refusal if the meeting is not over
     */
    public void erase(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        if (meeting.state() != MeetingState.CLOSED) {
            throw new Refusal("floor.erase.not-over");
        }
        var now = clock.instant();
        var names = rows.eraseNamesOfGuests(id, now);
        if (names > 0) {
            events.publishEvent(new GuestNamesErased(id, names, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** Meetings whose guests' names have been kept for as long as the rules say. For the application itself. */
    @Transactional(readOnly = true)
    List<MeetingId> due() {
        access.requireSystem();
        return rows.namingGuests().stream().filter(this::isDue).toList();
    }

    private boolean isDue(MeetingId id) {
        var meeting = meetings.meeting(id);
        var days =
                councils.rules(meeting.organization(), meeting.day()).speaking().guestNamesDays();
        return meeting.state() == MeetingState.CLOSED
                && minutes.find(id)
                        .flatMap(it -> Optional.ofNullable(it.releasedAt()))
                        .filter(it -> !clock.instant().isBefore(it.plus(Duration.ofDays(days))))
                        .isPresent();
    }
}
