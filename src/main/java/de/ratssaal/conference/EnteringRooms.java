package de.ratssaal.conference;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How somebody comes into the conference. */
@Service
@Transactional
public class EnteringRooms {

    /** How long a ticket is valid: it is used at once. */
    static final Duration TICKET = Duration.ofSeconds(30);

    /** As members can register (attendance). */
    private static final Duration EARLIEST = Duration.ofHours(1);

    private final Meetings meetings;
    private final MeetingHold hold;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final Rooms rooms;
    private final RoomStore store;
    private final Providers providers;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    EnteringRooms(
            Meetings meetings,
            MeetingHold hold,
            AttendanceRegister attendance,
            Councils councils,
            Rooms rooms,
            RoomStore store,
            Providers providers,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.attendance = attendance;
        this.councils = councils;
        this.rooms = rooms;
        this.store = store;
        this.providers = providers;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What whoever is signed in needs to come in. Whatever they were given before is void.
     *
     * @param takeOver whether they may be connected from elsewhere, and leave there
     * @param before the line they had, if their browser lost it and comes back
     * @throws EntryRefused if they may not come in
     * @throws Refusal {@code conference.elsewhere} if they are connected from elsewhere
     */
    @Transactional(noRollbackFor = EntryRefused.class)
    public Map<String, Object> ticket(MeetingId id, boolean takeOver, @Nullable LineId before) {
        var person = access.requirePerson();
        hold.take(id);
        var meeting = meetings.meeting(id);
        var answer = answer(meeting, person);
        if (answer == Entry.LOBBY) {
            store.open(id).ifPresent(room -> {
                if (store.waits(room.id(), person, nameOf(person), clock.instant())) {
                    rooms.changed(id);
                }
            });
        }
        if (answer != Entry.OPEN && store.lost(id, person).isPresent()) {
            // their page is there, and only the meeting keeps them out
            store.lost(id, person, clock.instant());
        }
        require(answer);
        var room = rooms.follow(id)
                .filter(it -> providers.of(it).reaches(it))
                .or(() -> {
                    rooms.anew(id);
                    return store.open(id);
                })
                .orElseThrow(() -> new EntryRefused(Entry.NOT_NOW));
        if (!takeOver
                && store.line(room.id(), person)
                        .filter(it -> !it.id().equals(before))
                        .isPresent()) {
            throw new Refusal("conference.elsewhere");
        }
        var ticket = Tickets.random();
        var now = clock.instant();
        store.issue(Tickets.hash(ticket), room.id(), person, now, now.plus(TICKET));
        return providers.of(room).entry(room, person, nameOf(person), ticket);
    }

    /** Whoever is signed in confirms that nobody else can listen to what is said in the room that is not public (R17). */
    public void confirmAlone(MeetingId id) {
        var person = access.requirePerson();
        hold.take(id);
        var meeting = meetings.meeting(id);
        var room = store.open(id).filter(it -> !it.isPublic()).orElseThrow(() -> new EntryRefused(Entry.NOT_NOW));
        if (meetings.maySeeNonPublic(id)) {
            attendance.confirmAlone(id, Objects.requireNonNull(room.item()));
        } else if (!store.admitted(room.id()).contains(person)) {
            throw new EntryRefused(answer(meeting, person));
        } else if (store.confirmAlone(room.id(), person, clock.instant())) {
            events.publishEvent(new GuestConfirmedAlone(id, room.id(), person, clock.instant()));
        }
        rooms.changed(id);
    }

    /** Whoever is signed in was entered as having left, and takes part again. */
    public void comeBack(MeetingId id) {
        var person = access.requirePerson();
        hold.take(id);
        meetings.meeting(id);
        store.forgetLeft(id, person);
    }

    private static void require(Entry answer) {
        if (answer != Entry.OPEN) {
            throw new EntryRefused(answer);
        }
    }

    String nameOf(PersonId person) {
        return access.asSystem("conference", () -> councils.nameOf(person));
    }

    Entry answer(MeetingSummary meeting, PersonId person) {
        var standing = meetings.maySeeNonPublic(meeting.id())
                ? EntryRule.Standing.ATTENDING
                : belongs(meeting, person) ? EntryRule.Standing.GUEST : EntryRule.Standing.NONE;
        return rule(meeting, person, standing).answer();
    }

    private boolean belongs(MeetingSummary meeting, PersonId person) {
        return councils.member(meeting.organization(), person, meeting.day()).isPresent();
    }

    private EntryRule rule(MeetingSummary meeting, PersonId person, EntryRule.Standing standing) {
        return access.asSystem("conference", () -> {
            var room = store.open(meeting.id());
            var item = room.map(rooms::itemOf).orElse(meeting.currentItem());
            var behindDoors = room.filter(it -> !it.isPublic());
            var admitted =
                    room.map(it -> store.admitted(it.id()).contains(person)).orElse(false);
            var alone = behindDoors.map(it -> isAlone(it, person)).orElse(false);
            return new EntryRule(
                    Rooms.hasVideo(meeting),
                    runsOrSoonWill(meeting),
                    standing,
                    admitted,
                    item != null
                            && attendance.recusals(meeting.id()).stream()
                                    .anyMatch(it -> it.item().equals(item)
                                            && it.person().equals(person)),
                    behindDoors.isPresent() && mustConfirm(meeting, person),
                    alone,
                    store.hasLeft(meeting.id(), person));
        });
    }

    private boolean isAlone(Room behindDoors, PersonId person) {
        return attendance
                        .confirmedAlone(Objects.requireNonNull(behindDoors.item()))
                        .contains(person)
                || store.guestsAlone(behindDoors.id()).contains(person);
    }

    /** Whether somebody would have to confirm first that they are alone, were they to come into the room now (R17). */
    boolean lacksConfirmation(Room room, PersonId person) {
        return !room.isPublic()
                && access.asSystem(
                        "conference",
                        () -> mustConfirm(meetings.meeting(room.meeting()), person) && !isAlone(room, person));
    }

    /** Who sits in the hall, with a device of their own, is where the doors are closed. */
    private boolean mustConfirm(MeetingSummary meeting, PersonId person) {
        return councils.rules(meeting.organization(), meeting.day()).publicity().remoteMembersConfirmAlone()
                && attendance.present(meeting.id()).stream()
                        .filter(it -> it.person().equals(person))
                        .map(Presence::place)
                        .noneMatch(it -> it == Place.ROOM);
    }

    private boolean runsOrSoonWill(MeetingSummary meeting) {
        return meeting.state().isRunning()
                || meeting.state() == MeetingState.CONVENED
                        && !clock.instant().isBefore(meeting.startsAt().minus(EARLIEST));
    }
}
