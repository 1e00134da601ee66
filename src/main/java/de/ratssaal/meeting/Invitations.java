package de.ratssaal.meeting;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.rules.InvitationPeriod;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Convening a meeting: the check of the period, the invitations and the proof of their delivery (R1, R2). */
@Service
@Transactional
public class Invitations {

    /** A second invitation is about what is still fresh. */
    private static final Duration LONGEST_BETWEEN = Duration.ofDays(400);

    private final MeetingRepository meetings;
    private final Channels channels;
    private final ToldItems told;
    private final Councils councils;
    private final ObjectProvider<LackOfQuorum> decisions;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Invitations(
            MeetingRepository meetings,
            Channels channels,
            ToldItems told,
            Councils councils,
            ObjectProvider<LackOfQuorum> decisions,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.channels = channels;
        this.told = told;
        this.councils = councils;
        this.decisions = decisions;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** What stands against sending the invitation now. For the secretariat and the chair. */
    @Transactional(readOnly = true)
    public InvitationCheck check(MeetingId id, boolean urgent) {
        var meeting = find(id);
        requireWhoConvenes(meeting);
        return check(meeting, urgent);
    }

    /**
     * Sends the invitation to everybody who is a member on the day of the meeting, on the way each agreed to. Substitutes are
     * called when a member cannot come. Asked again, it changes nothing.
     *
     * @param urgent whether the period is shortened for urgency, which the invitation then states
     * @throws RuleViolation if the period is too short
     * @throws Refusal if the meeting lies in the past or has no agenda
     */
    public void send(MeetingId id, boolean urgent) {
        send(id, urgent, null);
    }

    /**
     * As {@link #send(MeetingId, boolean)}, for a second time on items that another meeting could not decide (R5).
     *
     * @param again none for a first invitation
     * @throws Refusal if that meeting did not lack a quorum
     */
    public void send(MeetingId id, boolean urgent, @Nullable SecondCall again) {
        var meeting = meetings.findForAct(id).orElseThrow(() -> unknown(id));
        requireWhoConvenes(meeting);
        if (meeting.state() == MeetingState.CONVENED) {
            return;
        }
        check(meeting, urgent).problems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        if (again != null) {
            requireLackOfQuorum(meeting, again);
        }
        var now = clock.instant();
        var invited = members(meeting);
        if (invited.isEmpty()) {
            throw new Refusal("meeting.invitation.nobody-to-invite");
        }
        invite(meeting, invited, now);
        meeting.convene(urgent, again, invited, now);
        meetings.saveAndFlush(meeting);
        told.invited(id);
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    /** Members on the day of a convened meeting who were not invited to it: their membership was entered afterwards. */
    @Transactional(readOnly = true)
    public List<PersonId> notInvited(MeetingId id) {
        var meeting = find(id);
        requireWhoConvenes(meeting);
        return uninvited(meeting);
    }

    /**
     * Invites everybody who has become a member since the invitation went out. Asked again, it changes nothing.
     *
     * @throws Refusal if the meeting is not convened, or over
     */
    public void inviteLater(MeetingId id) {
        var meeting = meetings.findForAct(id).orElseThrow(() -> unknown(id));
        requireWhoConvenes(meeting);
        var invited = uninvited(meeting);
        if (!invited.isEmpty()) {
            var now = clock.instant();
            meeting.inviteLater(invited, now);
            invite(meeting, invited, now);
            meetings.save(meeting);
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    private List<PersonId> uninvited(Meeting meeting) {
        var invited = database.sql("select person_id from meeting_invitation where meeting_id = ?")
                .param(meeting.id().value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
        return members(meeting).stream().filter(it -> !invited.contains(it)).toList();
    }

    private List<PersonId> members(Meeting meeting) {
        return councils.members(meeting.organization(), dayOf(meeting)).stream()
                .filter(it -> it.standsInFor() == null)
                .map(MemberSummary::person)
                .distinct()
                .toList();
    }

    private void invite(Meeting meeting, List<PersonId> invited, Instant at) {
        var body = councils.organization(meeting.organization()).body();
        for (var person : invited) {
            database.sql("insert into meeting_invitation (meeting_id, person_id, sent_at, channel) values (?, ?, ?, ?)")
                    .params(
                            meeting.id().value(),
                            person.value(),
                            utc(at),
                            channels.known(person, body).channel().name())
                    .update();
        }
    }

    /**
     * A convened meeting was moved. If the invitation proves nothing for it any more, everybody is invited anew, and the
     * period runs from that (R1).
     *
     * @param before when it was to start
     * @throws RuleViolation if the period would be too short, or the announcement too late
     */
    void followMove(Meeting meeting, Instant before) {
        if (!new MeetingMove(before, meeting.startsAt(), zoneOf(meeting)).invitesAnew()) {
            return;
        }
        check(meeting, meeting.isUrgent()).problems().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        var now = clock.instant();
        var invited = database.sql("""
                        update meeting_invitation set sent_at = ?, delivered_at = null, way = null, failure = null,
                            opened_at = null, times = times + 1
                        where meeting_id = ? and withdrawn_at is null
                        returning person_id
                        """)
                .params(utc(now), meeting.id().value())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
        told.invited(meeting.id());
        events.publishEvent(new MeetingMoved(meeting.id(), meeting.organization(), invited, meeting.startsAt(), now));
    }

    /** Who would be invited now on which way. For those who convene the meeting. */
    @Transactional(readOnly = true)
    public Map<PersonId, AgreedChannel> ways(MeetingId id) {
        var meeting = find(id);
        requireWhoConvenes(meeting);
        var body = councils.organization(meeting.organization()).body();
        var ways = new LinkedHashMap<PersonId, AgreedChannel>();
        members(meeting).forEach(it -> ways.put(it, channels.known(it, body)));
        return ways;
    }

    /** How somebody is reached now, invited or not. For those who convene the meeting and for the application. */
    @Transactional(readOnly = true)
    public AgreedChannel wayTo(MeetingId id, PersonId person) {
        var meeting = find(id);
        requireWhoConvenes(meeting);
        return channels.known(
                person, councils.organization(meeting.organization()).body());
    }

    /** Closed meetings of the same organization that left items undecided for lack of quorum, the latest first. */
    @Transactional(readOnly = true)
    public List<EarlierMeeting> earlierWithoutQuorum(MeetingId id) {
        var meeting = find(id);
        requireWhoConvenes(meeting);
        if (!rules(meeting).quorum().secondInvitationSuffices()) {
            return List.of();
        }
        return meetings
                .findCalendar(
                        List.of(meeting.organization().value()),
                        meeting.startsAt().minus(LONGEST_BETWEEN),
                        meeting.startsAt())
                .stream()
                .filter(it -> it.state() == MeetingState.CLOSED)
                .map(this::withoutQuorum)
                .filter(it -> !it.undecided().isEmpty())
                .sorted(Comparator.comparing(EarlierMeeting::day).reversed())
                .toList();
    }

    /** The meeting whose lack of quorum was the reason for a second invitation. */
    @Transactional(readOnly = true)
    public Optional<EarlierMeeting> repeatedBy(MeetingId id) {
        var meeting = find(id);
        requireWhoConvenes(meeting);
        return Optional.ofNullable(meeting.repeats()).map(this::find).map(this::withoutQuorum);
    }

    /**
     * A meeting that could not decide on some of its items.
     *
     * @param day in the body's zone
     */
    public record EarlierMeeting(MeetingId id, String title, LocalDate day, List<AgendaItemSummary> undecided) {

        public EarlierMeeting {
            undecided = List.copyOf(undecided);
        }
    }

    private EarlierMeeting withoutQuorum(Meeting meeting) {
        var undecided = decisions
                .orderedStream()
                .flatMap(it -> it.leftUndecided(meeting.id()).stream())
                .toList();
        return new EarlierMeeting(
                meeting.id(), meeting.summary("", zoneOf(meeting)).title(), dayOf(meeting), undecided);
    }

    private void requireLackOfQuorum(Meeting meeting, SecondCall again) {
        if (again.items().isEmpty()) {
            throw new Refusal("meeting.invitation.second-without-items");
        }
        if (earlierWithoutQuorum(meeting.id()).stream().noneMatch(it -> it.id().equals(again.earlier()))) {
            throw new RuleViolation(
                    "meeting.invitation.second-without-first",
                    rules(meeting).quorum().source());
        }
    }

    /** Invitations of a meeting with the proof of their delivery. For the secretariat, the chair and the application. */
    @Transactional(readOnly = true)
    public List<Invitation> of(MeetingId id) {
        requireWhoConvenes(find(id));
        return database.sql("""
                        select person_id, channel, stands_in_for, times, sent_at, delivered_at, way, failure, opened_at,
                            withdrawn_at
                        from meeting_invitation where meeting_id = ?
                        """)
                .param(id.value())
                .query((row, number) -> {
                    var way = row.getString("way");
                    return new Invitation(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            Channel.valueOf(row.getString("channel")),
                            person(row.getObject("stands_in_for", UUID.class)),
                            row.getInt("times"),
                            row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                            instant(row.getObject("delivered_at", OffsetDateTime.class)),
                            way == null ? null : DeliveryWay.valueOf(way),
                            row.getString("failure"),
                            instant(row.getObject("opened_at", OffsetDateTime.class)),
                            instant(row.getObject("withdrawn_at", OffsetDateTime.class)));
                })
                .list();
    }

    /**
     * The mail server took the invitation over for the member's mailbox. Asked again, it changes nothing.
     *
     * @param times which invitation of the person it was; if they were invited anew since, it proves nothing
     */
    public void deliveredByMail(MeetingId id, PersonId person, int times) {
        if (isLatest(id, person, times)) {
            recordDelivery(id, person, DeliveryWay.MAIL);
        }
    }

    private boolean isLatest(MeetingId id, PersonId person, int times) {
        return of(id).stream().anyMatch(it -> it.person().equals(person) && it.times() == times);
    }

    /** The secretariat gave the invitation to the member by another way. Asked again, it changes nothing. */
    public void handedOver(MeetingId id, PersonId person) {
        requireWhoConvenes(find(id));
        recordDelivery(id, person, DeliveryWay.HANDED_OVER);
    }

    /** All letters to members who are invited on paper were given to them or to the post. Asked again, it changes nothing. */
    public void handedOverOnPaper(MeetingId id) {
        of(id).stream()
                .filter(it -> it.channel() == Channel.PRINT && it.isStanding() && it.deliveredAt() == null)
                .forEach(it -> recordDelivery(id, it.person(), DeliveryWay.HANDED_OVER));
    }

    private void recordDelivery(MeetingId id, PersonId person, DeliveryWay way) {
        var now = clock.instant();
        var changed = database.sql("""
                        update meeting_invitation set delivered_at = ?, way = ?, failure = null
                        where meeting_id = ? and person_id = ? and delivered_at is null
                        """)
                .params(utc(now), way.name(), id.value(), person.value())
                .update();
        if (changed == 1) {
            events.publishEvent(new InvitationDelivered(id, person, way, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /**
     * The invitation could not be delivered by mail.
     *
     * @param times which invitation of the person it was; that an earlier one failed says nothing of the latest
     * @param why what the mail server said
     */
    public void failed(MeetingId id, PersonId person, int times, String why) {
        if (!isLatest(id, person, times)) {
            return;
        }
        var changed = database.sql("""
                        update meeting_invitation set failure = ?
                        where meeting_id = ? and person_id = ? and delivered_at is null
                        """).params(why, id.value(), person.value()).update();
        if (changed == 1) {
            events.publishEvent(new InvitationFailed(id, person, clock.instant()));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** The meetings to which the member who is signed in is invited and which they have not opened yet. */
    @Transactional(readOnly = true)
    public Set<MeetingId> unread() {
        return access.signedIn()
                .map(SignedIn::person)
                .map(person -> database.sql("""
                                select meeting_id from meeting_invitation
                                where person_id = ? and opened_at is null and withdrawn_at is null
                                """)
                        .param(person.value())
                        .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                        .set())
                .orElse(Set.of());
    }

    /**
     * The member who is signed in has opened the meeting or its packet. Only the first time is kept. What somebody reads has
     * reached them, also if no mail did.
     */
    public void openedByMember(MeetingId id) {
        var me = access.requirePerson();
        var now = clock.instant();
        database.sql("""
                        update meeting_invitation set opened_at = ?
                        where meeting_id = ? and person_id = ? and opened_at is null and withdrawn_at is null
                        returning delivered_at is null
                        """)
                .params(utc(now), id.value(), me.value())
                .query(Boolean.class)
                .optional()
                .filter(undelivered -> undelivered)
                .ifPresent(undelivered -> recordDelivery(id, me, DeliveryWay.PORTAL));
        events.publishEvent(new MeetingLookedAt(id, me, now));
    }

    /**
     * Whether every member with a vote on the day of the meeting was duly invited (R4): the invitation reached them
     * within the period, or they came, which heals what was wrong with it (R1). Public knowledge of the members; asked for
     * each quorum.
     *
     * @param appeared who is or was present
     */
    @Transactional(readOnly = true)
    public boolean allDulyInvited(MeetingId id, Collection<PersonId> appeared) {
        var meeting = find(id);
        if (meeting.state() == MeetingState.PLANNED) {
            return false;
        }
        var day = dayOf(meeting);
        var zone = zoneOf(meeting);
        var rule = rules(meeting).invitation();
        var inTime = database.sql(
                        "select person_id, delivered_at from meeting_invitation where meeting_id = ? and delivered_at is not null")
                .param(id.value())
                .query((row, number) -> {
                    var delivered = row.getObject("delivered_at", OffsetDateTime.class)
                            .atZoneSameInstant(zone)
                            .toLocalDate();
                    return rule.isKeptBy(new InvitationPeriod(delivered, day), meeting.isUrgent())
                            ? row.getObject("person_id", UUID.class)
                            : null;
                })
                .list();
        return councils.members(meeting.organization(), day).stream()
                .filter(MemberSummary::votes)
                .filter(it -> it.standsInFor() == null)
                .allMatch(it -> inTime.contains(it.person().value()) || appeared.contains(it.person()));
    }

    private InvitationCheck check(Meeting meeting, boolean urgent) {
        var zone = zoneOf(meeting);
        var day = dayOf(meeting);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var rules = rules(meeting);
        var invitation = rules.invitation();
        var announcement = rules.announcement();
        var period = new InvitationPeriod(today, day);
        var problems = new ArrayList<Refusal>();
        if (!meeting.startsAt().isAfter(clock.instant())) {
            problems.add(new Refusal("meeting.plan.in-the-past"));
        }
        if (meeting.agenda().children(null).isEmpty()) {
            problems.add(new Refusal("meeting.invitation.agenda-missing"));
        }
        if (!invitation.isKeptBy(period, urgent)) {
            problems.add(new RuleViolation(
                    urgent ? "meeting.invitation.period-too-short-urgent" : "meeting.invitation.period-too-short",
                    invitation.source(),
                    period.fullDays(),
                    urgent ? invitation.urgentDays() : invitation.days(),
                    invitation.latestDelivery(day, urgent)));
        }
        var announceBy = announcement.latestDay(day, urgent);
        if (rules.publicity().meetingsArePublic() && today.isAfter(announceBy)) {
            problems.add(
                    new RuleViolation("meeting.invitation.announcement-too-late", announcement.source(), announceBy));
        }
        return new InvitationCheck(
                problems,
                period.fullDays(),
                invitation.latestDelivery(day, false),
                invitation.latestDelivery(day, true));
    }

    private void requireWhoConvenes(Meeting meeting) {
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }

    private Meeting find(MeetingId id) {
        return meetings.findById(id).orElseThrow(() -> unknown(id));
    }

    private ZoneId zoneOf(Meeting meeting) {
        return councils.body(councils.organization(meeting.organization()).body())
                .zone();
    }

    private RulesOfProcedure rules(Meeting meeting) {
        return councils.rules(meeting.organization(), dayOf(meeting));
    }

    private LocalDate dayOf(Meeting meeting) {
        return meeting.startsAt().atZone(zoneOf(meeting)).toLocalDate();
    }

    private static NoSuchElementException unknown(MeetingId id) {
        return new NoSuchElementException("meeting " + id);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
