package de.ratssaal.floor;

import de.ratssaal.attendance.MemberLeft;
import de.ratssaal.attendance.MemberRecused;
import de.ratssaal.floor.FloorRows.Row;
import de.ratssaal.floor.SpeechTimeChanged.Change;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.DoorsClosed;
import de.ratssaal.meeting.ItemFinished;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingInterrupted;
import de.ratssaal.meeting.MeetingResumed;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.voting.MotionDecided;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.MotionState;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The list follows the meeting, in the same transaction: it ends with its item, and rests while the meeting does. */
@Component
class FollowMeeting {

    private final MeetingHold hold;
    private final Meetings meetings;
    private final FloorRows rows;
    private final ApplicationEventPublisher events;

    FollowMeeting(MeetingHold hold, Meetings meetings, FloorRows rows, ApplicationEventPublisher events) {
        this.hold = hold;
        this.meetings = meetings;
        this.rows = rows;
        this.events = events;
    }

    @EventListener
    void on(ItemFinished event) {
        hold.take(event.meeting());
        end(event.item(), it -> true, event.at());
    }

    @EventListener
    void on(MeetingInterrupted event) {
        hold.take(event.meeting());
        rows.speaking(event.meeting()).filter(it -> it.runningSince() != null).ifPresent(it -> {
            rows.stop(it, event.at());
            rows.waitForMeeting(it.id(), true);
            tell(it, Change.PAUSED, event.at());
        });
    }

    @EventListener
    void on(MeetingResumed event) {
        hold.take(event.meeting());
        rows.waitingForMeeting(event.meeting()).ifPresent(it -> {
            rows.waitForMeeting(it.id(), false);
            rows.run(it, event.at());
            tell(it, Change.RESUMED, event.at());
        });
    }

    @EventListener
    void on(DoorsClosed event) {
        rows.speaking(event.meeting()).ifPresent(it -> rows.setBehindDoors(it.id()));
    }

    @EventListener
    void on(MemberLeft event) {
        rows.ofMember(event.meeting(), event.person()).forEach(item -> endOf(item, event.person(), event.at()));
    }

    @EventListener
    void on(MemberRecused event) {
        endOf(event.item(), event.person(), event.at());
    }

    /** What the meeting decided on its procedure is done at once; points of order and statements stay possible. */
    @EventListener
    void on(MotionDecided event) {
        var ends = event.kind() == MotionKind.END_DEBATE;
        if (event.state() != MotionState.ADOPTED || !ends && event.kind() != MotionKind.CLOSE_LIST) {
            return;
        }
        var list = rows.list(event.item());
        if (!list.isClosed()) {
            rows.keep(event.meeting(), event.item(), new FloorRows.ListRow(true, list.isQuestionTime()));
            events.publishEvent(
                    new SpeakersListChanged(event.meeting(), event.item(), true, list.isQuestionTime(), event.at()));
        }
        if (ends) {
            end(event.item(), FollowMeeting::isOfDebate, event.at());
        }
    }

    private static boolean isOfDebate(Row request) {
        return request.state() == RequestState.WAITING && request.kind().needsOpenList();
    }

    /** Residents ask in public only. */
    @EventListener
    void on(PublicExcluded event) {
        hold.take(event.meeting());
        meetings.agenda(event.meeting()).stream().filter(it -> !it.isPublic()).forEach(it -> {
            end(it.id(), request -> request.guest() == GuestKind.RESIDENT, event.at());
            var list = rows.list(it.id());
            if (list.isQuestionTime()) {
                rows.keep(event.meeting(), it.id(), new FloorRows.ListRow(list.isClosed(), false));
            }
        });
    }

    private void endOf(AgendaItemId item, PersonId person, Instant at) {
        end(item, it -> person.equals(it.person()), at);
    }

    private void end(AgendaItemId item, Predicate<Row> whose, Instant at) {
        for (var request : rows.onItem(item)) {
            if (!whose.test(request)) {
                continue;
            }
            switch (request.state()) {
                case WAITING -> {
                    rows.leave(request.id(), RequestState.LAPSED, at);
                    events.publishEvent(
                            new FloorRequestEnded(request.id(), request.meeting(), item, RequestState.LAPSED, at));
                }
                case SPEAKING, SET_ASIDE -> {
                    rows.end(request, at);
                    var spoken = rows.find(request.meeting(), request.id())
                            .orElseThrow()
                            .spoken();
                    events.publishEvent(new SpeechEnded(request.id(), request.meeting(), item, spoken, at));
                }
                case ENDED, WITHDRAWN, REMOVED, LAPSED -> {}
            }
        }
    }

    private void tell(Row request, Change change, Instant at) {
        events.publishEvent(new SpeechTimeChanged(request.id(), request.meeting(), request.item(), change, at));
    }
}
