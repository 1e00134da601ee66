package de.ratssaal.conference;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Which room is open in a meeting. What is not public has a room of its own for each item, because each item has its own recused
 * members and its own confirmations of being alone.
 */
@Component
class Rooms {

    private static final int NAME_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Meetings meetings;
    private final RoomStore store;
    private final Providers providers;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Rooms(
            Meetings meetings,
            RoomStore store,
            Providers providers,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.store = store;
        this.providers = providers;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** Of everything that changes without the screens of the meeting showing it: microphones, signals. */
    static String topic(MeetingId meeting) {
        return "conference/" + meeting;
    }

    /** Opens the room in which the meeting goes on, and closes the one before. The meeting is held by whoever calls. */
    Optional<Room> follow(MeetingId id) {
        return access.asSystem("conference", () -> {
            var meeting = meetings.meeting(id);
            var before = store.open(id);
            if (!hasVideo(meeting) || meeting.closedAt() != null || meeting.cancelledReason() != null) {
                before.ifPresent(this::close);
                store.allGone(id);
                return Optional.empty();
            }
            // between two items nothing is known of the next one: whoever sits together goes on sitting together
            if (meeting.currentItem() == null && before.isPresent()) {
                return before;
            }
            var item = behindDoors(meeting).map(AgendaItemSummary::id).orElse(null);
            if (before.isPresent() && Objects.equals(before.get().item(), item)) {
                return before;
            }
            return Optional.of(move(id, before, item));
        });
    }

    /** The meeting goes on in a new room, of the provider that brings its sound and picture from now on. The meeting is held. */
    void anew(MeetingId id) {
        access.asSystem("conference", () -> store.open(id).map(it -> move(id, Optional.of(it), it.item())));
    }

    private Room move(MeetingId id, Optional<Room> before, @Nullable AgendaItemId item) {
        before.ifPresent(this::close);
        store.allLost(id, clock.instant());
        return open(id, item);
    }

    static boolean hasVideo(MeetingSummary meeting) {
        return meeting.mode() != MeetingMode.IN_PERSON;
    }

    private Optional<AgendaItemSummary> behindDoors(MeetingSummary meeting) {
        return meetings.agenda(meeting.id()).stream()
                .filter(it -> it.id().equals(meeting.currentItem()))
                .filter(it -> !it.isPublic() || meeting.doorsClosed())
                .findFirst();
    }

    private Room open(MeetingId meeting, @Nullable AgendaItemId item) {
        var name = new byte[NAME_BYTES];
        RANDOM.nextBytes(name);
        var at = clock.instant();
        var room = store.create(
                new Room(
                        RoomId.next(),
                        meeting,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(name),
                        item,
                        providers.nameFor(meeting)),
                at);
        providers.tell(room, it -> it.opening(room));
        events.publishEvent(new RoomOpened(meeting, room.id(), item, at));
        changed(meeting);
        return room;
    }

    private void close(Room room) {
        var at = clock.instant();
        store.close(room, at);
        // the public's stream first
        events.publishEvent(new RoomClosed(room.meeting(), room.id(), at));
        providers.tell(room, it -> it.closing(room));
        changed(room.meeting());
    }

    /** What is deliberated in a room: its own item, or that before the meeting. */
    @Nullable
    AgendaItemId itemOf(Room room) {
        return room.isPublic()
                ? access.asSystem(
                                "conference",
                                () -> Optional.ofNullable(
                                        meetings.meeting(room.meeting()).currentItem()))
                        .orElse(null)
                : room.item();
    }

    /** Nothing leads this person into the room any more. They stay where they count as present. */
    void putOut(Room room, PersonId person) {
        providers.tell(room, it -> it.puttingOut(room, person));
        store.forgetTicket(room.id(), person);
        if (store.disconnect(room.id(), person)) {
            store.lost(room.meeting(), person, clock.instant());
        }
        store.takeWord(room.id(), person);
        changed(room.meeting());
    }

    /** Where a provider gives rights with the entry, whoever gets or loses them comes in once more, which their pages do by themselves. */
    void comeInAnew(MeetingId id, PersonId... persons) {
        store.open(id)
                .filter(providers::rightsComeWithEntry)
                .ifPresent(room -> Stream.of(persons)
                        .filter(it -> store.line(room.id(), it).isPresent())
                        .forEach(it -> putOut(room, it)));
    }

    void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
        notices.changed(topic(meeting));
    }
}
