package de.ratssaal.stream;

import de.ratssaal.attendance.MemberRecused;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.conference.Lines;
import de.ratssaal.conference.Room;
import de.ratssaal.conference.RoomClosed;
import de.ratssaal.conference.RoomOpened;
import de.ratssaal.conference.Scene;
import de.ratssaal.floor.SpeechBegan;
import de.ratssaal.floor.SpeechEnded;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.ItemCalled;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingInterrupted;
import de.ratssaal.meeting.MeetingOpened;
import de.ratssaal.meeting.MeetingResumed;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The stream follows the meeting within the act itself (R17): when the act stands that excludes the public, its stretch is over, and
 * the database takes no segment of it any more.
 */
@Component
class StreamFollowsMeeting {

    /** Of everything that a server which makes streams has to hear of at once. */
    static final String TOPIC = "stream";

    private final Meetings meetings;
    private final MeetingHold hold;
    private final Councils councils;
    private final Lines lines;
    private final StreamStore store;
    private final StreamWork work;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    StreamFollowsMeeting(
            Meetings meetings,
            MeetingHold hold,
            Councils councils,
            Lines lines,
            StreamStore store,
            StreamWork work,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.councils = councils;
        this.lines = lines;
        this.store = store;
        this.work = work;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    void on(RoomClosed event) {
        store.open(event.meeting()).filter(it -> it.room().equals(event.room())).ifPresent(this::stop);
    }

    @EventListener
    void on(RoomOpened event) {
        follow(event.meeting());
    }

    @EventListener
    void on(MeetingOpened event) {
        follow(event.meeting());
    }

    @EventListener
    void on(MeetingInterrupted event) {
        silence(event.meeting());
        follow(event.meeting());
    }

    @EventListener
    void on(SpeechBegan event) {
        silence(event.meeting());
    }

    @EventListener
    void on(SpeechEnded event) {
        silence(event.meeting());
    }

    @EventListener
    void on(MemberRecused event) {
        silence(event.meeting());
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        work.silenceAll();
    }

    /** Until the act stands, and it is known anew who is to be shown, nobody is. */
    private void silence(MeetingId id) {
        store.open(id).ifPresent(it -> {
            work.silence(it.id());
            notices.changed(TOPIC);
        });
    }

    @EventListener
    void on(MeetingResumed event) {
        follow(event.meeting());
    }

    @EventListener
    void on(MeetingClosed event) {
        over(event.meeting());
    }

    @EventListener
    void on(MeetingCancelled event) {
        over(event.meeting());
    }

    private void over(MeetingId id) {
        var choice = store.choice(id);
        if (choice.isOn()) {
            store.choose(id, new StreamStore.Choice(false, choice.address()));
            follow(id);
        }
    }

    @EventListener
    void on(ItemCalled event) {
        follow(event.meeting());
        if (event.isPublic()) {
            store.open(event.meeting()).ifPresent(it -> store.mark(it.id(), event.item(), event.at()));
        }
    }

    /** Begins a stretch where there has to be one, and ends that which may not go on. */
    void follow(MeetingId id) {
        var choice = store.choice(id);
        var before = store.open(id);
        if (!choice.isOn() && before.isEmpty()) {
            return;
        }
        hold.take(id);
        access.asSystem("stream", () -> {
            var meeting = meetings.meeting(id);
            var rule = councils.rules(meeting.organization(), meeting.day()).stream();
            var room = choice.isOn() && rule.streamed() && meeting.state().isRunning()
                    ? publicRoom(id)
                    : Optional.<Room>empty();
            before.filter(it ->
                            room.isEmpty() || !room.get().id().equals(it.room()) || it.recorded() != rule.recorded())
                    .ifPresent(this::stop);
            if (room.isPresent() && store.open(id).isEmpty()) {
                var run = RunId.next();
                store.begin(run, id, room.get().id(), rule.recorded(), clock.instant());
                Optional.ofNullable(meeting.currentItem()).ifPresent(it -> store.mark(run, it, clock.instant()));
            }
            changed(id);
        });
    }

    private Optional<Room> publicRoom(MeetingId id) {
        return lines.scene(id).map(Scene::room).filter(Room::isPublic);
    }

    private void stop(StreamStore.Run run) {
        // at once on this server; on others when the act stands
        work.silence(run.id());
        var at = clock.instant();
        store.stop(run.id(), at);
        events.publishEvent(new StreamStopped(run.meeting(), at));
        changed(run.meeting());
    }

    private void changed(MeetingId id) {
        notices.changed(TOPIC);
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
