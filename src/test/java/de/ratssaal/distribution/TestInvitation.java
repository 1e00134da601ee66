package de.ratssaal.distribution;

import de.ratssaal.Acting;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** A meeting of a new council, in twenty days, with a public and a non-public item. */
public final class TestInvitation {

    public static final String SECRET = "Verkauf an Familie Geheim";

    private final ApplicationContext context;
    public final TestCouncil council;
    public final MeetingId meeting;

    private TestInvitation(TestCouncil council, ApplicationContext context) {
        this.context = context;
        this.council = council;
        this.meeting = system(() -> {
            var id = planning().plan(council.council(), plan("Rathaus, Großer Saal"));
            planning().addItem(id, null, true, "Eröffnung");
            planning().addItem(id, null, false, SECRET);
            return id;
        });
    }

    public static TestInvitation of(int members, ApplicationContext context) {
        return new TestInvitation(TestCouncil.of(members, context), context);
    }

    public MeetingPlan plan(String place) {
        return plan(place, 20, 17);
    }

    public MeetingPlan plan(String place, int days, int hour) {
        var start = ZonedDateTime.of(
                LocalDate.ofInstant(context.getBean(Clock.class).instant(), TestCouncil.ZONE)
                        .plusDays(days),
                LocalTime.of(hour, 0),
                TestCouncil.ZONE);
        return new MeetingPlan(
                "12. Sitzung",
                MeetingMode.IN_PERSON,
                start.toInstant(),
                start.plusHours(3).toInstant(),
                place,
                "");
    }

    public TestInvitation convene() {
        system(() -> {
            context.getBean(Invitations.class).send(meeting, false);
            return true;
        });
        return this;
    }

    public Invitation invitation(PersonId person) {
        return system(() -> context.getBean(Invitations.class).of(meeting)).stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    public PersonId substituteFor(PersonId member) {
        return system(() -> TestCouncil.substitute(council.council(), member, context));
    }

    public MeetingPlanning planning() {
        return context.getBean(MeetingPlanning.class);
    }

    public PersonId chair() {
        return council.chair();
    }

    public PersonId member(int number) {
        return council.members().get(number);
    }

    public <T> T system(Supplier<T> act) {
        return context.getBean(Access.class).asSystem("test", act);
    }

    public void system(Runnable act) {
        context.getBean(Access.class).asSystem("test", act);
    }

    public <T> T as(PersonId person, Callable<T> act) {
        return Acting.as(person, act);
    }
}
