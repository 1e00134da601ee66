package de.ratssaal.attendance;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of who is present when. Members enter themselves; the secretariat and the chair enter anybody.
 *
 * <p>Who is present and who is recused is open to everybody who may see the meeting (R14).
 */
@Service
@Transactional
public class AttendanceRegister {

    /** How long before a meeting's start members can register. */
    static final Duration EARLIEST_ARRIVAL = Duration.ofHours(1);

    private final Meetings meetings;
    private final MeetingHold hold;
    private final Invitations invitations;
    private final Delegations delegations;
    private final Councils councils;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    AttendanceRegister(
            Meetings meetings,
            MeetingHold hold,
            Invitations invitations,
            Delegations delegations,
            Councils councils,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.invitations = invitations;
        this.delegations = delegations;
        this.councils = councils;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Enters a person as present. Asked again from the same place it changes nothing; from another place the person has
     * moved there.
     *
     * @throws Refusal if the meeting does not run, or not soon, or the person does not belong to it
     * @throws RuleViolation if the rules ask a member for the code that is shown in the room
     */
    public void arrive(MeetingId id, PersonId person, Place place) {
        arrive(id, person, place, false);
    }

    /** Whoever is signed in has shown the room's code. */
    void arriveByCode(MeetingId id, PersonId person) {
        arrive(id, person, Place.ROOM, true);
    }

    private void arrive(MeetingId id, PersonId person, Place place, boolean codeShown) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        requireSelfOrConduct(meeting, person);
        requireRunningOrSoon(meeting);
        if (councils.member(meeting.organization(), person, meeting.day()).isEmpty()) {
            throw new Refusal("attendance.arrive.not-a-member");
        }
        if (place == Place.REMOTE && meeting.mode() == de.ratssaal.meeting.MeetingMode.IN_PERSON) {
            throw new Refusal("attendance.arrive.room-only");
        }
        if (place == Place.ROOM && meeting.mode() == de.ratssaal.meeting.MeetingMode.DIGITAL) {
            throw new Refusal("attendance.arrive.remote-only");
        }
        var now = clock.instant();
        var before = presentAt(id).get(person);
        if (before == place) {
            return;
        }
        if (place == Place.ROOM && !codeShown) {
            requireNoCode(meeting);
        }
        if (before != null) {
            endInterval(id, person, now);
        } else {
            takeOwnVoteBack(id, person, now);
        }
        var entered = database.sql("""
                        insert into attendance_interval (id, meeting_id, person_id, place, since)
                        values (?, ?, ?, ?, ?)
                        on conflict (meeting_id, person_id) where until is null do nothing
                        """)
                .params(UUID.randomUUID(), id.value(), person.value(), place.name(), utc(now))
                .update();
        if (entered == 1) {
            events.publishEvent(new MemberArrived(id, person, place, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** Who is present votes themself. */
    private void takeOwnVoteBack(MeetingId id, PersonId person, Instant now) {
        for (var delegation : delegations.of(id)) {
            if (delegation.isInForce() && delegation.member().equals(person)) {
                delegations.end(delegation.id(), DelegationEnd.ARRIVED, now);
                events.publishEvent(new DelegationEnded(
                        delegation.id(), id, person, delegation.holder(), DelegationEnd.ARRIVED, now));
            }
        }
    }

    /** Ends a person's presence. Asked again it changes nothing. */
    public void leave(MeetingId id, PersonId person) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        requireSelfOrConduct(meeting, person);
        var now = clock.instant();
        if (endInterval(id, person, now)) {
            events.publishEvent(new MemberLeft(id, person, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /**
     * A member is recused on an item, by their own word or because the chair or secretariat enters it (R7).
     *
     * @throws RuleViolation if the member has already voted on the item
     * @throws Refusal if the item has been voted on
     */
    public void recuse(MeetingId id, AgendaItemId item, PersonId person) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        requireSelfOrConduct(meeting, person);
        requireItem(id, item);
        if (meeting.closedAt() != null) {
            throw new Refusal("attendance.recusal.meeting-closed");
        }
        if (councils.member(meeting.organization(), person, meeting.day()).isEmpty()) {
            throw new Refusal("attendance.arrive.not-a-member");
        }
        var now = clock.instant();
        var entered = database.sql("""
                        insert into attendance_recusal (item_id, meeting_id, person_id, declared_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(item.value(), id.value(), person.value(), utc(now))
                .update();
        if (entered == 1) {
            events.publishEvent(new MemberRecused(id, item, person, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** Takes back a recusal that was entered in error. For the chair and the secretariat. */
    public void withdrawRecusal(MeetingId id, AgendaItemId item, PersonId person) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        requireConduct(meeting);
        if (meeting.closedAt() != null) {
            throw new Refusal("attendance.recusal.meeting-closed");
        }
        var removed = database.sql(
                        "delete from attendance_recusal where item_id = ? and meeting_id = ? and person_id = ?")
                .params(item.value(), id.value(), person.value())
                .update();
        if (removed == 1) {
            events.publishEvent(new RecusalWithdrawn(id, item, person, clock.instant()));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** The member who is signed in confirms for a non-public item that nobody else can listen (R17). */
    public void confirmAlone(MeetingId id, AgendaItemId item) {
        hold.take(id);
        var person = access.requirePerson();
        requireItem(id, item);
        var now = clock.instant();
        var entered = database.sql("""
                        insert into attendance_alone (item_id, meeting_id, person_id, confirmed_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(item.value(), id.value(), person.value(), utc(now))
                .update();
        if (entered == 1) {
            events.publishEvent(new AloneConfirmed(id, item, person, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** Who confirmed for an item that nobody else can listen, present or not. For the application itself. */
    @Transactional(readOnly = true)
    public Set<PersonId> confirmedAlone(AgendaItemId item) {
        access.requireSystem();
        return persons("attendance_alone", item);
    }

    /**
     * Records that a member cannot come (R18). For the member until the meeting is over, for the chair and the secretariat
     * until the minutes are made.
     *
     * @param reason why; may be empty
     */
    public void excuse(MeetingId id, PersonId person, String reason) {
        var meeting = meetings.meeting(id);
        requireMayExcuse(meeting, person);
        var now = clock.instant();
        database.sql("""
                        insert into attendance_excuse (meeting_id, person_id, reason, recorded_at) values (?, ?, ?, ?)
                        on conflict (meeting_id, person_id) do update set reason = excluded.reason
                        """)
                .params(id.value(), person.value(), reason.strip(), utc(now))
                .update();
        events.publishEvent(new MemberExcused(id, person, now));
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    /** A member can come after all, or was excused in error. Asked again it changes nothing. */
    public void withdrawExcuse(MeetingId id, PersonId person) {
        var meeting = meetings.meeting(id);
        requireMayExcuse(meeting, person);
        var removed = database.sql("delete from attendance_excuse where meeting_id = ? and person_id = ?")
                .params(id.value(), person.value())
                .update();
        if (removed == 1) {
            events.publishEvent(new ExcuseWithdrawn(id, person, clock.instant()));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    private void requireMayExcuse(MeetingSummary meeting, PersonId person) {
        if (meeting.closedAt() == null) {
            requireSelfOrConduct(meeting, person);
        } else {
            requireConduct(meeting);
        }
        if (meeting.convenedAt() == null) {
            throw new Refusal("attendance.arrive.not-convened");
        }
        if (councils.member(meeting.organization(), person, meeting.day()).isEmpty()) {
            throw new Refusal("attendance.arrive.not-a-member");
        }
    }

    /** Who is excused. That somebody is stands in the public minutes; why is for {@link #excuses} alone. */
    @Transactional(readOnly = true)
    public Set<PersonId> excused(MeetingId id) {
        meetings.meeting(id);
        return new HashSet<>(database.sql("select person_id from attendance_excuse where meeting_id = ?")
                .param(id.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    /** Reasons of absent members. For the chair and the secretariat. */
    @Transactional(readOnly = true)
    public List<Excuse> excuses(MeetingId id) {
        requireConduct(meetings.meeting(id));
        return database.sql("select person_id, reason from attendance_excuse where meeting_id = ?")
                .param(id.value())
                .query((row, number) ->
                        new Excuse(new PersonId(row.getObject("person_id", UUID.class)), row.getString("reason")))
                .list();
    }

    /** Who is present now, in the order of arrival. */
    @Transactional(readOnly = true)
    public List<Presence> present(MeetingId id) {
        return intervals(id).stream().filter(it -> it.until() == null).toList();
    }

    /** All times in which persons were present, in the order of arrival. */
    @Transactional(readOnly = true)
    public List<Presence> intervals(MeetingId id) {
        meetings.meeting(id);
        return database.sql("""
                        select person_id, place, since, until from attendance_interval
                        where meeting_id = ? order by since, id
                        """)
                .param(id.value())
                .query((row, number) -> new Presence(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Place.valueOf(row.getString("place")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("until", OffsetDateTime.class))))
                .list();
    }

    /** Who is recused on which item, in the order of declaration, for items that whoever asks may see. */
    @Transactional(readOnly = true)
    public List<Recusal> recusals(MeetingId id) {
        var visible = meetings.agenda(id).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        return database
                .sql("""
                        select item_id, person_id, declared_at from attendance_recusal
                        where meeting_id = ? order by declared_at
                        """)
                .param(id.value())
                .query((row, number) -> new Recusal(
                        new AgendaItemId(row.getObject("item_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(it -> visible.contains(it.item()))
                .toList();
    }

    /** Whether the organization may decide now: on the item, or, without one, at all (R4 to R6). */
    @Transactional(readOnly = true)
    public Quorum quorum(MeetingId id, @Nullable AgendaItemId item) {
        var meeting = meetings.meeting(id);
        return quorum(meeting, item, roll(meeting, item));
    }

    /** The same where nobody is kept from voting by being recused, as in most elections of persons (R7). */
    @Transactional(readOnly = true)
    public Quorum quorumInElection(MeetingId id, AgendaItemId item) {
        var meeting = meetings.meeting(id);
        return quorum(meeting, item, roll(meeting, item).withoutRecusals());
    }

    private Quorum quorum(MeetingSummary meeting, @Nullable AgendaItemId item, Roll roll) {
        var organization = councils.organization(meeting.organization());
        var rules = councils.rules(meeting.organization(), meeting.day());
        // more members than seats is an error in the register, which must not stop a meeting
        var members = Math.max(organization.legalStrength(), roll.seats());
        return new Quorum(
                rules.quorum(),
                members,
                roll.entitled().size() + (rules.delegation().countsAsPresent() ? roll.countCarried() : 0),
                roll.countRecused(),
                invitations.allDulyInvited(
                        meeting.id(),
                        intervals(meeting.id()).stream().map(Presence::person).toList()),
                meeting.secondNotice() && (item == null || isCalledAgain(meeting.id(), item)),
                rules.weight().countsVotesForQuorum()
                        ? roll.inVotes(members, rules.delegation().countsAsPresent())
                        : null);
    }

    /** The notice of a second invitation holds for the items it names. */
    private boolean isCalledAgain(MeetingId id, AgendaItemId item) {
        return meetings.agenda(id).stream().anyMatch(it -> it.id().equals(item) && it.calledAgain());
    }

    /** Who is present and may vote on the item now, or, without one, at all; without votes that are carried for others. */
    @Transactional(readOnly = true)
    public List<Entitled> entitled(MeetingId id, @Nullable AgendaItemId item) {
        return roll(meetings.meeting(id), item).entitled();
    }

    /** The same where nobody is kept from voting by being recused, as in most elections of persons (R7). */
    @Transactional(readOnly = true)
    public List<Entitled> entitledInElection(MeetingId id, AgendaItemId item) {
        return roll(meetings.meeting(id), item).withoutRecusals().entitled();
    }

    /** What can be voted with on the item now, or, without one, at all: votes of those present, and those that they carry for others. */
    @Transactional(readOnly = true)
    public VotingStrength strength(MeetingId id, @Nullable AgendaItemId item) {
        var meeting = meetings.meeting(id);
        return strength(meeting, roll(meeting, item));
    }

    /** The same where nobody is kept from voting by being recused, as in most elections of persons (R7). */
    @Transactional(readOnly = true)
    public VotingStrength strengthInElection(MeetingId id, AgendaItemId item) {
        var meeting = meetings.meeting(id);
        return strength(meeting, roll(meeting, item).withoutRecusals());
    }

    private VotingStrength strength(MeetingSummary meeting, Roll roll) {
        var seats = Math.max(councils.organization(meeting.organization()).legalStrength(), roll.seats());
        return new VotingStrength(roll.votesInHand(), roll.strength(seats));
    }

    /** Who left their vote to whom, in the order in which they did, without what holds only for items that whoever asks may not see. */
    @Transactional(readOnly = true)
    public List<Delegation> delegations(MeetingId id) {
        var visible = meetings.agenda(id).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        return delegations.of(id).stream()
                .filter(it -> it.item() == null || visible.contains(it.item()))
                .toList();
    }

    /** Whether somebody may cast the vote of a member on the item now, and if not, why. */
    @Transactional(readOnly = true)
    public Standing standing(MeetingId id, AgendaItemId item, PersonId member, PersonId caster) {
        return roll(meetings.meeting(id), item).standingOf(member, caster);
    }

    /** Whose votes are theirs to cast now, present or not: a substitute's while the member they stand in for is absent. */
    @Transactional(readOnly = true)
    public Set<PersonId> holdingVotes(MeetingId id) {
        return roll(meetings.meeting(id), null).holdingVotes();
    }

    /** Who takes part remotely in a non-public item and has yet to confirm that nobody else can listen (R17). */
    @Transactional(readOnly = true)
    public Set<PersonId> mustConfirmAlone(MeetingId id, AgendaItemId item) {
        return roll(meetings.meeting(id), item).mustConfirmAlone();
    }

    /** Whether a person may vote on the item now, and if not, why. */
    @Transactional(readOnly = true)
    public Standing standing(MeetingId id, AgendaItemId item, PersonId person) {
        return roll(meetings.meeting(id), item).standingOf(person);
    }

    /** The same where nobody is kept from voting by being recused, as in most elections of persons (R7). */
    @Transactional(readOnly = true)
    public Standing standingInElection(MeetingId id, AgendaItemId item, PersonId person) {
        return roll(meetings.meeting(id), item).withoutRecusals().standingOf(person);
    }

    /** Who may vote does not depend on who asks: also a guest's arrival has it counted anew. */
    private Roll roll(MeetingSummary meeting, @Nullable AgendaItemId item) {
        var rules = councils.rules(meeting.organization(), meeting.day());
        return new Roll(
                members(meeting),
                presentAt(meeting.id()),
                item == null ? Set.of() : persons("attendance_recusal", item),
                item == null ? Set.of() : persons("attendance_alone", item),
                item == null ? null : access.asSystem("roll", () -> before(meeting, item)),
                rules.publicity().remoteMembersConfirmAlone(),
                rules.delegation().permits() ? delegationsFor(meeting.id(), item) : Map.of(),
                rules.weight().weighted());
    }

    private Map<PersonId, Delegation> delegationsFor(MeetingId id, @Nullable AgendaItemId item) {
        return delegations.of(id).stream()
                .filter(it -> it.isInForce() && it.holdsFor(item))
                .collect(Collectors.toMap(Delegation::member, Function.identity()));
    }

    /** Whoever takes part remotely confirms to be alone also where the public is shut out for a while (R11, R17). */
    private AgendaItemSummary before(MeetingSummary meeting, AgendaItemId item) {
        var found = anyItem(meeting.id(), item);
        return meeting.doorsClosed() && item.equals(meeting.currentItem()) ? found.behindClosedDoors() : found;
    }

    private List<MemberSummary> members(MeetingSummary meeting) {
        return councils.members(meeting.organization(), meeting.day());
    }

    private Map<PersonId, Place> presentAt(MeetingId id) {
        var present = new HashMap<PersonId, Place>();
        database.sql("select person_id, place from attendance_interval where meeting_id = ? and until is null")
                .param(id.value())
                .query((row, number) -> present.put(
                        new PersonId(row.getObject("person_id", UUID.class)), Place.valueOf(row.getString("place"))))
                .list();
        return present;
    }

    private Set<PersonId> persons(String table, AgendaItemId item) {
        return new HashSet<>(database.sql("select person_id from " + table + " where item_id = ?")
                .param(item.value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    private boolean endInterval(MeetingId id, PersonId person, Instant at) {
        return database.sql("""
                                update attendance_interval set until = greatest(since, ?)
                                where meeting_id = ? and person_id = ? and until is null
                                """).params(utc(at), id.value(), person.value()).update() == 1;
    }

    private AgendaItemSummary anyItem(MeetingId id, AgendaItemId item) {
        var found = findItem(id, item);
        if (found == null) {
            throw new NoSuchElementException("agenda item " + item);
        }
        return found;
    }

    private @Nullable AgendaItemSummary findItem(MeetingId id, AgendaItemId item) {
        return meetings.agenda(id).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElse(null);
    }

    private void requireItem(MeetingId id, AgendaItemId item) {
        anyItem(id, item);
    }

    private void requireRunningOrSoon(MeetingSummary meeting) {
        switch (meeting.state()) {
            case OPEN, INTERRUPTED -> {}
            case CONVENED -> {
                if (clock.instant().isBefore(meeting.startsAt().minus(EARLIEST_ARRIVAL))) {
                    throw new Refusal("attendance.arrive.too-early", meeting.start());
                }
            }
            case PLANNED -> throw new Refusal("attendance.arrive.not-convened");
            case CLOSED, CANCELLED -> throw new Refusal("attendance.arrive.over");
        }
    }

    /** Who conducts sees who is there. */
    private void requireNoCode(MeetingSummary meeting) {
        var rule = councils.rules(meeting.organization(), meeting.day()).arrival();
        if (rule.roomCode() && !access.has(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR)) {
            throw new RuleViolation("attendance.arrive.code-needed", rule.source());
        }
    }

    private void requireSelfOrConduct(MeetingSummary meeting, PersonId person) {
        var self = access.signedIn().map(it -> person.equals(it.person())).orElse(false);
        if (!self) {
            requireConduct(meeting);
        }
    }

    private void requireConduct(MeetingSummary meeting) {
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
