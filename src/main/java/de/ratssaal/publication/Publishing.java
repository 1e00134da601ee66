package de.ratssaal.publication;

import de.ratssaal.amendment.AmendmentsOfPaper;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularPage;
import de.ratssaal.circular.CircularSummary;
import de.ratssaal.circular.Circulars;
import de.ratssaal.document.FileContent;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.FileText;
import de.ratssaal.document.FileTexts;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesWriting;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.packet.PacketLinks;
import de.ratssaal.packet.Packets;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.AnswerFiles;
import de.ratssaal.paper.ConsultationSummary;
import de.ratssaal.paper.KindNames;
import de.ratssaal.paper.PaperFiles;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperType;
import de.ratssaal.paper.PublicPaper;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the published copy in step with what is public now. Each act looks at the present state, publishes what is
 * public and withdraws what no longer is; done again, it changes nothing.
 */
@Service
@Transactional
public class Publishing {

    /** Name under which this module acts. */
    static final String JOB = "publication";

    /** So much of a page's text is searched, in characters. */
    private static final int MOST_TEXT = 200_000;

    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final PublicationStore store;
    private final PublicRegister register;
    private final Councils councils;
    private final Meetings meetings;
    private final ResolutionBook resolutions;
    private final Polls polls;
    private final PaperShelf papers;
    private final MinutesBook minutes;
    private final MinutesWriting minutesWriting;
    private final ReleasedResolutions releases;
    private final AmendmentsOfPaper amendments;
    private final KindNames kinds;
    private final Files files;
    private final FileTexts texts;
    private final Packets packets;
    private final Circulars circulars;
    private final ObjectProvider<PublicCourse> courses;
    private final Access access;
    private final Clock clock;

    Publishing(
            PublicationStore store,
            PublicRegister register,
            Councils councils,
            Meetings meetings,
            ResolutionBook resolutions,
            Polls polls,
            PaperShelf papers,
            MinutesBook minutes,
            MinutesWriting minutesWriting,
            ReleasedResolutions releases,
            AmendmentsOfPaper amendments,
            KindNames kinds,
            Files files,
            FileTexts texts,
            Packets packets,
            Circulars circulars,
            ObjectProvider<PublicCourse> courses,
            Access access,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.councils = councils;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.polls = polls;
        this.papers = papers;
        this.minutes = minutes;
        this.minutesWriting = minutesWriting;
        this.releases = releases;
        this.amendments = amendments;
        this.kinds = kinds;
        this.files = files;
        this.texts = texts;
        this.packets = packets;
        this.circulars = circulars;
        this.courses = courses;
        this.access = access;
        this.clock = clock;
    }

    /** Makes the whole copy anew. For administrators and the application. */
    public void rebuild() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        access.asSystem(JOB, this::makeAnew);
    }

    private void makeAnew() {
        store.lock();
        publishAllCouncils();
        var organizations = register.ids(PublicKind.ORGANIZATION).stream()
                .map(OrganizationId::new)
                .toList();
        var all = Stream.concat(
                        register.ids(PublicKind.MEETING).stream().map(MeetingId::new),
                        meetings.calendar(organizations, EVER, NEVER).stream().map(MeetingSummary::id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        all.forEach(this::publishInStep);
        Stream.concat(
                        register.ids(PublicKind.PAPER).stream().map(PaperId::new),
                        councils.bodies().stream().flatMap(it -> papers.publicPapers(it.id()).stream()))
                .distinct()
                .toList()
                .forEach(this::publishInStep);
        Stream.concat(register.ids(PublicKind.CIRCULAR).stream().map(CircularId::new), circulars.publicOnes().stream())
                .distinct()
                .toList()
                .forEach(this::publishInStep);
        store.setShape();
    }

    /** Bodies, organizations and members as they are today. */
    void publishCouncils() {
        store.lock();
        publishAllCouncils();
    }

    void publish(BodyId id) {
        store.lock();
        put(councils.body(id));
    }

    /** An organization, with its members of today if it meets in public. */
    void publish(OrganizationId id) {
        store.lock();
        publishInStep(id).forEach(this::publishInStep);
    }

    /** An organization and one of its members: what is shown of the others is as it was. */
    void publish(Seat seat) {
        store.lock();
        publishInStep(seat.organization());
        publishInStep(seat.person());
    }

    /** Somebody in an organization. */
    record Seat(OrganizationId organization, PersonId person) {}

    /** An organization with its meetings: its rules say what is public of them. */
    void publishWithMeetings(OrganizationId id) {
        publish(id);
        meetings.calendar(List.of(id), EVER, NEVER).forEach(it -> publishInStep(it.id()));
        circulars.of(id).forEach(it -> publishInStep(it.id()));
    }

    /** A person, wherever they are shown as a member. */
    void publish(PersonId id) {
        store.lock();
        publishInStep(id);
        councils.organizationsOf(id).stream()
                .map(OrganizationSummary::id)
                .distinct()
                .forEach(this::publishInStep);
    }

    /** A meeting with its public items and the decisions taken on them. */
    void publish(MeetingId id) {
        store.lock();
        publishInStep(id);
    }

    /** Public papers of a kind that are shown under another name than the city now gives it. */
    @Transactional(readOnly = true)
    List<PaperId> namedOtherwise(BodyId body, PaperType type) {
        var name = kinds.own(body, type).orElse(null);
        return papers.publicPapers(body).stream()
                .filter(it -> register.paper(it)
                        .filter(paper -> paper.type() == type && !Objects.equals(paper.kind(), name))
                        .isPresent())
                .toList();
    }

    /** A paper with its files and its way, also where it stands on agendas. */
    void publish(PaperId id) {
        store.lock();
        publishInStep(id);
        papers.find(id).stream()
                .flatMap(it -> it.consultations().stream())
                .map(ConsultationSummary::meeting)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::publishInStep);
        circulars.of(id).forEach(it -> publishInStep(it.id()));
    }

    /** What was resolved in writing. */
    void publish(CircularId id) {
        store.lock();
        publishInStep(id);
    }

    private void publishInStep(CircularId id) {
        circulars
                .publicView(id)
                .filter(it -> isPublic(it.circular()))
                .ifPresentOrElse(this::put, () -> store.remove(PublicKind.CIRCULAR, id.value()));
    }

    /** Nothing was resolved where too few agreed; what was resolved on a paper is as public as the paper. */
    private boolean isPublic(CircularSummary circular) {
        var count = circular.count();
        var paper = circular.paper();
        return count != null
                && count.outcome().isResolution()
                && meetsInPublic(circular.organization(), circular.day())
                && (paper == null
                        || papers.find(paper)
                                .filter(it -> it.paper().isPublic())
                                .isPresent());
    }

    private void put(CircularPage page) {
        var circular = page.circular();
        if (!store.isPublished(PublicKind.ORGANIZATION, circular.organization().value())) {
            publishInStep(circular.organization()).forEach(this::publishInStep);
        }
        var paper = circular.paper();
        var published = PublicCircular.of(
                page,
                councils.rules(circular.organization(), circular.day())
                        .majority()
                        .usual(),
                paper != null && store.isPublished(PublicKind.PAPER, paper.value()) ? paper : null);
        store.put(
                PublicKind.CIRCULAR,
                circular.id().value(),
                circular.organization().value(),
                published.title(),
                published.wording(),
                published.decidedAt(),
                published);
    }

    private void publishInStep(PaperId id) {
        papers.publicView(id).ifPresentOrElse(this::put, () -> store.remove(PublicKind.PAPER, id.value()));
    }

    private void put(PublicPaper paper) {
        var body = councils.body(paper.body());
        put(body);
        var attached = files.publicList(PaperFiles.owner(paper.id()));
        var ofAnswer =
                paper.answer() == null ? List.<FileSummary>of() : files.publicList(AnswerFiles.owner(paper.id()));
        store.put(
                PublicKind.PAPER,
                paper.id().value(),
                body.id().value(),
                paper.title(),
                String.join(
                        "\n",
                        paper.number().toString(),
                        paper.originator(),
                        paper.proposal().wording(),
                        paper.reasons(),
                        paper.openText()),
                paper.releasedAt(),
                new PublishedPaper(
                        paper.id(),
                        paper.number(),
                        paper.type(),
                        paper.title(),
                        paper.originator(),
                        paper.proposal(),
                        paper.reasons(),
                        paper.version(),
                        paper.releasedAt(),
                        body.zone(),
                        paper.consultations().stream().map(this::station).toList(),
                        attached.stream().map(PublishedFile::of).toList(),
                        paper.details().sections(),
                        answer(paper, ofAnswer),
                        kinds.own(body.id(), paper.type()).orElse(null),
                        amendments.publicOf(paper.id())));
        putPages(paper, Stream.concat(attached.stream(), ofAnswer.stream()).toList());
    }

    /** What its files say, page by page. */
    private void putPages(PublicPaper paper, List<FileSummary> attached) {
        var published = new ArrayList<UUID>();
        for (var file : attached) {
            for (var page : texts.ofPublic(file.id()).map(FileText::pages).orElse(List.of())) {
                var found = new PublicPage(file.id(), file.name(), page.number());
                if (!page.text().isEmpty()) {
                    published.add(found.id());
                    store.put(
                            PublicKind.FILE,
                            found.id(),
                            paper.id().value(),
                            file.name(),
                            page.text().substring(0, Math.min(page.text().length(), MOST_TEXT)),
                            paper.releasedAt(),
                            found);
                }
            }
        }
        store.removeAllBut(PublicKind.FILE, paper.id().value(), published);
    }

    private PublishedPaper.@Nullable Answer answer(PublicPaper paper, List<FileSummary> attached) {
        var answer = paper.answer();
        if (answer == null) {
            return null;
        }
        var office = answer.office();
        return new PublishedPaper.Answer(
                office == null ? null : councils.organization(office).name(),
                answer.text(),
                answer.releasedAt(),
                attached.stream().map(PublishedFile::of).toList());
    }

    private PublishedPaper.Station station(ConsultationSummary consultation) {
        var name = councils.organization(consultation.organization()).name();
        var meeting = Optional.ofNullable(consultation.meeting())
                .flatMap(register::meeting)
                .orElse(null);
        var item = meeting == null
                ? null
                : meeting.items().stream()
                        .filter(it -> it.id().equals(consultation.item()))
                        .findFirst()
                        .orElse(null);
        return meeting == null || item == null
                ? new PublishedPaper.Station(
                        consultation.organization(), name, consultation.role(), null, null, null, List.of())
                : new PublishedPaper.Station(
                        consultation.organization(),
                        name,
                        consultation.role(),
                        meeting.id(),
                        meeting.startsAt(),
                        item.number(),
                        item.results());
    }

    private List<PublishedPaper.Named> papersOf(AgendaItemId item) {
        return papers.publicPapersOf(item).stream()
                .map(it -> new PublishedPaper.Named(it.id(), it.number().toString(), it.title()))
                .toList();
    }

    private void publishInStep(MeetingId id) {
        var before = register.meeting(id);
        var seen = meetings.publicView(id).filter(it -> isPublic(it.meeting()));
        if (seen.isEmpty()) {
            store.remove(PublicKind.MEETING, id.value());
            before.stream()
                    .flatMap(it -> it.items().stream())
                    .flatMap(Publishing::papersOn)
                    .forEach(this::publishInStep);
            return;
        }
        var meeting = seen.get().meeting();
        if (!store.isPublished(PublicKind.ORGANIZATION, meeting.organization().value())) {
            publishInStep(meeting.organization()).forEach(this::publishInStep);
        }
        var items = seen.get().items().stream()
                .collect(Collectors.toMap(
                        AgendaItemSummary::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var counted = polls.publicOf(id).stream()
                .collect(Collectors.toMap(it -> it.poll().id(), Function.identity()));
        var decisions = resolutions.publicOf(id).stream()
                .filter(it -> items.containsKey(it.item()) && !papers.isKeptFromPublic(it.item()))
                .map(it -> decision(it, meeting, items, counted))
                .toList();
        var released = access.asSystem(JOB, () -> released(meeting, items.keySet()));
        var now = put(meeting, items.values().stream().toList(), decisions, released);
        decisions.forEach(this::put);
        released.forEach(this::put);
        store.removeAllBut(
                PublicKind.DECISION,
                id.value(),
                Stream.concat(decisions.stream(), released.stream())
                        .map(it -> it.id().value())
                        .toList());
        papersToldOtherwise(before, now).forEach(this::publishInStep);
        var record = minutes.publicVersion(id);
        record.ifPresent(it -> put(meeting, it));
        store.removeAllBut(
                PublicKind.MINUTES,
                id.value(),
                record.stream().map(it -> it.sheet().id().value()).toList());
    }

    /**
     * Papers whose pages say something of the meeting that is not so any more: its day, their item's number or result, or
     * that they are on it. A call of an item changes none of that, and files are long to read.
     */
    private static Set<PaperId> papersToldOtherwise(Optional<PublicMeeting> before, PublicMeeting now) {
        var earlier = before.stream()
                .flatMap(it -> it.items().stream())
                .collect(Collectors.toMap(PublicMeeting.Item::id, Function.identity()));
        var sameDay = before.filter(it -> it.startsAt().equals(now.startsAt())).isPresent();
        var told = new LinkedHashSet<PaperId>();
        for (var item : now.items()) {
            var was = earlier.remove(item.id());
            if (was == null
                    || !sameDay
                    || !was.number().equals(item.number())
                    || !was.results().equals(item.results())
                    || !was.papers().equals(item.papers())) {
                Stream.ofNullable(was).flatMap(Publishing::papersOn).forEach(told::add);
                papersOn(item).forEach(told::add);
            }
        }
        earlier.values().stream().flatMap(Publishing::papersOn).forEach(told::add);
        return told;
    }

    private static Stream<PaperId> papersOn(PublicMeeting.Item item) {
        return item.papers().stream().map(PublishedPaper.Named::id);
    }

    /** Of a resolution from non-public session only the wording and the result (R11): no papers, no names. */
    private List<PublicDecision> released(MeetingSummary meeting, Set<AgendaItemId> publicItems) {
        var released = releases.of(meeting.id());
        if (released.isEmpty()) {
            return List.of();
        }
        var items = meetings.agenda(meeting.id()).stream()
                .collect(Collectors.toMap(AgendaItemSummary::id, Function.identity()));
        var counted = polls.of(meeting.id()).stream()
                .collect(Collectors.toMap(PollSummary::id, it -> new Polls.PublicPoll(it, List.of())));
        return resolutions.of(meeting.id()).stream()
                .filter(it -> released.contains(it.id()) && !publicItems.contains(it.item()))
                .map(it -> decision(it, meeting, items, counted).withoutDeliberation())
                .toList();
    }

    private void put(MeetingSummary meeting, MinutesBook.Version version) {
        var file = files.publicContent(version.file()).map(FileContent::file).orElseThrow();
        var written = minutesWriting.write(version.sheet());
        var parts = PublicMinutesText.parts(written);
        store.put(
                PublicKind.MINUTES,
                version.sheet().id().value(),
                meeting.id().value(),
                written.documentTitle(),
                PublicMinutesText.searched(parts),
                meeting.startsAt(),
                new PublicMinutes(
                        version.sheet().id(),
                        meeting.id(),
                        meeting.title(),
                        meeting.organization(),
                        meeting.organizationName(),
                        meeting.startsAt(),
                        file.uploadedAt(),
                        meeting.zone(),
                        written.documentTitle(),
                        written.language().toLanguageTag(),
                        file.id(),
                        file.name(),
                        file.size(),
                        parts));
    }

    /** A meeting that was called off before it was convened was never announced; some organizations meet in private. */
    private boolean isPublic(MeetingSummary meeting) {
        return meeting.convenedAt() != null && meetsInPublic(meeting.organization(), meeting.day());
    }

    private boolean meetsInPublic(OrganizationId organization, LocalDate day) {
        return councils.rules(organization, day).publicity().meetingsArePublic();
    }

    private PublicMeeting put(
            MeetingSummary meeting,
            List<AgendaItemSummary> agenda,
            List<PublicDecision> decisions,
            List<PublicDecision> released) {
        var told = access.asSystem(
                JOB, () -> courses.stream().map(it -> it.of(meeting.id())).toList());
        var items = agenda.stream()
                .map(it -> new PublicMeeting.Item(
                        it.id(),
                        it.number(),
                        it.depth(),
                        it.title(),
                        it.state(),
                        papersOf(it.id()),
                        files.publicList(AgendaItemFiles.owner(it.id())).stream()
                                .map(PublishedFile::of)
                                .toList(),
                        results(it.id(), decisions),
                        told.stream()
                                .flatMap(course -> course.getOrDefault(it.id(), List.of()).stream())
                                .toList()))
                .toList();
        var published = new PublicMeeting(
                meeting.id(),
                meeting.organization(),
                meeting.organizationName(),
                meeting.title(),
                meeting.mode(),
                meeting.state(),
                meeting.zone(),
                meeting.startsAt(),
                meeting.endsAt(),
                meeting.place(),
                meeting.publicAccess(),
                items,
                released.stream()
                        .map(it -> new PublicMeeting.Released(it.title(), result(it)))
                        .toList(),
                packets.readPublic(meeting.id())
                        .map(it ->
                                new PublicMeeting.Packet(PacketLinks.forEverybody(meeting.id()), it.pages(), it.size()))
                        .orElse(null));
        store.put(
                PublicKind.MEETING,
                meeting.id().value(),
                meeting.organization().value(),
                meeting.title(),
                items.stream()
                        .map(it -> it.number() + " " + it.title())
                        .collect(Collectors.joining("\n", meeting.organizationName() + "\n", "")),
                meeting.startsAt(),
                published);
        return published;
    }

    private static List<PublicMeeting.Result> results(AgendaItemId item, List<PublicDecision> decisions) {
        return decisions.stream()
                .filter(it -> it.item().equals(item))
                .map(Publishing::result)
                .toList();
    }

    private static PublicMeeting.Result result(PublicDecision decision) {
        return new PublicMeeting.Result(decision.id(), decision.outcome(), decision.vote());
    }

    private void put(PublicDecision decision) {
        store.put(
                PublicKind.DECISION,
                decision.id().value(),
                decision.meeting().value(),
                decision.title(),
                decision.wording(),
                decision.decidedAt(),
                decision);
    }

    private PublicDecision decision(
            Resolution resolution,
            MeetingSummary meeting,
            Map<AgendaItemId, AgendaItemSummary> items,
            Map<PollId, Polls.PublicPoll> counted) {
        var item = Optional.ofNullable(items.get(resolution.item())).orElseThrow();
        var poll = Optional.ofNullable(resolution.poll()).map(counted::get);
        return new PublicDecision(
                new PublicDecisionId(resolution.id()),
                meeting.id(),
                meeting.title(),
                meeting.organization(),
                meeting.organizationName(),
                item.id(),
                item.number(),
                resolution.question().isBlank() ? item.title() : resolution.question(),
                resolution.wording(),
                resolution.proposal() == null ? null : ResolutionProposal.parse(resolution.proposal()),
                papersOf(item.id()),
                resolution.outcome(),
                poll.map(it -> result(it.poll(), meeting)).orElse(null),
                poll.map(it -> named(it, meeting)).orElse(List.of()),
                poll.filter(it -> it.poll().mode() == BallotMode.OPEN)
                        .map(it -> it.poll().counted().total())
                        .orElse(0),
                poll.filter(it -> it.poll().mode() == BallotMode.SECRET).isPresent(),
                poll.map(it -> it.poll().invalid()).orElse(0),
                poll.filter(it -> it.poll().isPublic()).map(this::byGroup).orElse(List.of()),
                resolution.decidedAt(),
                meeting.zone());
    }

    private List<PublicDecision.GroupVotes> byGroup(Polls.PublicPoll poll) {
        var groups = polls.byGroup(poll.poll().id());
        return groups.size() < 2
                ? List.of()
                : groups.stream()
                        .map(it -> new PublicDecision.GroupVotes(
                                it.name(),
                                it.color(),
                                it.tally().yes(),
                                it.tally().no(),
                                it.tally().abstentions(),
                                it.notVoted()))
                        .toList();
    }

    private VoteResult result(PollSummary poll, MeetingSummary meeting) {
        var rules = councils.rules(meeting.organization(), meeting.day());
        return VoteResult.of(poll, rules.majority().usual());
    }

    private List<PublicDecision.NamedVote> named(Polls.PublicPoll poll, MeetingSummary meeting) {
        var members = councils.members(meeting.organization(), meeting.day()).stream()
                .collect(Collectors.toMap(MemberSummary::person, Function.identity(), (one, other) -> one));
        return poll.votes().stream()
                .map(vote -> {
                    var member = members.get(vote.person());
                    return member == null
                            ? new Sorted(
                                    councils.nameOf(vote.person()),
                                    new PublicDecision.NamedVote(
                                            vote.person(),
                                            councils.nameOf(vote.person()),
                                            null,
                                            null,
                                            vote.choice(),
                                            vote.enteredFor(),
                                            vote.corrected(),
                                            vote.weight(),
                                            nameOf(vote.castBy())))
                            : new Sorted(
                                    member.sortName(),
                                    new PublicDecision.NamedVote(
                                            vote.person(),
                                            member.name(),
                                            member.groupShortName(),
                                            member.groupColor(),
                                            vote.choice(),
                                            vote.enteredFor(),
                                            vote.corrected(),
                                            vote.weight(),
                                            nameOf(vote.castBy())));
                })
                .sorted(Comparator.comparing(Sorted::name, Collator.getInstance(Locale.GERMAN)::compare))
                .map(Sorted::vote)
                .toList();
    }

    private @Nullable String nameOf(@Nullable PersonId person) {
        return person == null ? null : councils.nameOf(person);
    }

    private record Sorted(String name, PublicDecision.NamedVote vote) {}

    private void publishAllCouncils() {
        var persons = new LinkedHashSet<>(
                register.ids(PublicKind.PERSON).stream().map(PersonId::new).toList());
        var organizations = new LinkedHashSet<>(register.ids(PublicKind.ORGANIZATION).stream()
                .map(OrganizationId::new)
                .toList());
        for (var body : councils.bodies()) {
            put(body);
            councils.organizations(body.id()).forEach(it -> organizations.add(it.id()));
        }
        organizations.forEach(it -> persons.addAll(publishInStep(it)));
        persons.forEach(this::publishInStep);
    }

    /** @return who is or was shown as its member */
    private Set<PersonId> publishInStep(OrganizationId id) {
        var before = membersShown(id);
        OrganizationSummary organization;
        try {
            organization = councils.organization(id);
        } catch (NoSuchElementException e) {
            store.remove(PublicKind.ORGANIZATION, id.value());
            return before;
        }
        if (!organization.classification().isPublic()) {
            store.remove(PublicKind.ORGANIZATION, id.value());
            return before;
        }
        var body = councils.body(organization.body());
        put(body);
        var namesMembers = meetsInPublic(id, today(body));
        var members = namesMembers
                ? councils.members(id, today(body)).stream()
                        .filter(it -> it.role() != MembershipRole.GUEST)
                        .toList()
                : List.<MemberSummary>of();
        put(organization, namesMembers, members);
        members.forEach(it -> before.add(it.person()));
        return before;
    }

    private Set<PersonId> membersShown(OrganizationId id) {
        return register.organization(id).stream()
                .flatMap(it -> it.members().stream())
                .map(PublicOrganization.Member::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void publishInStep(PersonId person) {
        var memberships = councils.organizationsOf(person).stream()
                .filter(it -> it.classification().isPublic() && meetsInPublic(it.id(), today(councils.body(it.body()))))
                .flatMap(it -> councils.member(it.id(), person, today(councils.body(it.body()))).stream()
                        .filter(member -> member.role() != MembershipRole.GUEST)
                        .map(member -> new PublicPerson.Membership(
                                it.id(), it.name(), it.classification(), member.role(), member.votes())))
                .toList();
        if (memberships.isEmpty()) {
            store.remove(PublicKind.PERSON, person.value());
        } else {
            var name = councils.nameOf(person);
            store.put(
                    PublicKind.PERSON,
                    person.value(),
                    null,
                    name,
                    "",
                    null,
                    new PublicPerson(person, name, memberships));
        }
    }

    private LocalDate today(BodySummary body) {
        return LocalDate.ofInstant(clock.instant(), body.zone());
    }

    private void put(BodySummary body) {
        store.put(
                PublicKind.BODY,
                body.id().value(),
                null,
                body.name(),
                "",
                null,
                new PublicBody(body.id(), body.name(), body.shortName(), body.zone(), body.contact()));
    }

    private void put(OrganizationSummary organization, boolean namesMembers, List<MemberSummary> members) {
        store.put(
                PublicKind.ORGANIZATION,
                organization.id().value(),
                organization.body().value(),
                organization.name(),
                organization.shortName(),
                null,
                new PublicOrganization(
                        organization.id(),
                        organization.body(),
                        organization.name(),
                        organization.shortName(),
                        organization.classification(),
                        organization.legalStrength(),
                        organization.color(),
                        namesMembers,
                        members.stream().map(this::member).toList()));
    }

    private PublicOrganization.Member member(MemberSummary member) {
        var group = member.group();
        return new PublicOrganization.Member(
                member.person(),
                member.name(),
                member.role(),
                member.votes(),
                group,
                group == null ? null : councils.organization(group).name(),
                member.groupColor());
    }
}
