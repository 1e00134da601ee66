package de.ratssaal.minutes;

import de.ratssaal.Acting;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.DemoClock;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.Accounts;
import de.ratssaal.identity.Grant;
import de.ratssaal.identity.NewAccount;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollVoting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A hybrid meeting of which minutes are made: a public item on which is voted, one from which nothing comes, and a
 * non-public one whose words must stay inside.
 *
 * @param secretary account of Birgit Hollenbach, who records it
 */
public record RecordedMeeting(
        TestCouncil council,
        MeetingId id,
        AgendaItemId item,
        AgendaItemId second,
        AgendaItemId nonPublic,
        AccountId secretary,
        ApplicationContext context) {

    /** Words of the non-public part. They stand nowhere else. */
    public static final List<String> SECRETS =
            List.of("Grundstücksgeheimnis", "Kaufpreisgeheimnis", "Bietergeheimnis", "Zwischenfrage", "Migräneanfall");

    public static final String WORDING =
            "Der Rat beschließt:\n\n01\nEin Konzept.\n(1) mit Zielen\n(2) mit Kosten\n\n02\nEin Bericht.";

    /** Open, with some of the members in the room, the chair first, and nothing called yet. */
    public static RecordedMeeting open(int members, int present, ApplicationContext context) {
        var council = TestCouncil.of(members, context);
        var clock = context.getBean(Clock.class);
        var planning = context.getBean(MeetingPlanning.class);
        var invitations = context.getBean(Invitations.class);
        var start = clock.instant().plus(Duration.ofDays(7));
        var meeting = context.getBean(Access.class).asSystem("test", () -> {
            var id = planning.plan(
                    council.council(),
                    new MeetingPlan("12. Sitzung", MeetingMode.HYBRID, start, null, "Rathaus, Großer Saal", "Stream"));
            var item = planning.addItem(id, null, true, "Sichere Radwege");
            var second = planning.addItem(id, null, true, "Verschiedenes");
            var nonPublic = planning.addItem(id, null, false, SECRETS.getFirst());
            invitations.send(id, false);
            council.members().forEach(it -> invitations.handedOver(id, it));
            var secretary = context.getBean(Accounts.class)
                    .create(new NewAccount(
                            "s" + UUID.randomUUID(),
                            "Birgit Hollenbach",
                            "birgit@lindenau.example",
                            null,
                            List.of(new Grant(Role.SECRETARIAT, council.council(), Instant.EPOCH, null))));
            return new RecordedMeeting(council, id, item, second, nonPublic, secretary, context);
        });
        context.getBeanProvider(MovableClock.class).ifAvailable(it -> it.putForwardTo(start));
        context.getBeanProvider(DemoClock.class).ifAvailable(it -> it.putForwardTo(start));
        council.members().subList(0, present).forEach(it -> meeting.arrive(it, Place.ROOM));
        meeting.conduct(it -> it.open(meeting.id, meeting.revision()));
        return meeting;
    }

    /** What the chair does. */
    @FunctionalInterface
    public interface Step {

        void of(MeetingConduct conduct);
    }

    public PersonId chair() {
        return council.chair();
    }

    public PersonId member(int number) {
        return council.members().get(number);
    }

    public void conduct(Step step) {
        Acting.as(chair(), () -> step.of(context.getBean(MeetingConduct.class)));
    }

    public long revision() {
        return Acting.as(
                chair(), () -> context.getBean(Meetings.class).meeting(id).revision());
    }

    public void call(AgendaItemId which) {
        conduct(it -> it.callItem(id, which, revision()));
    }

    public void close() {
        conduct(it -> it.close(id, revision()));
    }

    public AttendanceRegister attendance() {
        return context.getBean(AttendanceRegister.class);
    }

    public void arrive(PersonId person, Place place) {
        Acting.as(person, () -> attendance().arrive(id, person, place));
    }

    /** The members from the first on vote: so many yes, no, abstention. */
    public void decide(AgendaItemId on, String question, String wording, int yes, int no, int abstentions) {
        call(on);
        var polls = context.getBean(PollConduct.class);
        var voting = context.getBean(PollVoting.class);
        var poll = Acting.as(chair(), () -> {
            var prepared = polls.prepare(id, on, new PollQuestion(question, wording, null, true), null);
            polls.open(prepared);
            return prepared;
        });
        IntStream.range(0, yes + no + abstentions)
                .forEach(it -> Acting.as(
                        member(it),
                        () -> voting.cast(
                                poll,
                                it < yes ? Choice.YES : it < yes + no ? Choice.NO : Choice.ABSTENTION,
                                UUID.randomUUID())));
        Acting.as(chair(), () -> polls.close(poll));
    }

    /** As Birgit Hollenbach of the secretariat. */
    public <T> T asSecretary(Callable<T> act) {
        var before = SecurityContextHolder.getContext();
        try {
            var signedIn = SecurityContextHolder.createEmptyContext();
            AccountPrincipal principal = () -> new SignedIn(secretary, null, "Birgit Hollenbach");
            signedIn.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(principal, "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(signedIn);
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public MinutesSummary begin() {
        return asSecretary(() -> context.getBean(MinutesDrafting.class).begin(id));
    }

    public SavedText write(TextBlock block, String text) {
        return asSecretary(() -> {
            var seen = context.getBean(MinutesBook.class)
                    .texts(id)
                    .getOrDefault(block, WrittenText.NONE)
                    .version();
            return context.getBean(MinutesDrafting.class).save(id, block, text, seen);
        });
    }

    public MinutesSummary release() {
        return asSecretary(() -> {
            var seen = context.getBean(MinutesBook.class).find(id).orElseThrow().version();
            return context.getBean(MinutesDrafting.class).release(id, seen);
        });
    }

    /** Decided in public and in private, excused for an illness, written on, closed, and released. */
    public static RecordedMeeting released(ApplicationContext context) {
        var meeting = open(5, 4, context);
        Acting.as(meeting.chair(), () -> meeting.attendance().excuse(meeting.id, meeting.member(4), SECRETS.get(4)));
        meeting.decide(meeting.item, "Radwege", WORDING, 3, 0, 1);
        meeting.decide(meeting.nonPublic, SECRETS.get(1), SECRETS.get(2), 4, 0, 0);
        meeting.close();
        meeting.begin();
        meeting.write(TextBlock.INTRO, "Die Vorsitzende begrüßt die Gäste.");
        meeting.write(TextBlock.of(meeting.item), "Die Fraktionen begründen ihre Anträge.");
        meeting.write(TextBlock.of(meeting.nonPublic), SECRETS.get(3));
        meeting.release();
        return meeting;
    }
}
