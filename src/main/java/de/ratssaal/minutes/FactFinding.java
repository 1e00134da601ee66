package de.ratssaal.minutes;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Delegation;
import de.ratssaal.attendance.Excuse;
import de.ratssaal.attendance.Presence;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.attendance.SeatVotes;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.rules.Majority;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotion;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Vote;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds out what happened in a meeting, from the modules in which it happened.
 *
 * <p>For the public version it asks only for what is public: what is not public is never loaded and then left out.
 */
@Component
class FactFinding {

    /** Name under which this module acts. */
    static final String JOB = "minutes";

    private final Meetings meetings;
    private final Invitations invitations;
    private final AttendanceRegister attendance;
    private final Polls polls;
    private final ResolutionBook resolutions;
    private final ProceduralMotions motions;
    private final PaperShelf papers;
    private final Councils councils;
    private final MinutesStore store;
    private final ObjectProvider<ItemCourse> courses;
    private final ProposedTexts proposed;
    private final Access access;

    FactFinding(
            Meetings meetings,
            Invitations invitations,
            AttendanceRegister attendance,
            Polls polls,
            ResolutionBook resolutions,
            ProceduralMotions motions,
            PaperShelf papers,
            Councils councils,
            MinutesStore store,
            ObjectProvider<ItemCourse> courses,
            ProposedTexts proposed,
            Access access) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.attendance = attendance;
        this.polls = polls;
        this.resolutions = resolutions;
        this.motions = motions;
        this.papers = papers;
        this.councils = councils;
        this.store = store;
        this.courses = courses;
        this.proposed = proposed;
        this.access = access;
    }

    /** Everything, as it is now. What minutes say does not depend on who looks: whoever calls this has asked who may. */
    MinutesSheet whole(MinutesSummary minutes) {
        return access.asSystem(JOB, () -> {
            var meeting = meetings.meeting(minutes.meeting());
            return sheet(minutes, meeting, new Whole(meeting));
        });
    }

    /** What the public may know, as it is now. */
    MinutesSheet publicPart(MinutesSummary minutes) {
        return access.asSystem(JOB, () -> {
            var view = meetings.publicView(minutes.meeting()).orElseThrow();
            return sheet(minutes, view.meeting(), new PublicOnly(view));
        });
    }

    /** From where the facts come that differ between the versions. */
    private sealed interface Source {

        List<AgendaItemSummary> agenda();

        List<Resolution> resolutions();

        List<Polls.PublicPoll> counted();

        List<PollSummary> cancelled();

        List<Excuse> excuses();

        List<String> papers(AgendaItemId item);

        int exclusions();

        boolean isPublic();
    }

    private final class Whole implements Source {

        private final MeetingSummary meeting;

        Whole(MeetingSummary meeting) {
            this.meeting = meeting;
        }

        @Override
        public List<AgendaItemSummary> agenda() {
            return meetings.agenda(meeting.id());
        }

        @Override
        public List<Resolution> resolutions() {
            return resolutions.of(meeting.id());
        }

        @Override
        public List<Polls.PublicPoll> counted() {
            return polls.of(meeting.id()).stream()
                    .filter(it -> it.state() == PollState.CLOSED)
                    .map(it -> new Polls.PublicPoll(it, polls.votes(it.id())))
                    .toList();
        }

        @Override
        public List<PollSummary> cancelled() {
            return polls.of(meeting.id()).stream()
                    .filter(it ->
                            it.state() == PollState.CANCELLED && it.openedAt() != null || it.annulledFor() != null)
                    .toList();
        }

        @Override
        public List<Excuse> excuses() {
            return attendance.excuses(meeting.id());
        }

        @Override
        public List<String> papers(AgendaItemId item) {
            return papers.papersOf(item).stream()
                    .map(it -> it.number().toString())
                    .toList();
        }

        @Override
        public int exclusions() {
            return (int)
                    agenda().stream().filter(it -> it.excludedBecause() != null).count();
        }

        @Override
        public boolean isPublic() {
            return false;
        }
    }

    private final class PublicOnly implements Source {

        private final Meetings.PublicMeeting view;

        PublicOnly(Meetings.PublicMeeting view) {
            this.view = view;
        }

        @Override
        public List<AgendaItemSummary> agenda() {
            return view.items();
        }

        @Override
        public List<Resolution> resolutions() {
            return resolutions.publicOf(view.meeting().id());
        }

        @Override
        public List<Polls.PublicPoll> counted() {
            return polls.publicOf(view.meeting().id());
        }

        @Override
        public List<PollSummary> cancelled() {
            return List.of();
        }

        /** That somebody was excused is public, why is not: the reason may be an illness. */
        @Override
        public List<Excuse> excuses() {
            return attendance.excuses(view.meeting().id()).stream()
                    .map(it -> new Excuse(it.person(), ""))
                    .toList();
        }

        @Override
        public List<String> papers(AgendaItemId item) {
            return papers.publicPapersOf(item).stream()
                    .map(it -> it.number().toString())
                    .toList();
        }

        /** That the public was excluded is public, neither why nor from what: both would tell of what is secret. */
        @Override
        public int exclusions() {
            return view.exclusions();
        }

        @Override
        public boolean isPublic() {
            return true;
        }
    }

    private MinutesSheet sheet(MinutesSummary minutes, MeetingSummary meeting, Source source) {
        var organization = councils.organization(meeting.organization());
        var body = councils.body(organization.body());
        var rules = councils.rules(meeting.organization(), meeting.day());
        var members = councils.members(meeting.organization(), meeting.day());
        var begin = Optional.ofNullable(meeting.openedAt()).orElse(meeting.startsAt());
        var presences = new Presences(attendance.intervals(meeting.id()), begin, meeting.closedAt());
        var agenda = source.agenda();
        var texts = proposed.with(meeting.id(), store.texts(minutes.id()));
        var course = store.course(meeting.id());
        return new MinutesSheet(
                minutes.id(),
                meeting.id(),
                source.isPublic(),
                body.name(),
                organization.name(),
                meeting.title(),
                meeting.mode(),
                meeting.zone(),
                meeting.place(),
                meeting.publicAccess(),
                begin,
                meeting.closedAt(),
                course.breaks(meeting.closedAt()),
                chairs(course, meeting, begin),
                textOf(texts, TextBlock.RECORDER),
                new MinutesSheet.Summons(
                        meeting.convenedAt(),
                        meeting.urgent(),
                        invitations.allDulyInvited(
                                meeting.id(),
                                attendance.intervals(meeting.id()).stream()
                                        .map(Presence::person)
                                        .toList()),
                        calledAgain(agenda)),
                quorum(meeting, organization.legalStrength(), rules, presences, members, agenda, begin),
                present(members, presences, rules.weight().weighted()),
                rules.minutes().namesOfAbsent() ? absent(members, presences, source) : List.of(),
                leftVotes(meeting, members, agenda, begin),
                source.exclusions(),
                withCourse(textOf(texts, TextBlock.INTRO), meeting, source),
                items(meeting, agenda, members, texts, rules.majority().usual(), source),
                textOf(texts, TextBlock.CLOSING),
                rules.minutes().approvedAtNextMeeting(),
                rules.minutes().source());
    }

    /** Numbers of the items to which the organization was invited for the second time (R5). */
    private static @Nullable String calledAgain(List<AgendaItemSummary> agenda) {
        var numbers = agenda.stream()
                .filter(AgendaItemSummary::calledAgain)
                .map(AgendaItemSummary::number)
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? null : numbers;
    }

    private static String textOf(Map<TextBlock, WrittenText> texts, TextBlock block) {
        return texts.getOrDefault(block, WrittenText.NONE).text();
    }

    private List<MinutesSheet.Chairing> chairs(Course course, MeetingSummary meeting, Instant begin) {
        var chairs = course.chairs().stream()
                .map(it -> new MinutesSheet.Chairing(councils.nameOf(it.person()), it.from()))
                .toList();
        return chairs.isEmpty()
                ? Optional.ofNullable(meeting.conductedBy())
                        .map(it -> new MinutesSheet.Chairing(councils.nameOf(it), begin))
                        .stream()
                        .toList()
                : chairs;
    }

    private MinutesSheet.QuorumFinding quorum(
            MeetingSummary meeting,
            int legalStrength,
            RulesOfProcedure rules,
            Presences presences,
            List<MemberSummary> members,
            List<AgendaItemSummary> agenda,
            Instant begin) {
        var first = agenda.stream()
                .filter(it -> it.calledAt() != null)
                .min(Comparator.comparing(it -> Objects.requireNonNull(it.calledAt())))
                .or(() -> agenda.stream().findFirst());
        var at = first.map(AgendaItemSummary::calledAt).orElse(begin);
        var holders = rules.delegation().countsAsPresent()
                ? holders(meeting, first.map(AgendaItemSummary::id), at)
                : Map.<PersonId, PersonId>of();
        var present = Math.min(
                presences.countVoting(members, at) + presences.countCarried(members, holders, at), legalStrength);
        // on an item to which members were not invited again the usual quorum is needed (R5)
        var again = first.map(AgendaItemSummary::calledAgain).orElse(false);
        var seats = new SeatVotes(members, Set.of());
        var all = Math.max(legalStrength - seats.count(), 0) + seats.weight();
        var quorum = new Quorum(
                rules.quorum(),
                legalStrength,
                present,
                0,
                true,
                meeting.secondNotice() && again,
                rules.weight().countsVotesForQuorum()
                        ? new Quorum.InVotes(all, Math.min(presences.weight(members, holders, at), all), 0)
                        : null);
        return new MinutesSheet.QuorumFinding(
                quorum.counted(),
                quorum.needed(),
                quorum.isOfVotes() ? all : legalStrength,
                rules.quorum().source(),
                quorum.isOfVotes());
    }

    /** Who carried whose vote at a moment. */
    private Map<PersonId, PersonId> holders(MeetingSummary meeting, Optional<AgendaItemId> item, Instant at) {
        return attendance.delegations(meeting.id()).stream()
                .filter(it -> it.isInForceAt(at) && it.holdsFor(item.orElse(null)))
                .collect(Collectors.toMap(Delegation::member, Delegation::holder));
    }

    /** Votes that were left to others while the meeting ran, without those on items that are not in the minutes. */
    private List<MinutesSheet.LeftVote> leftVotes(
            MeetingSummary meeting, List<MemberSummary> members, List<AgendaItemSummary> agenda, Instant begin) {
        var known = members.stream()
                .collect(Collectors.toMap(MemberSummary::person, Function.identity(), (one, other) -> one));
        var numbers = agenda.stream().collect(Collectors.toMap(AgendaItemSummary::id, AgendaItemSummary::number));
        var end = meeting.closedAt();
        return attendance.delegations(meeting.id()).stream()
                .filter(it -> it.item() == null || numbers.containsKey(it.item()))
                .filter(it -> it.endedAt() == null || it.endedAt().isAfter(begin))
                .map(it -> new MinutesSheet.LeftVote(
                        name(it.member(), known),
                        name(it.holder(), known),
                        it.item() == null ? null : numbers.get(it.item()),
                        it.givenAt().isAfter(begin) ? it.givenAt() : null,
                        it.endedAt() == null || end != null && !it.endedAt().isBefore(end) ? null : it.endedAt()))
                .toList();
    }

    private static List<MinutesSheet.Attendee> present(
            List<MemberSummary> members, Presences presences, boolean weighted) {
        var names = members.stream()
                .collect(Collectors.toMap(MemberSummary::person, MemberSummary::name, (one, other) -> one));
        return members.stream()
                .map(it -> attendee(it, presences, names, weighted && it.votes() ? it.weight() : 1))
                .filter(it -> !it.spans().isEmpty())
                .toList();
    }

    /** A substitute stands in only while the member is absent. */
    private static MinutesSheet.Attendee attendee(
            MemberSummary member, Presences presences, Map<PersonId, String> names, int weight) {
        var spans = presences.of(member.person());
        var standsInFor = member.standsInFor();
        var stoodIn =
                standsInFor == null ? List.<MinutesSheet.Span>of() : presences.without(member.person(), standsInFor);
        return new MinutesSheet.Attendee(
                member.name(),
                member.role(),
                member.votes(),
                member.groupShortName(),
                standsInFor == null || stoodIn.isEmpty() ? null : names.get(standsInFor),
                stoodIn.equals(spans) ? null : stoodIn,
                spans,
                weight);
    }

    private static List<MinutesSheet.Absentee> absent(List<MemberSummary> members, Presences presences, Source source) {
        var reasons = source.excuses().stream()
                .collect(Collectors.toMap(Excuse::person, Excuse::reason, (one, other) -> one));
        return members.stream()
                .filter(it -> it.role() != MembershipRole.SUBSTITUTE && it.role() != MembershipRole.GUEST)
                .filter(it -> presences.of(it.person()).isEmpty())
                .map(it -> {
                    var reason = reasons.get(it.person());
                    return new MinutesSheet.Absentee(
                            it.name(),
                            it.role(),
                            it.groupShortName(),
                            reason != null,
                            reason == null || reason.isEmpty() ? null : reason);
                })
                .toList();
    }

    private List<MinutesSheet.Item> items(
            MeetingSummary meeting,
            List<AgendaItemSummary> agenda,
            List<MemberSummary> members,
            Map<TextBlock, WrittenText> texts,
            Majority usual,
            Source source) {
        var known = members.stream()
                .collect(Collectors.toMap(MemberSummary::person, Function.identity(), (one, other) -> one));
        var decisions = source.resolutions().stream().collect(Collectors.groupingBy(Resolution::item));
        var counted = source.counted().stream()
                .collect(Collectors.toMap(it -> it.poll().id(), Function.identity()));
        var cancelled = source.cancelled().stream().collect(Collectors.groupingBy(PollSummary::item));
        var motions = this.motions.of(meeting.id()).stream()
                .filter(it -> it.decidedAt() != null && (it.isPublic() || !source.isPublic()))
                .sorted(Comparator.comparing(
                        ProceduralMotion::decidedAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(ProceduralMotion::item));
        var recusals = attendance.recusals(meeting.id()).stream().collect(Collectors.groupingBy(it -> it.item()));
        var publicOnly = source instanceof PublicOnly;
        var told = courses.stream().map(it -> it.of(meeting.id(), publicOnly)).toList();
        return agenda.stream()
                .map(item -> new MinutesSheet.Item(
                        item.id(),
                        item.number(),
                        item.depth(),
                        item.title(),
                        item.isPublic(),
                        item.state(),
                        item.calledAt(),
                        item.excludedBecause(),
                        source.papers(item.id()),
                        names(
                                recusals.getOrDefault(item.id(), List.of()).stream()
                                        .map(it -> it.person())
                                        .toList(),
                                known),
                        decisions.getOrDefault(item.id(), List.of()).stream()
                                .map(it -> decided(
                                        it,
                                        Optional.ofNullable(it.poll())
                                                .flatMap(poll -> Optional.ofNullable(counted.get(poll))),
                                        usual,
                                        known))
                                .toList(),
                        motions.getOrDefault(item.id(), List.of()).stream()
                                .map(this::moved)
                                .toList(),
                        cancelled.getOrDefault(item.id(), List.of()).stream()
                                .map(FactFinding::abandoned)
                                .toList(),
                        withCourse(textOf(texts, TextBlock.of(item.id())), item.id(), told)))
                .toList();
    }

    /** The same for what happened while no item was before the meeting. */
    private String withCourse(String text, MeetingSummary meeting, Source source) {
        var paragraphs = new ArrayList<>(List.of(text.strip()));
        courses.forEach(it -> paragraphs.addAll(it.withoutItem(meeting.id(), source.isPublic())));
        return String.join("\n\n", paragraphs).strip();
    }

    /** What the secretariat wrote, and below it what other modules know of the item. */
    private static String withCourse(String text, AgendaItemId item, List<Map<AgendaItemId, List<String>>> told) {
        var paragraphs = new ArrayList<>(List.of(text.strip()));
        told.forEach(it -> paragraphs.addAll(it.getOrDefault(item, List.of())));
        return String.join("\n\n", paragraphs).strip();
    }

    private static MinutesSheet.Abandoned abandoned(PollSummary poll) {
        var annulledFor = poll.annulledFor();
        var tally = poll.tally();
        return new MinutesSheet.Abandoned(
                poll.question().question(),
                annulledFor != null
                        ? annulledFor
                        : Optional.ofNullable(poll.cancelledFor()).orElse(""),
                Optional.ofNullable(poll.closedAt()).orElseThrow(),
                annulledFor == null
                        ? null
                        : new MinutesSheet.Count(tally.yes(), tally.no(), tally.abstentions(), poll.recused()));
    }

    private MinutesSheet.Moved moved(ProceduralMotion motion) {
        return new MinutesSheet.Moved(
                motion.kind(),
                motion.words(),
                councils.nameOf(motion.movedBy()),
                motion.state(),
                motion.votes(),
                motion.asking(),
                Optional.ofNullable(motion.decidedAt()).orElseThrow());
    }

    private MinutesSheet.Decided decided(
            Resolution resolution,
            Optional<Polls.PublicPoll> counted,
            Majority usual,
            Map<PersonId, MemberSummary> known) {
        return new MinutesSheet.Decided(
                resolution.question(),
                resolution.wording(),
                resolution.outcome(),
                resolution.decidedAt(),
                counted.map(it -> it.poll().majority())
                        .filter(it -> it != usual)
                        .orElse(null),
                counted.map(it -> new MinutesSheet.Count(
                                it.poll().tally().yes(),
                                it.poll().tally().no(),
                                it.poll().tally().abstentions(),
                                it.poll().recused()))
                        .orElse(null),
                counted.map(it -> named(it.votes(), known)).orElse(List.of()),
                counted.filter(it -> it.poll().mode() == BallotMode.OPEN)
                        .map(it -> it.poll().counted().total())
                        .orElse(0),
                counted.map(it -> it.poll().mode()).orElse(null),
                counted.map(it -> it.poll().invalid()).orElse(0));
    }

    private List<MinutesSheet.NamedVote> named(List<Vote> votes, Map<PersonId, MemberSummary> known) {
        return votes.stream()
                .sorted(Comparator.comparing(it -> sortName(it.person(), known), byLetter()))
                .map(it -> new MinutesSheet.NamedVote(
                        name(it.person(), known),
                        Optional.ofNullable(known.get(it.person()))
                                .map(MemberSummary::groupShortName)
                                .orElse(null),
                        it.choice(),
                        it.enteredFor(),
                        it.corrected(),
                        it.weight(),
                        it.castBy() == null ? null : name(it.castBy(), known)))
                .toList();
    }

    private List<String> names(Collection<PersonId> persons, Map<PersonId, MemberSummary> known) {
        return persons.stream()
                .sorted(Comparator.comparing(it -> sortName(it, known), byLetter()))
                .map(it -> name(it, known))
                .toList();
    }

    private String name(PersonId person, Map<PersonId, MemberSummary> known) {
        var member = known.get(person);
        return member == null ? councils.nameOf(person) : member.name();
    }

    private String sortName(PersonId person, Map<PersonId, MemberSummary> known) {
        var member = known.get(person);
        return member == null ? councils.nameOf(person) : member.sortName();
    }

    private static Comparator<Object> byLetter() {
        return Collator.getInstance(Locale.GERMAN);
    }
}
