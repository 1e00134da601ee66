package de.ratssaal.chamber;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.DemoClock;
import de.ratssaal.base.DemoContent;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.DemoCity;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.DemoPapers;
import de.ratssaal.paper.PaperQuery;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ProposalForVote;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does in the demo city what secretariat and chair do: plan, invite, hold meetings. */
@Component
@Profile("demo")
class DemoMeetings {

    private static final String JOB = "demo";
    private static final Duration FOREVER = Duration.ofDays(3_650);

    private final MeetingPlanning planning;
    private final Invitations invitations;
    private final MeetingConduct conduct;
    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final PollConduct polls;
    private final ResolutionBook resolutions;
    private final PaperShelf papers;
    private final PaperRouting routing;
    private final ProposalChanging changing;
    private final Councils councils;
    private final Access access;
    private final TransactionTemplate transaction;
    private final DemoClock clock;

    DemoMeetings(
            MeetingPlanning planning,
            Invitations invitations,
            MeetingConduct conduct,
            Meetings meetings,
            AttendanceRegister attendance,
            PollConduct polls,
            ResolutionBook resolutions,
            PaperShelf papers,
            PaperRouting routing,
            ProposalChanging changing,
            Councils councils,
            Access access,
            TransactionTemplate transaction,
            DemoClock clock) {
        this.planning = planning;
        this.invitations = invitations;
        this.conduct = conduct;
        this.meetings = meetings;
        this.attendance = attendance;
        this.polls = polls;
        this.resolutions = resolutions;
        this.papers = papers;
        this.routing = routing;
        this.changing = changing;
        this.councils = councils;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One act of the demo city's story, if the organization has no meeting of that title yet. */
    void once(OrganizationId organization, String title, Runnable act) {
        access.asSystem(JOB, () -> {
            var now = clock.instant();
            if (meetings.calendar(List.of(organization), now.minus(FOREVER), now.plus(FOREVER)).stream()
                    .noneMatch(it -> it.title().equals(title))) {
                act.run();
            }
        });
    }

    /** Several steps in one transaction. Votes are not among them: each is stored on its own, as in the chamber. */
    <T> T together(Supplier<T> steps) {
        return Objects.requireNonNull(transaction.execute(status -> steps.get()));
    }

    /** A day of the week around so many days from the present on, at an hour of the city. */
    Instant day(int days, DayOfWeek weekday, int hour) {
        var zone = councils.body(DemoCity.BODY).zone();
        return clock.present()
                .atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .with(TemporalAdjusters.nextOrSame(weekday))
                .atTime(LocalTime.of(hour, 0))
                .atZone(zone)
                .toInstant();
    }

    MeetingId plan(OrganizationId organization, String title, Instant start, String place) {
        return planning.plan(
                organization,
                new MeetingPlan(title, MeetingMode.IN_PERSON, start, start.plus(Duration.ofHours(3)), place, ""));
    }

    /** A meeting in which members may take part by video. */
    MeetingId planHybrid(OrganizationId organization, String title, Instant start, String place, String publicAccess) {
        return planning.plan(
                organization,
                new MeetingPlan(
                        title, MeetingMode.HYBRID, start, start.plus(Duration.ofHours(3)), place, publicAccess));
    }

    AgendaItemId item(MeetingId meeting, String title) {
        return planning.addItem(meeting, null, true, title);
    }

    AgendaItemId below(MeetingId meeting, AgendaItemId parent, String title) {
        return planning.addItem(meeting, parent, true, title);
    }

    /** An item with a paper, under the paper's title. */
    AgendaItemId paper(MeetingId meeting, @Nullable AgendaItemId parent, String title, ConsultationRole role) {
        var paper = papers.list(PaperQuery.of(title, 20)).stream()
                .filter(it -> it.title().equals(title) && it.body().equals(DemoCity.BODY))
                .findFirst()
                .orElseThrow();
        var item = planning.addItem(meeting, parent, paper.isPublic(), title);
        routing.putOnAgenda(paper.id(), item, role);
        return item;
    }

    void convene(MeetingId meeting) {
        invitations.send(meeting, false);
    }

    /** As if every member had been given the invitation by hand. */
    void handOver(MeetingId meeting) {
        invitations.of(meeting).forEach(it -> invitations.handedOver(meeting, it.person()));
    }

    /** Opens the meeting a little after its start with so many members from all over the hall. */
    List<MemberSummary> open(MeetingId meeting, int present) {
        return together(() -> opened(meeting, present));
    }

    private List<MemberSummary> opened(MeetingId meeting, int present) {
        var summary = meetings.meeting(meeting);
        clock.putForwardTo(summary.startsAt().plus(Duration.ofMinutes(3)));
        conduct.open(meeting, summary.revision());
        var members = councils.members(summary.organization(), summary.day()).stream()
                .filter(it -> it.votes() && it.standsInFor() == null)
                .sorted(Comparator.comparingInt(it -> it.seat() * 20 % 51))
                .limit(present)
                .toList();
        members.forEach(it -> attendance.arrive(meeting, it.person(), Place.ROOM));
        return members;
    }

    void call(MeetingId meeting, AgendaItemId item) {
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(11)));
        conduct.callItem(meeting, item, meetings.meeting(meeting).revision());
    }

    /** What the chair lets change in the paper's last point before the vote. */
    void changeLastPoint(AgendaItemId item, String wording) {
        var proposal = papers.proposalFor(item).orElseThrow().proposal();
        var points = new ArrayList<>(proposal.points());
        points.set(points.size() - 1, ResolutionPoint.read(wording));
        changing.change(item, proposal, new ResolutionProposal(proposal.intro(), points));
    }

    /** An open vote in which everybody present is entered by name. */
    void voteByName(MeetingId meeting, AgendaItemId item, List<MemberSummary> present, int yes, int no) {
        var poll = polls.putToVote(meeting, item, question(item), null);
        for (var place = 0; place < present.size(); place++) {
            var choice = place < yes ? Choice.YES : place < yes + no ? Choice.NO : Choice.ABSTENTION;
            polls.enterVote(poll, present.get(place).person(), choice, UUID.randomUUID());
        }
        polls.close(poll);
    }

    /** An open vote by show of hands. */
    void voteByHands(MeetingId meeting, AgendaItemId item, Tally tally) {
        var poll = polls.putToVote(meeting, item, question(item), null);
        polls.enterCount(poll, tally);
        polls.close(poll);
    }

    private PollQuestion question(AgendaItemId item) {
        return papers.proposalFor(item).map(DemoMeetings::question).orElseThrow();
    }

    private static PollQuestion question(ProposalForVote proposal) {
        return new PollQuestion(
                proposal.question(), proposal.wording(), proposal.proposalJson(), proposal.withChanges());
    }

    void note(MeetingId meeting, AgendaItemId item) {
        resolutions.record(meeting, item, Outcome.NOTED);
    }

    void close(MeetingId meeting) {
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(9)));
        conduct.close(meeting, meetings.meeting(meeting).revision());
    }

    void letTimeCome(Instant moment) {
        clock.putForwardTo(moment);
    }

    /** Meetings that were held. */
    @Component
    @Profile("demo")
    static class Held implements DemoContent {

        private static final String COUNCIL = "21. Sitzung des Stadtrats";
        private static final String BUILDING = "16. Sitzung des Bauausschusses";

        private final DemoMeetings demo;

        Held(DemoMeetings demo) {
            this.demo = demo;
        }

        @Override
        public int order() {
            return 400;
        }

        @Override
        public void load() {
            demo.once(DemoCity.COUNCIL, COUNCIL, this::council);
            demo.once(DemoCity.BUILDING_COMMITTEE, BUILDING, this::building);
        }

        private void council() {
            var start = demo.day(-42, DayOfWeek.WEDNESDAY, 17);
            demo.letTimeCome(start.minus(Duration.ofDays(10)));
            var agenda = demo.together(() -> {
                var meeting = demo.plan(DemoCity.COUNCIL, COUNCIL, start, "Rathaus, Großer Saal, Marktplatz 1");
                var items = List.of(
                        demo.item(meeting, "Eröffnung und Feststellung der Beschlussfähigkeit"),
                        demo.paper(meeting, null, DemoPapers.SCHOOL, ConsultationRole.DECISION),
                        demo.paper(meeting, null, DemoPapers.HEAT_PLAN, ConsultationRole.DECISION),
                        demo.item(meeting, "Fragen der Einwohnerinnen und Einwohner"));
                demo.convene(meeting);
                demo.handOver(meeting);
                return new Prepared(meeting, items);
            });
            var meeting = agenda.meeting();
            var present = demo.open(meeting, 38);
            demo.call(meeting, agenda.item(0));
            demo.call(meeting, agenda.item(1));
            demo.voteByHands(meeting, agenda.item(1), new Tally(36, 0, 2));
            demo.call(meeting, agenda.item(2));
            demo.changeLastPoint(
                    agenda.item(2),
                    "Der Oberbürgermeister wird beauftragt, die vorhandenen Angebote für heiße Tage bis zum 31.05.2027 in einem Heft für alle Haushalte zusammenzustellen.");
            demo.voteByName(meeting, agenda.item(2), present, 33, 0);
            demo.call(meeting, agenda.item(3));
            demo.note(meeting, agenda.item(3));
            demo.close(meeting);
        }

        private void building() {
            var start = demo.day(-24, DayOfWeek.TUESDAY, 18);
            demo.letTimeCome(start.minus(Duration.ofDays(8)));
            var agenda = demo.together(() -> {
                var meeting = demo.plan(
                        DemoCity.BUILDING_COMMITTEE, BUILDING, start, "Rathaus, Beratungsraum 2, Marktplatz 1");
                var items = List.of(
                        demo.paper(meeting, null, DemoPapers.SPEED_LIMIT, ConsultationRole.ADVICE),
                        demo.paper(meeting, null, DemoPapers.HALL, ConsultationRole.DECISION));
                demo.convene(meeting);
                demo.handOver(meeting);
                return new Prepared(meeting, items);
            });
            var meeting = agenda.meeting();
            demo.open(meeting, 11);
            demo.call(meeting, agenda.item(0));
            demo.voteByHands(meeting, agenda.item(0), new Tally(8, 2, 1));
            demo.call(meeting, agenda.item(1));
            demo.voteByHands(meeting, agenda.item(1), new Tally(11, 0, 0));
            demo.close(meeting);
        }

        private record Prepared(MeetingId meeting, List<AgendaItemId> items) {

            AgendaItemId item(int place) {
                return items.get(place);
            }
        }
    }

    /** Meetings to come. */
    @Component
    @Profile("demo")
    static class ToCome implements DemoContent {

        private static final String COUNCIL = "22. Sitzung des Stadtrats";
        private static final String NEXT_COUNCIL = "23. Sitzung des Stadtrats";
        private static final String CULTURE = "9. Sitzung des Kulturausschusses";

        private final DemoMeetings demo;

        ToCome(DemoMeetings demo) {
            this.demo = demo;
        }

        @Override
        public int order() {
            return 450;
        }

        @Override
        public void load() {
            demo.once(DemoCity.COUNCIL, COUNCIL, () -> demo.together(this::council));
            demo.once(DemoCity.CULTURE_COMMITTEE, CULTURE, () -> demo.together(this::culture));
            demo.once(DemoCity.COUNCIL, NEXT_COUNCIL, () -> demo.together(this::planned));
        }

        private MeetingId council() {
            demo.letTimeCome(demo.day(0, DayOfWeek.MONDAY, 9).minus(Duration.ofDays(9)));
            var meeting = demo.plan(
                    DemoCity.COUNCIL,
                    COUNCIL,
                    demo.day(8, DayOfWeek.WEDNESDAY, 17),
                    "Rathaus, Großer Saal, Marktplatz 1");
            demo.item(meeting, "Eröffnung und Feststellung der Beschlussfähigkeit");
            demo.item(meeting, "Genehmigung der Niederschrift der 21. Sitzung");
            var planning = demo.item(meeting, "Planen und Bauen");
            demo.paper(meeting, planning, DemoPapers.UPPER_MEADOW, ConsultationRole.DECISION);
            demo.paper(meeting, planning, DemoPapers.SPEED_LIMIT, ConsultationRole.DECISION);
            demo.paper(meeting, null, DemoPapers.BUDGET, ConsultationRole.DECISION);
            var reports = demo.item(meeting, "Anfragen und Informationen");
            demo.paper(meeting, reports, DemoPapers.PLAYGROUNDS, ConsultationRole.HEARING);
            demo.paper(meeting, reports, DemoPapers.GLASS_FIBRE, ConsultationRole.HEARING);
            demo.below(meeting, reports, "Fragen der Einwohnerinnen und Einwohner");
            demo.paper(meeting, null, DemoPapers.LAND_SALE, ConsultationRole.DECISION);
            demo.convene(meeting);
            return meeting;
        }

        private MeetingId culture() {
            var meeting = demo.planHybrid(
                    DemoCity.CULTURE_COMMITTEE,
                    CULTURE,
                    demo.day(12, DayOfWeek.THURSDAY, 18),
                    "Stadtbibliothek, Lesesaal, Uferstraße 12",
                    "Lesesaal der Stadtbibliothek, Bild und Ton auf der Leinwand");
            demo.paper(meeting, null, DemoPapers.CULTURE, ConsultationRole.ADVICE);
            demo.item(meeting, "Vorschau auf das Lichterfest");
            demo.convene(meeting);
            return meeting;
        }

        private MeetingId planned() {
            var meeting = demo.plan(
                    DemoCity.COUNCIL,
                    NEXT_COUNCIL,
                    demo.day(42, DayOfWeek.WEDNESDAY, 17),
                    "Rathaus, Großer Saal, Marktplatz 1");
            demo.item(meeting, "Eröffnung und Feststellung der Beschlussfähigkeit");
            return meeting;
        }
    }
}
