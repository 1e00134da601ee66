package de.ratssaal.conference;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.MemberArrived;
import de.ratssaal.attendance.MemberLeft;
import de.ratssaal.attendance.MemberRecused;
import de.ratssaal.floor.SpeechBegan;
import de.ratssaal.floor.SpeechEnded;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ChairHandedOver;
import de.ratssaal.meeting.DoorsClosed;
import de.ratssaal.meeting.DoorsOpened;
import de.ratssaal.meeting.ItemCalled;
import de.ratssaal.meeting.MeetingCancelled;
import de.ratssaal.meeting.MeetingClosed;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingInterrupted;
import de.ratssaal.meeting.MeetingOpened;
import de.ratssaal.meeting.MeetingPlanChanged;
import de.ratssaal.meeting.MeetingResumed;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PublicExcluded;
import de.ratssaal.meeting.SubstituteReleased;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipEnded;
import de.ratssaal.organization.MembershipRole;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The conference follows the meeting within the act itself: when the act stands, no old room is open any more. */
@Component
class RoomsFollowMeeting {

    private final Meetings meetings;
    private final MeetingHold hold;
    private final EnteringRooms entering;
    private final Rooms rooms;
    private final RoomStore store;
    private final Scenes scenes;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final Access access;

    RoomsFollowMeeting(
            Meetings meetings,
            MeetingHold hold,
            EnteringRooms entering,
            Rooms rooms,
            RoomStore store,
            Scenes scenes,
            AttendanceRegister attendance,
            Councils councils,
            Access access) {
        this.meetings = meetings;
        this.hold = hold;
        this.entering = entering;
        this.rooms = rooms;
        this.store = store;
        this.scenes = scenes;
        this.attendance = attendance;
        this.councils = councils;
        this.access = access;
    }

    @EventListener
    void on(MeetingOpened event) {
        follow(event.meeting());
        rooms.comeInAnew(event.meeting(), othersWhoMayConduct(event));
    }

    /** Until then each of them had the rights of who conducts. */
    private PersonId[] othersWhoMayConduct(MeetingOpened event) {
        var day = access.asSystem("conference", () -> meetings.meeting(event.meeting()))
                .day();
        return councils.members(event.organization(), day).stream()
                .filter(it -> it.role() == MembershipRole.CHAIR || it.role() == MembershipRole.DEPUTY_CHAIR)
                .map(MemberSummary::person)
                .filter(it -> !it.equals(event.chair()))
                .toArray(PersonId[]::new);
    }

    @EventListener
    void on(ItemCalled event) {
        follow(event.meeting());
        var recused = access.asSystem("conference", () -> attendance.recusals(event.meeting()));
        store.open(event.meeting())
                .ifPresent(room -> recused.stream()
                        .filter(it -> it.item().equals(event.item()))
                        .forEach(it -> rooms.putOut(room, it.person())));
    }

    @EventListener
    void on(DoorsClosed event) {
        follow(event.meeting());
    }

    @EventListener
    void on(DoorsOpened event) {
        follow(event.meeting());
    }

    @EventListener
    void on(PublicExcluded event) {
        follow(event.meeting());
    }

    @EventListener
    void on(MeetingClosed event) {
        follow(event.meeting());
    }

    @EventListener
    void on(MeetingCancelled event) {
        follow(event.meeting());
    }

    @EventListener
    void on(ChairHandedOver event) {
        hold.take(event.meeting());
        rooms.comeInAnew(event.meeting(), event.from(), event.to());
    }

    @EventListener
    void on(MeetingInterrupted event) {
        heardAnew(event.meeting());
    }

    @EventListener
    void on(MeetingResumed event) {
        heardAnew(event.meeting());
    }

    private void heardAnew(MeetingId meeting) {
        scenes.tellHearing(meeting);
        rooms.changed(meeting);
    }

    @EventListener
    void on(SpeechBegan event) {
        scenes.tellHearing(event.meeting());
    }

    @EventListener
    void on(SpeechEnded event) {
        scenes.tellHearing(event.meeting());
    }

    private void follow(MeetingId meeting) {
        hold.take(meeting);
        rooms.follow(meeting);
    }

    /** R7: they are put out of the conference for the item, also of a public one. */
    @EventListener
    void on(MemberRecused event) {
        hold.take(event.meeting());
        store.open(event.meeting())
                .filter(it -> event.item().equals(rooms.itemOf(it)))
                .ifPresent(it -> rooms.putOut(it, event.person()));
    }

    /** Whoever sat in the hall, where the doors are closed, and takes part from elsewhere now, has to be alone there (R17). */
    @EventListener
    void on(MemberArrived event) {
        store.forgetLeft(event.meeting(), event.person());
        store.open(event.meeting())
                .filter(it -> store.line(it.id(), event.person()).isPresent())
                .filter(it -> entering.lacksConfirmation(it, event.person()))
                .ifPresent(it -> rooms.putOut(it, event.person()));
    }

    /** Who may not attend any more comes in again only as what they are now. */
    @EventListener
    void on(SubstituteReleased event) {
        hold.take(event.meeting());
        store.open(event.meeting()).ifPresent(it -> rooms.putOut(it, event.substitute()));
    }

    @EventListener
    void on(MembershipEnded event) {
        for (var room : store.openWith(event.person())) {
            if (access.asSystem("conference", () -> meetings.meeting(room.meeting()))
                    .organization()
                    .equals(event.organization())) {
                hold.take(room.meeting());
                rooms.putOut(room, event.person());
            }
        }
    }

    @EventListener
    void on(MeetingPlanChanged event) {
        if (store.open(event.meeting()).isPresent()) {
            follow(event.meeting());
        }
    }

    /** Who left the meeting has left its conference. */
    @EventListener
    void on(MemberLeft event) {
        if (store.gone(event.meeting(), event.person())) {
            store.left(event.meeting(), event.person());
            store.open(event.meeting()).ifPresent(it -> rooms.putOut(it, event.person()));
        }
    }
}
