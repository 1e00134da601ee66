package de.ratssaal.floor;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.floor.FloorRows.ListRow;
import de.ratssaal.floor.FloorRows.Row;
import de.ratssaal.floor.SpeechTimeChanged.Change;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the chair, or the secretariat for them, does with who speaks.
 *
 * <p>Giving the floor carries who had it before the eyes of whoever gives it: if somebody else acted in between it is refused, and
 * they look again.
 */
@Service
@Transactional
public class FloorConduct {

    /** What the chair grants with one press. */
    public static final Duration EXTRA_TIME = Duration.ofMinutes(1);

    /** Longest name of a guest, in characters. */
    public static final int LONGEST_NAME = 200;

    private static final Duration LONGEST_SPEECH = Duration.ofHours(10);

    private final MeetingHold hold;
    private final Meetings meetings;
    private final Councils councils;
    private final Requests requests;
    private final SpeakersLists lists;
    private final FloorRows rows;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    FloorConduct(
            MeetingHold hold,
            Meetings meetings,
            Councils councils,
            Requests requests,
            SpeakersLists lists,
            FloorRows rows,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.councils = councils;
        this.requests = requests;
        this.lists = lists;
        this.rows = rows;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Puts a member on the list who asked by hand. Asked again, it changes nothing.
     *
     * @throws Refusal as {@link AskingForTheFloor#ask} does
     */
    public RequestId enter(MeetingId id, AgendaItemId item, PersonId person, SpeechKind kind) {
        var request = requests.add(held(id), item, person, kind, true);
        changed(id);
        return request;
    }

    /**
     * Puts somebody on the list who is no member: a resident in question time, an expert on any item.
     *
     * @param mayBeNamed whether they agreed that the public is told their name
     * @throws Refusal if no name is given, the item is not before the meeting, its list is closed, or residents may not ask on it
     */
    public RequestId enterGuest(MeetingId id, AgendaItemId item, String name, GuestKind kind, boolean mayBeNamed) {
        var meeting = held(id);
        requests.requireAtHand(meeting, item);
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new Refusal("floor.guest.name", LONGEST_NAME);
        }
        var floor = lists.of(meeting, item);
        Requests.requireOpen(floor, SpeechKind.SPEECH);
        if (kind == GuestKind.RESIDENT && !(floor.isQuestionTime() && isPublic(id, item))) {
            throw new Refusal("floor.guest.no-question-time");
        }
        var request = RequestId.next();
        var now = clock.instant();
        rows.addGuest(request, id, item, called, kind, mayBeNamed, now);
        events.publishEvent(new FloorRequested(request, id, item, SpeechKind.SPEECH, null, now));
        changed(id);
        return request;
    }

    /** Takes somebody off the list who waits. Asked again, it changes nothing. */
    public void remove(MeetingId id, RequestId which) {
        held(id);
        var request = find(id, which);
        var now = clock.instant();
        if (rows.leave(which, RequestState.REMOVED, now)) {
            events.publishEvent(new FloorRequestEnded(which, id, request.item(), RequestState.REMOVED, now));
            changed(id);
        }
    }

    /**
     * Gives somebody who waits another place. The chair's order comes before that of the rules: it holds down to the place that
     * changed, what is below stays with the rules.
     *
     * @param before who speaks after them; none puts them at the end
     */
    public void place(MeetingId id, RequestId which, @Nullable RequestId before) {
        var meeting = held(id);
        var moved = find(id, which);
        if (moved.state() != RequestState.WAITING) {
            return;
        }
        var order = new ArrayList<>(lists.of(meeting, moved.item()).waiting().stream()
                .filter(it -> it.state() == RequestState.WAITING)
                .map(SpeechRequest::id)
                .toList());
        var from = order.indexOf(which);
        order.remove(which);
        var place = before == null ? order.size() : order.indexOf(before);
        if (place < 0) {
            throw new Refusal("floor.call.overtaken");
        }
        order.add(place, which);
        if (place == from) {
            return;
        }
        for (var at = 0; at < order.size(); at++) {
            var request = find(id, order.get(at));
            if (at <= Math.max(from, place) || request.rank() != null) {
                rows.place(
                        request.id(),
                        at + 1,
                        request.placedByChair() || request.id().equals(which));
            }
        }
        events.publishEvent(new SpeakersOrdered(id, moved.item(), false, clock.instant()));
        changed(id);
    }

    /** Gives the order back to the rules. */
    public void orderByRule(MeetingId id, AgendaItemId item) {
        var meeting = held(id);
        requests.requireAtHand(meeting, item);
        var floor = lists.of(meeting, item);
        if (floor.isOrderedByChair()) {
            floor.waiting().forEach(it -> rows.place(it.id(), null, false));
            events.publishEvent(new SpeakersOrdered(id, item, true, clock.instant()));
            changed(id);
        }
    }

    /**
     * Gives somebody the floor who waits for it; whoever has it has spoken. Asked again, it changes nothing.
     *
     * @param seen who has the floor before the eyes of whoever calls; none if nobody has
     * @throws RuleViolation if the rules leave no time for the speech
     * @throws Refusal if the meeting is not open, somebody else has the floor meanwhile, or who is called does not wait any more
     */
    public void call(MeetingId id, RequestId which, @Nullable RequestId seen) {
        call(id, which, seen, null);
    }

    /** As {@link #call}, for whom the rules leave no time: the chair grants some. */
    public void callWithExtraTime(MeetingId id, RequestId which, @Nullable RequestId seen) {
        call(id, which, seen, EXTRA_TIME);
    }

    private void call(MeetingId id, RequestId which, @Nullable RequestId seen, @Nullable Duration granted) {
        var meeting = open(id);
        var request = find(id, which);
        if (request.state() == RequestState.SPEAKING) {
            return;
        }
        requireSeen(id, seen);
        requireWaits(meeting, request);
        var allowed = allowed(meeting, request, granted);
        rows.speaking(id).ifPresent(this::finish);
        begin(request, allowed);
    }

    /**
     * Lets somebody speak to the rules of procedure at once. Whoever has the floor has it again afterwards, with the time that
     * is left.
     *
     * @param seen who has the floor before the eyes of whoever calls
     * @throws Refusal as {@link #call} does, or if it is no point of order, or somebody was interrupted already
     */
    public void interruptFor(MeetingId id, RequestId which, RequestId seen) {
        var meeting = open(id);
        var request = find(id, which);
        if (request.state() == RequestState.SPEAKING) {
            return;
        }
        requireSeen(id, seen);
        requireWaits(meeting, request);
        var speaking = rows.speaking(id).orElseThrow(() -> new Refusal("floor.call.overtaken"));
        if (request.kind() != SpeechKind.POINT_OF_ORDER
                || rows.onItem(request.item()).stream().anyMatch(it -> it.state() == RequestState.SET_ASIDE)) {
            throw new Refusal("floor.call.no-interruption");
        }
        rows.setAside(speaking, clock.instant());
        timeChanged(speaking, Change.SET_ASIDE);
        begin(request, allowed(meeting, request, null));
    }

    /** Whoever has the floor has spoken. Asked again, it changes nothing. */
    public void end(MeetingId id, RequestId which) {
        held(id);
        if (find(id, which).state() == RequestState.SPEAKING) {
            finish(find(id, which));
            changed(id);
        }
    }

    /** Stops the time of whoever has the floor. */
    public void pause(MeetingId id, RequestId which) {
        held(id);
        var request = find(id, which);
        if (request.runningSince() != null) {
            rows.stop(request, clock.instant());
            timeChanged(request, Change.PAUSED);
            changed(id);
        }
    }

    /** Lets the time go on. */
    public void resume(MeetingId id, RequestId which) {
        open(id);
        var request = find(id, which);
        if (request.state() == RequestState.SPEAKING && request.runningSince() == null) {
            rows.waitForMeeting(which, false);
            rows.run(request, clock.instant());
            timeChanged(request, Change.RESUMED);
            changed(id);
        }
    }

    /**
     * Gives whoever has the floor more time.
     *
     * @param seen how long they may speak before the eyes of whoever gives it: pressed twice, it is given once
     */
    public void extend(MeetingId id, RequestId which, Duration by, Duration seen) {
        held(id);
        var request = find(id, which);
        var allowed = request.allowed();
        if (by.isNegative() || by.compareTo(LONGEST_SPEECH) > 0) {
            throw new IllegalArgumentException("no such time: " + by);
        }
        if (request.state() == RequestState.SPEAKING && seen.equals(allowed)) {
            rows.allow(which, seen.plus(by));
            timeChanged(request, Change.EXTENDED);
            changed(id);
        }
    }

    /** Nobody can ask to speak any more; who is on the list stays on it, and points of order stay possible. */
    public void close(MeetingId id, AgendaItemId item) {
        change(id, item, it -> new ListRow(true, it.isQuestionTime()));
    }

    public void reopen(MeetingId id, AgendaItemId item) {
        change(id, item, it -> new ListRow(false, it.isQuestionTime()));
    }

    /**
     * Lets residents ask on an item, or no more.
     *
     * @throws Refusal if the item is not public
     */
    public void letResidentsAsk(MeetingId id, AgendaItemId item, boolean may) {
        change(id, item, it -> new ListRow(it.isClosed(), may));
    }

    private void change(MeetingId id, AgendaItemId item, UnaryOperator<ListRow> step) {
        var meeting = held(id);
        requests.requireAtHand(meeting, item);
        var before = rows.list(item);
        var after = step.apply(before);
        if (after.isQuestionTime() && !isPublic(id, item)) {
            throw new Refusal("floor.guest.not-public");
        }
        if (!after.equals(before)) {
            rows.keep(id, item, after);
            events.publishEvent(
                    new SpeakersListChanged(id, item, after.isClosed(), after.isQuestionTime(), clock.instant()));
            changed(id);
        }
    }

    private boolean isPublic(MeetingId id, AgendaItemId item) {
        return meetings.agenda(id).stream().anyMatch(it -> it.id().equals(item) && it.isPublic());
    }

    private void begin(Row request, @Nullable Duration allowed) {
        var now = clock.instant();
        rows.begin(request, allowed, now);
        if (meetings.meeting(request.meeting()).doorsClosed()) {
            rows.setBehindDoors(request.id());
        }
        events.publishEvent(new SpeechBegan(
                request.id(), request.meeting(), request.item(), request.kind(), request.person(), now));
        changed(request.meeting());
    }

    private void finish(Row speaking) {
        var now = clock.instant();
        rows.end(speaking, now);
        var spoken = rows.find(speaking.meeting(), speaking.id()).orElseThrow().spoken();
        events.publishEvent(new SpeechEnded(speaking.id(), speaking.meeting(), speaking.item(), spoken, now));
    }

    private void timeChanged(Row request, Change change) {
        events.publishEvent(
                new SpeechTimeChanged(request.id(), request.meeting(), request.item(), change, clock.instant()));
    }

    private @Nullable Duration allowed(MeetingSummary meeting, Row request, @Nullable Duration granted) {
        if (request.state() == RequestState.SET_ASIDE) {
            return request.allowed();
        }
        var waiting = lists.of(meeting, request.item()).waiting().stream()
                .filter(it -> it.id().equals(request.id()))
                .findFirst()
                .orElseThrow();
        if (!waiting.isTimeUsedUp()) {
            return waiting.allowed();
        }
        if (granted == null) {
            throw new RuleViolation(
                    "floor.call.time-used-up",
                    councils.rules(meeting.organization(), meeting.day())
                            .speaking()
                            .source(),
                    waiting.speaker().name());
        }
        return granted;
    }

    private void requireSeen(MeetingId id, @Nullable RequestId seen) {
        if (!Objects.equals(rows.speaking(id).map(Row::id), Optional.ofNullable(seen))) {
            throw new Refusal("floor.call.overtaken");
        }
    }

    private void requireWaits(MeetingSummary meeting, Row request) {
        if (!request.state().waits() || !request.item().equals(meeting.currentItem())) {
            throw new Refusal("floor.call.gone");
        }
        // the public may have been excluded since they asked
        requests.requireAlone(meeting, request.item(), request.person());
    }

    private Row find(MeetingId id, RequestId which) {
        return rows.find(id, which).orElseThrow(() -> new NoSuchElementException("request for the floor " + which));
    }

    private MeetingSummary open(MeetingId id) {
        var meeting = held(id);
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("floor.call.meeting-not-open");
        }
        return meeting;
    }

    /** First the meeting is held: what is read of it is then true until the commit. */
    private MeetingSummary held(MeetingId id) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        return meeting;
    }

    private void changed(MeetingId id) {
        notices.changed(ChangeNotices.meeting(id.value()));
    }
}
