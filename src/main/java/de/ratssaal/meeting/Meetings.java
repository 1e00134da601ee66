package de.ratssaal.meeting;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading meetings and agendas. Nobody is shown more than they may see: a meeting that was not convened only to those
 * who prepare it, one of an organization that meets in private only to those who belong to it, non-public items only to
 * those who may attend them.
 */
@Service
@Transactional(readOnly = true)
public class Meetings {

    private static final Role[] PREPARING = {Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR};
    private static final Role[] ATTENDING = {
        Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.ADVISORY_MEMBER
    };

    private static final Role[] INVITED = {
        Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.ADVISORY_MEMBER, Role.GUEST
    };

    private final MeetingRepository meetings;
    private final Councils councils;
    private final CalledSubstitutes substitutes;
    private final Access access;
    private final JdbcClient database;
    private final Clock clock;

    Meetings(
            MeetingRepository meetings,
            Councils councils,
            CalledSubstitutes substitutes,
            Access access,
            JdbcClient database,
            Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.substitutes = substitutes;
        this.access = access;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws NoSuchElementException if there is none, or none that whoever asks may see
     */
    public MeetingSummary meeting(MeetingId id) {
        return summary(visible(id));
    }

    /** The meeting, if there is one and whoever asks may see it. */
    public Optional<MeetingSummary> find(MeetingId id) {
        return meetings.findById(id).filter(this::isVisible).map(this::summary);
    }

    /** The agenda in order, without what whoever asks may not see. */
    public List<AgendaItemSummary> agenda(MeetingId id) {
        var meeting = visible(id);
        return numbered(meeting).toList();
    }

    private Stream<AgendaItemSummary> numbered(Meeting meeting) {
        var all = meeting.agenda().numbered().stream();
        return maySeeNonPublic(meeting) ? all : all.filter(AgendaItemSummary::isPublic);
    }

    /** An item and all that lies below it, as far as whoever asks may see it. */
    public Set<AgendaItemId> itemAndBelow(MeetingId id, AgendaItemId item) {
        var found = new HashSet<>(Set.of(item));
        // the agenda names items after those they lie below
        agenda(id).stream()
                .filter(it -> it.parent() != null && found.contains(it.parent()))
                .forEach(it -> found.add(it.id()));
        return found;
    }

    /**
     * The agenda as somebody who is invited may know it: without the non-public part for a guest and for a substitute who is
     * not called. For the application itself, when it writes to them.
     */
    public List<AgendaItemSummary> agendaFor(MeetingId id, PersonId invited) {
        var attends = attendsNonPublic(id, invited);
        return known(id).agenda().numbered().stream()
                .filter(it -> attends || it.isPublic())
                .toList();
    }

    /** Whether somebody who is invited may know the non-public part of the meeting. For the application itself. */
    public boolean attendsNonPublic(MeetingId id, PersonId invited) {
        access.requireSystem();
        var meeting = known(id);
        var day = meeting.startsAt().atZone(zoneOf(meeting)).toLocalDate();
        return councils.member(meeting.organization(), invited, day)
                .filter(it -> it.role() != MembershipRole.GUEST)
                .filter(it -> it.standsInFor() == null || substitutes.isCalled(id, invited))
                .isPresent();
    }

    /**
     * The meeting that an item belongs to, if whoever asks may see the meeting; the item they perhaps may not. What the act has
     * changed so far is written first, so that the meeting's revision read afterwards is the one that holds.
     */
    public Optional<MeetingId> meetingOf(AgendaItemId item) {
        return meetings.findByItem(item).filter(this::isVisible).map(Meeting::id);
    }

    /** An item, if there is one and whoever asks may see it, with the meeting it belongs to. */
    public Optional<PlacedItem> item(AgendaItemId id) {
        return holding(id)
                .filter(this::isVisible)
                .flatMap(meeting -> numbered(meeting)
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .map(it -> {
                            var of = summary(meeting);
                            return new PlacedItem(of, it, isInPublic(of));
                        }));
    }

    /** A meeting that was read before is not read again: this is asked of many items, in one act. */
    private Optional<Meeting> holding(AgendaItemId item) {
        return database.sql("select meeting_id from meeting_agenda_item where id = ?")
                .param(item.value())
                .query(UUID.class)
                .optional()
                .map(MeetingId::new)
                .flatMap(meetings::findById)
                .filter(it -> it.has(item))
                .or(() -> meetings.findByItem(item)); // it was put on the agenda, or moved, in this very act
    }

    /**
     * Whoever puts something on an item waits here for who does the same or moves the item, and then sees what they did.
     * Called before the item is read, in the transaction of the act.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(AgendaItemId item) {
        meetings.hold(item.value());
    }

    /** As {@link #hold(AgendaItemId)}, for who makes the item: nobody changes the meeting before the transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MeetingId meeting) {
        if (meetings.findForAct(meeting).isEmpty()) {
            throw unknown(meeting);
        }
    }

    /** Whether the meeting is open to everybody, but for its non-public items. */
    public boolean isInPublic(MeetingSummary meeting) {
        return meetsInPublic(meeting.organization(), meeting.startsAt(), meeting.zone());
    }

    /** Whether whoever asks may see non-public items and documents of the meeting. */
    public boolean maySeeNonPublic(MeetingId id) {
        return maySeeNonPublic(known(id));
    }

    /**
     * Items of agendas whose non-public papers whoever asks may read because they are called to the meeting as a substitute.
     * Being appointed alone gives a substitute no such right.
     */
    public Set<AgendaItemId> itemsAsSubstitute() {
        return substitutes.items(meetings);
    }

    /** Whether whoever asks prepares or conducts the meeting. */
    public boolean mayConduct(MeetingId id) {
        return access.has(known(id).organization(), PREPARING);
    }

    /** Which of the meetings in a span of time whoever asks may see, by time. */
    public List<MeetingSummary> calendar(Collection<OrganizationId> organizations, Instant from, Instant to) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        return meetings
                .findCalendar(organizations.stream().map(OrganizationId::value).toList(), from, to)
                .stream()
                .filter(this::isVisible)
                .map(this::summary)
                .toList();
    }

    /** Meetings of the organizations for which whoever asks is the secretariat, by time. */
    public List<MeetingSummary> prepared(Instant from, Instant to) {
        if (!access.hasAnywhere(Role.SECRETARIAT)) {
            return List.of();
        }
        var organizations = councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .map(OrganizationSummary::id)
                .filter(it -> access.has(it, Role.SECRETARIAT))
                .toList();
        return calendar(organizations, from, to);
    }

    /** Meetings of a person's organizations that run or are to come, next first. */
    public List<MeetingSummary> upcoming(PersonId person) {
        var now = clock.instant();
        var organizations = councils.organizationsOf(person).stream()
                .map(OrganizationSummary::id)
                .distinct()
                .toList();
        return calendar(
                        organizations,
                        now.minus(java.time.Duration.ofDays(2)),
                        now.plus(java.time.Duration.ofDays(400)))
                .stream()
                .filter(it -> it.state() != MeetingState.CLOSED && it.state() != MeetingState.CANCELLED)
                .filter(it ->
                        it.state().isRunning() || it.startsAt().isAfter(now.minus(java.time.Duration.ofHours(12))))
                .toList();
    }

    /**
     * The public's view of a convened meeting: public items only. For the application itself, when it publishes: whether the
     * organization meets in public is not asked here.
     *
     * @return nothing while the meeting is being prepared
     */
    public Optional<PublicMeeting> publicView(MeetingId id) {
        access.requireSystem();
        return meetings.findById(id)
                .filter(it -> it.state() != MeetingState.PLANNED)
                .map(it -> new PublicMeeting(
                        summary(it),
                        it.agenda().numbered().stream()
                                .filter(AgendaItemSummary::isPublic)
                                .toList(),
                        (int) it.agenda().numbered().stream()
                                .filter(item -> item.excludedBecause() != null)
                                .count()));
    }

    /**
     * A convened meeting as the public may know it.
     *
     * @param exclusions from how many items the public was excluded while it ran
     */
    public record PublicMeeting(MeetingSummary meeting, List<AgendaItemSummary> items, int exclusions) {}

    /** As {@link #isVisible}. */
    Audience readers(MeetingSummary meeting) {
        var preparing = Audience.of(meeting.organization(), PREPARING);
        if (meeting.convenedAt() == null) {
            return preparing;
        }
        return preparing.or(isInPublic(meeting) ? Audience.SIGNED_IN : Audience.of(meeting.organization(), INVITED));
    }

    /** Who sees the meeting and its non-public items. */
    Audience inner(MeetingSummary meeting) {
        return Audience.of(meeting.organization(), meeting.convenedAt() == null ? PREPARING : ATTENDING);
    }

    private Meeting visible(MeetingId id) {
        var meeting = known(id);
        if (!isVisible(meeting)) {
            throw unknown(id);
        }
        return meeting;
    }

    private boolean isVisible(Meeting meeting) {
        return access.has(meeting.organization(), PREPARING)
                || (meeting.convenedAt() != null
                        && access.signedIn().isPresent()
                        && (access.has(meeting.organization(), INVITED)
                                || meetsInPublic(meeting.organization(), meeting.startsAt(), zoneOf(meeting))));
    }

    private boolean meetsInPublic(OrganizationId organization, Instant startsAt, ZoneId zone) {
        return councils.rules(organization, startsAt.atZone(zone).toLocalDate())
                .publicity()
                .meetingsArePublic();
    }

    private boolean maySeeNonPublic(Meeting meeting) {
        return access.has(meeting.organization(), ATTENDING) || substitutes.includesWhoAsks(meeting);
    }

    private Meeting known(MeetingId id) {
        return meetings.findById(id).orElseThrow(() -> unknown(id));
    }

    private static NoSuchElementException unknown(MeetingId id) {
        return new NoSuchElementException("meeting " + id);
    }

    private MeetingSummary summary(Meeting meeting) {
        return meeting.summary(councils.organization(meeting.organization()).name(), zoneOf(meeting));
    }

    private ZoneId zoneOf(Meeting meeting) {
        return councils.body(councils.organization(meeting.organization()).body())
                .zone();
    }
}
