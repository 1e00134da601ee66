package de.ratssaal.publication;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.BodySummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private final PublicationStore store;
    private final Councils councils;
    private final Meetings meetings;
    private final ResolutionBook resolutions;
    private final Polls polls;
    private final Access access;
    private final Clock clock;

    Publishing(
            PublicationStore store,
            Councils councils,
            Meetings meetings,
            ResolutionBook resolutions,
            Polls polls,
            Access access,
            Clock clock) {
        this.store = store;
        this.councils = councils;
        this.meetings = meetings;
        this.resolutions = resolutions;
        this.polls = polls;
        this.access = access;
        this.clock = clock;
    }

    /** Makes the whole copy anew. For administrators and the application. */
    public void rebuild() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        store.lock();
        publishAllCouncils();
        var organizations = councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream())
                .map(OrganizationSummary::id)
                .toList();
        var all = meetings.calendar(
                organizations, java.time.Instant.EPOCH, java.time.Instant.parse("9999-01-01T00:00:00Z"));
        all.forEach(it -> publishInStep(it.id()));
        store.removeAllBut(
                PublicKind.MEETING,
                null,
                all.stream().map(it -> it.id().value()).toList());
        store.setShape();
    }

    /** Bodies, organizations and members as they are today. */
    void publishCouncils() {
        store.lock();
        publishAllCouncils();
    }

    /** A meeting with its public items and the decisions taken on them. */
    void publish(MeetingId id) {
        store.lock();
        publishInStep(id);
    }

    private void publishInStep(MeetingId id) {
        var seen = meetings.publicView(id).filter(it -> isPublic(it.meeting()));
        if (seen.isEmpty()) {
            store.remove(PublicKind.MEETING, id.value());
            return;
        }
        var meeting = seen.get().meeting();
        if (!store.isPublished(PublicKind.ORGANIZATION, meeting.organization().value())) {
            publishAllCouncils();
        }
        var items = seen.get().items().stream()
                .collect(Collectors.toMap(
                        AgendaItemSummary::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var counted = polls.publicOf(id).stream()
                .collect(Collectors.toMap(it -> it.poll().id(), Function.identity()));
        var decisions = resolutions.publicOf(id).stream()
                .filter(it -> items.containsKey(it.item()))
                .map(it -> decision(it, meeting, items, counted))
                .toList();
        put(meeting, items.values().stream().toList(), decisions);
        decisions.forEach(this::put);
        store.removeAllBut(
                PublicKind.DECISION,
                id.value(),
                decisions.stream().map(it -> it.id().value()).toList());
    }

    /** A meeting that was called off before it was convened was never announced; some organizations meet in private. */
    private boolean isPublic(MeetingSummary meeting) {
        return meeting.convenedAt() != null
                && councils.rules(meeting.organization()).publicity().meetingsArePublic();
    }

    private void put(MeetingSummary meeting, List<AgendaItemSummary> agenda, List<PublicDecision> decisions) {
        var items = agenda.stream()
                .map(it -> new PublicMeeting.Item(
                        it.id(), it.number(), it.depth(), it.title(), it.state(), results(it.id(), decisions)))
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
                items);
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
    }

    private static List<PublicMeeting.Result> results(AgendaItemId item, List<PublicDecision> decisions) {
        return decisions.stream()
                .filter(it -> it.item().equals(item))
                .map(it -> new PublicMeeting.Result(it.id(), it.outcome(), it.vote()))
                .toList();
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
                resolution.outcome(),
                poll.map(it -> result(it.poll())).orElse(null),
                poll.map(it -> named(it, meeting)).orElse(List.of()),
                poll.map(it -> it.poll().counted().total()).orElse(0),
                resolution.decidedAt(),
                meeting.zone());
    }

    private static VoteResult result(PollSummary poll) {
        return VoteResult.of(poll.tally(), poll.recused(), poll.entitled());
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
                                            vote.person(), councils.nameOf(vote.person()), null, null, vote.choice()))
                            : new Sorted(
                                    member.sortName(),
                                    new PublicDecision.NamedVote(
                                            vote.person(),
                                            member.name(),
                                            member.groupShortName(),
                                            member.groupColor(),
                                            vote.choice()));
                })
                .sorted(Comparator.comparing(Sorted::name, Collator.getInstance(Locale.GERMAN)::compare))
                .map(Sorted::vote)
                .toList();
    }

    private record Sorted(String name, PublicDecision.NamedVote vote) {}

    private void publishAllCouncils() {
        var bodies = councils.bodies();
        var organizations = new HashSet<UUID>();
        var names = new LinkedHashMap<PersonId, String>();
        var memberships = new LinkedHashMap<PersonId, List<PublicPerson.Membership>>();
        for (var body : bodies) {
            put(body);
            var today = LocalDate.ofInstant(clock.instant(), body.zone());
            var all = councils.organizations(body.id());
            for (var organization : all) {
                var members = publicMembers(organization.id(), today);
                put(organization, members, all);
                organizations.add(organization.id().value());
                for (var member : members) {
                    names.put(member.person(), member.name());
                    memberships
                            .computeIfAbsent(member.person(), it -> new ArrayList<>())
                            .add(new PublicPerson.Membership(
                                    organization.id(),
                                    organization.name(),
                                    organization.classification(),
                                    member.role(),
                                    member.votes()));
                }
            }
        }
        names.forEach((person, name) -> store.put(
                PublicKind.PERSON,
                person.value(),
                null,
                name,
                "",
                null,
                new PublicPerson(person, name, memberships.getOrDefault(person, List.of()))));
        store.removeAllBut(
                PublicKind.PERSON,
                null,
                names.keySet().stream().map(PersonId::value).toList());
        store.removeAllBut(PublicKind.ORGANIZATION, null, organizations);
        store.removeAllBut(
                PublicKind.BODY,
                null,
                bodies.stream().map(it -> it.id().value()).toList());
    }

    private List<MemberSummary> publicMembers(OrganizationId organization, LocalDate today) {
        return councils.members(organization, today).stream()
                .filter(it -> it.role() != MembershipRole.GUEST)
                .toList();
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

    private void put(OrganizationSummary organization, List<MemberSummary> members, List<OrganizationSummary> all) {
        var groupNames = all.stream().collect(Collectors.toMap(OrganizationSummary::id, OrganizationSummary::name));
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
                        members.stream()
                                .map(it -> new PublicOrganization.Member(
                                        it.person(),
                                        it.name(),
                                        it.role(),
                                        it.votes(),
                                        it.group(),
                                        it.group() == null
                                                ? null
                                                : groupNames.getOrDefault(
                                                        it.group(),
                                                        it.groupShortName() == null ? "" : it.groupShortName()),
                                        it.groupColor()))
                                .toList()));
    }
}
