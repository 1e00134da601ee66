package de.ratssaal.conference;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines of browsers into the rooms: each person has one at a time. What is done on a line, its owner does. */
@Service
@Transactional
public class Lines {

    /** How often a browser says that it is there. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    /** Silent for that long, a line is lost. */
    public static final Duration LOST = BEAT.multipliedBy(3);

    /** Whoever waits before the door asks every quarter of that. */
    private static final Duration WAITS = Duration.ofMinutes(1);

    private final Meetings meetings;
    private final MeetingHold hold;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final EnteringRooms entering;
    private final Rooms rooms;
    private final Scenes scenes;
    private final RoomStore store;
    private final Providers providers;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Lines(
            Meetings meetings,
            MeetingHold hold,
            AttendanceRegister attendance,
            Councils councils,
            EnteringRooms entering,
            Rooms rooms,
            Scenes scenes,
            RoomStore store,
            Providers providers,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.attendance = attendance;
        this.councils = councils;
        this.entering = entering;
        this.rooms = rooms;
        this.scenes = scenes;
        this.store = store;
        this.providers = providers;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** A line that leads into a room. */
    public record Entered(LineId line, RoomId room, MeetingId meeting) {}

    /** Of everything that those who sit at lines of a meeting have to hear of at once. */
    public static String topic(MeetingId meeting) {
        return Rooms.topic(meeting);
    }

    /**
     * Comes into the room with a ticket, which is used up. Another line of the same person ends.
     *
     * @param node the server to which the browser is connected
     * @param before the line that the same browser had, if it comes back: to the others it has never been away
     * @throws EntryRefused if the ticket is none of theirs, is used, too old, or of a room that is closed; or if they may not come in
     *     any more
     */
    @Transactional(noRollbackFor = EntryRefused.class)
    public Entered enter(String ticket, UUID node, @Nullable LineId before) {
        var person = access.requirePerson();
        var hash = Tickets.hash(ticket);
        var id = store.meetingOf(hash).orElseThrow(() -> new EntryRefused(Entry.NOT_NOW));
        hold.take(id);
        var now = clock.instant();
        var room = store.open(id)
                .filter(it -> store.use(hash, it.id(), person, now))
                .orElseThrow(() -> new EntryRefused(Entry.NOT_NOW));
        var meeting = meetings.meeting(id);
        var answer = entering.answer(meeting, person);
        if (answer != Entry.OPEN) {
            throw new EntryRefused(answer);
        }
        var line = connect(room, person, node, before);
        arrive(meeting, person);
        var lost = store.lost(id, person);
        store.there(id, person);
        if (lost.isEmpty()) {
            events.publishEvent(new ConferenceJoined(id, person, now));
        } else if (lost.get()) {
            events.publishEvent(new ConnectionBack(id, person, now));
        }
        scenes.tellHearing(id);
        rooms.changed(id);
        return new Entered(line, room.id(), id);
    }

    private LineId connect(Room room, PersonId person, UUID node, @Nullable LineId before) {
        var known = store.line(room.id(), person);
        if (known.isPresent() && known.get().id().equals(before)) {
            store.connectAgain(known.get().id(), node, clock.instant());
            return known.get().id();
        }
        known.ifPresent(it -> store.disconnect(it.id()));
        var line = new RoomStore.Line(LineId.next(), room.id(), person, entering.nameOf(person), false, false, 0, null);
        store.connect(line, node, clock.instant());
        return line.id();
    }

    private void arrive(MeetingSummary meeting, PersonId person) {
        access.asSystem("conference", () -> {
            if (councils.member(meeting.organization(), person, meeting.day()).isPresent()
                    && attendance.present(meeting.id()).stream()
                            .noneMatch(it -> it.person().equals(person))) {
                attendance.arrive(meeting.id(), person, Place.REMOTE);
            }
        });
    }

    /** @return whether the line still leads into a room */
    public boolean beat(LineId line, UUID node) {
        access.requirePerson();
        return own(line)
                .filter(it -> store.seen(it.id(), node, clock.instant()))
                .isPresent();
    }

    /** The browser's microphone and camera are on or off. Who may not be heard is not; only so many are seen. */
    public void show(Entered at, boolean sound, boolean picture) {
        hold.take(at.meeting());
        own(at.line()).ifPresent(line -> {
            var scene = scenes.of(at.meeting()).orElseThrow();
            var me = scene.people().stream()
                    .filter(it -> it.line().equals(line.id()))
                    .findFirst()
                    .orElseThrow();
            var others = scene.people().stream()
                    .filter(it -> it.picture() && !it.line().equals(line.id()))
                    .count();
            var seen = picture && others < scene.mostPictures();
            store.show(line.id(), sound && me.heard(), seen);
            if (seen == line.picture()) {
                notices.changed(Rooms.topic(at.meeting()));
            } else {
                rooms.changed(at.meeting());
            }
        });
    }

    /**
     * The browser says how the provider calls its owner, so that the pages of the others know whom they hear. Each name is one line's.
     *
     * @return whether it is a name, and nobody else's
     */
    public boolean knownAs(Entered at, String participant) {
        hold.take(at.meeting());
        var known = participant.matches("[A-Za-z0-9._-]{1,64}")
                && own(at.line()).isPresent()
                && store.knownAs(at.line(), participant);
        if (known) {
            notices.changed(Rooms.topic(at.meeting()));
        }
        return known;
    }

    /** @return whether it will be delivered: both are in the same room, and it is open */
    public boolean signal(Entered from, LineId to, String body) {
        var delivered =
                body.length() <= Signal.LONGEST && own(from.line()).isPresent() && store.signal(from.line(), to, body);
        if (delivered) {
            notices.changed(Rooms.topic(from.meeting()));
        }
        return delivered;
    }

    /** Leaves the conference, and with it the meeting, unless one sits in the hall as well. */
    public void leave(Entered at) {
        hold.take(at.meeting());
        own(at.line()).ifPresent(line -> {
            store.disconnect(line.id());
            left(at.meeting(), line.person(), false);
        });
    }

    /**
     * Whoever waits before the door, is kept out for a while, or has lost the connection, goes away for good.
     *
     * @param line the one that the same browser has, or had
     */
    public void goAway(MeetingId id, @Nullable LineId line) {
        var person = access.requirePerson();
        hold.take(id);
        meetings.meeting(id);
        store.open(id).filter(it -> store.stopWaiting(it.id(), person)).ifPresent(it -> rooms.changed(id));
        var had = Optional.ofNullable(line)
                .flatMap(this::own)
                .filter(it -> store.open(id)
                        .filter(room -> room.id().equals(it.room()))
                        .isPresent());
        had.ifPresent(it -> store.disconnect(it.id()));
        if (had.isPresent() || store.lost(id, person).orElse(false)) {
            left(id, person, false);
        }
    }

    /** Ends a line whose owner is not signed in any more. For the application itself. */
    public void end(Entered at) {
        access.requireSystem();
        hold.take(at.meeting());
        store.line(at.line()).ifPresent(it -> lose(at.meeting(), it.id(), it.person()));
    }

    private Optional<RoomStore.Line> own(LineId line) {
        var person = access.requirePerson();
        return store.line(line).filter(it -> it.person().equals(person));
    }

    /** Who is in the room. For the application itself, which shows it to those who are in. */
    @Transactional(readOnly = true)
    public Optional<Scene> scene(MeetingId id) {
        access.requireSystem();
        return scenes.of(id);
    }

    /** Takes what was said to these lines. For the application itself, which delivers it. */
    public List<Signal> takeSignals(UUID node, Collection<LineId> to) {
        access.requireSystem();
        return store.takeSignals(node, to);
    }

    /** Meetings in which somebody has been silent for too long. For the application itself. */
    @Transactional(readOnly = true)
    public List<MeetingId> withSilent() {
        access.requireSystem();
        return store.withSilent(clock.instant().minus(LOST));
    }

    /** Lines that have been silent for too long are lost. Whoever had one still counts as present. For the application itself. */
    public void loseSilent(MeetingId meeting) {
        access.requireSystem();
        hold.take(meeting);
        var moment = clock.instant().minus(LOST);
        store.silentSince(moment).stream()
                .filter(it -> it.meeting().equals(meeting))
                .forEach(it -> lose(meeting, it.line(), it.person()));
        if (store.loseUnconnected(meeting, clock.instant())) {
            rooms.changed(meeting);
        }
        store.forgetExpired(clock.instant());
    }

    /** Meetings before whose doors somebody waited who is not there any more. For the application itself. */
    @Transactional(readOnly = true)
    public List<MeetingId> withGoneWaiting() {
        access.requireSystem();
        return store.withGoneWaiting(clock.instant().minus(WAITS));
    }

    /** Who has not asked for a while waits no longer. For the application itself. */
    public void forgetWaiting(MeetingId meeting) {
        access.requireSystem();
        hold.take(meeting);
        if (store.forgetWaiting(meeting, clock.instant().minus(WAITS))) {
            rooms.changed(meeting);
        }
    }

    private void lose(MeetingId meeting, LineId line, PersonId person) {
        store.disconnect(line);
        store.lost(meeting, person, clock.instant());
        events.publishEvent(new ConnectionLost(meeting, person, clock.instant()));
        rooms.changed(meeting);
    }

    /** Meetings of which somebody was lost. For the application itself. */
    @Transactional(readOnly = true)
    public Set<MeetingId> withLost() {
        access.requireSystem();
        return store.lost().stream().map(RoomStore.Lost::meeting).collect(Collectors.toSet());
    }

    /** Who was away for longer than the rules let them has left. For the application itself. */
    public void endGrace(MeetingId id) {
        access.requireSystem();
        hold.take(id);
        var meeting = meetings.meeting(id);
        var grace = Duration.ofSeconds(
                councils.rules(meeting.organization(), meeting.day()).remote().graceSeconds());
        var over = clock.instant().minus(grace);
        store.lost().stream()
                .filter(it -> it.meeting().equals(id) && !it.since().isAfter(over))
                .forEach(it -> left(id, it.person(), true));
    }

    private void left(MeetingId meeting, PersonId person, boolean afterLoss) {
        if (!store.gone(meeting, person)) {
            return;
        }
        events.publishEvent(new ConferenceLeft(meeting, person, afterLoss, clock.instant()));
        access.asSystem("conference", () -> {
            if (attendance.present(meeting).stream()
                    .anyMatch(it -> it.person().equals(person) && it.place() == Place.REMOTE)) {
                attendance.leave(meeting, person);
            }
        });
        rooms.changed(meeting);
    }
}
