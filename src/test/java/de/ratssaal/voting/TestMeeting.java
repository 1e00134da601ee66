package de.ratssaal.voting;

import de.ratssaal.Acting;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.DemoClock;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** A meeting that is open, with a public and a non-public item, made through the use cases. */
public record TestMeeting(
        TestCouncil council, MeetingId id, AgendaItemId item, AgendaItemId nonPublic, ApplicationContext context) {

    /**
     * @param members legal strength of the council
     * @param present how many of them are in the room, the chair first
     */
    public static TestMeeting open(int members, int present, ApplicationContext context) {
        return open(members, present, RulesOfProcedure.THUERINGEN, context);
    }

    /** As {@link #open(int, int, ApplicationContext)}, by other rules. */
    public static TestMeeting open(int members, int present, RulesOfProcedure rules, ApplicationContext context) {
        return open(members, present, rules, context, it -> {});
    }

    /**
     * As {@link #open(int, int, ApplicationContext)}.
     *
     * @param convened what happens between the invitation and the meeting, a week before it; done as the application itself
     */
    public static TestMeeting open(
            int members,
            int present,
            RulesOfProcedure rules,
            ApplicationContext context,
            Consumer<TestMeeting> convened) {
        return open(members, present, rules, context, it -> {}, convened);
    }

    /**
     * As {@link #open(int, int, ApplicationContext)}.
     *
     * @param planned puts further items on the agenda, between the first and the non-public one; as the application itself
     */
    public static TestMeeting open(int members, int present, Consumer<MeetingId> planned, ApplicationContext context) {
        return open(members, present, RulesOfProcedure.THUERINGEN, context, planned, it -> {});
    }

    /** As {@link #open(int, int, RulesOfProcedure, ApplicationContext)}, each member with a number of votes. */
    public static TestMeeting weighted(
            int present, RulesOfProcedure rules, ApplicationContext context, int... weights) {
        return open(TestCouncil.weighted(rules, context, weights), present, context, it -> {}, it -> {});
    }

    private static TestMeeting open(
            int members,
            int present,
            RulesOfProcedure rules,
            ApplicationContext context,
            Consumer<MeetingId> planned,
            Consumer<TestMeeting> convened) {
        return open(TestCouncil.of(members, rules, context), present, context, planned, convened);
    }

    private static TestMeeting open(
            TestCouncil council,
            int present,
            ApplicationContext context,
            Consumer<MeetingId> planned,
            Consumer<TestMeeting> convened) {
        var clock = context.getBean(Clock.class);
        var planning = context.getBean(MeetingPlanning.class);
        var invitations = context.getBean(Invitations.class);
        var start = clock.instant().plus(Duration.ofDays(7));
        var meeting = context.getBean(Access.class).asSystem("test", () -> {
            var id = planning.plan(
                    council.council(), new MeetingPlan("Sitzung", MeetingMode.HYBRID, start, null, "Saal", "Stream"));
            var item = planning.addItem(id, null, true, "Digitalisierung");
            planned.accept(id);
            var nonPublic = planning.addItem(id, null, false, "Grundstück");
            invitations.send(id, false);
            council.members().forEach(it -> invitations.handedOver(id, it));
            return new TestMeeting(council, id, item, nonPublic, context);
        });
        context.getBean(Access.class).asSystem("test", () -> convened.accept(meeting));
        context.getBeanProvider(MovableClock.class).ifAvailable(it -> it.putForwardTo(start));
        context.getBeanProvider(DemoClock.class).ifAvailable(it -> it.putForwardTo(start));
        Acting.as(council.chair(), () -> meeting.conduct().open(meeting.id, meeting.revision()));
        council.members().subList(0, present).forEach(it -> meeting.arrive(it, Place.ROOM));
        meeting.call(meeting.item);
        return meeting;
    }

    public PersonId chair() {
        return council.chair();
    }

    public PersonId member(int number) {
        return council.members().get(number);
    }

    public MeetingConduct conduct() {
        return context.getBean(MeetingConduct.class);
    }

    public AttendanceRegister attendance() {
        return context.getBean(AttendanceRegister.class);
    }

    public long revision() {
        return Acting.as(
                chair(), () -> context.getBean(Meetings.class).meeting(id).revision());
    }

    public void call(AgendaItemId which) {
        Acting.as(chair(), () -> conduct().callItem(id, which, revision()));
    }

    /** The doors are closed, and everybody in the room is for excluding the public from the item before the meeting. */
    public void excludePublic(String reason) {
        var publicity = context.getBean(DecidingPublicity.class);
        Acting.as(chair(), () -> {
            publicity.closeDoors(id);
            publicity.exclude(id, new Tally(attendance().entitled(id, item).size(), 0, 0), reason);
        });
    }

    /** Somebody who stands in for a member while they are absent. */
    public PersonId appointSubstituteFor(PersonId member) {
        return context.getBean(Access.class)
                .asSystem("test", () -> TestCouncil.substitute(council.council(), member, context));
    }

    /** Somebody who belongs to the council as a guest. */
    public PersonId invitedGuest() {
        return context.getBean(Access.class).asSystem("test", () -> TestCouncil.guest(council.council(), context));
    }

    public void arrive(PersonId person, Place place) {
        Acting.as(person, () -> attendance().arrive(id, person, place));
    }

    /** As when somebody who was not called stands in for a member: the chair enters them. */
    public void isEntered(PersonId person, Place place) {
        Acting.as(chair(), () -> attendance().arrive(id, person, place));
    }

    public PollId openPoll(AgendaItemId on) {
        var polls = context.getBean(PollConduct.class);
        return Acting.as(chair(), () -> {
            var poll = polls.prepare(id, on, new PollQuestion("Annehmen?", "Wortlaut", null, true), null);
            polls.open(poll);
            return poll;
        });
    }
}
