package de.ratssaal.distribution;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.ExcuseWithdrawn;
import de.ratssaal.attendance.MemberArrived;
import de.ratssaal.attendance.MemberExcused;
import de.ratssaal.attendance.MemberLeft;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.Substitutes;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who says that they cannot come is represented by the next substitute at once, in the same transaction: the two stand or
 * fall together. Who can come after all has their seat back, as long as the meeting has not begun.
 */
@Service
@Transactional
public class Representation {

    private final Meetings meetings;
    private final Substitutes substitutes;
    private final AttendanceRegister attendance;
    private final Rounds rounds;
    private final Councils councils;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    Representation(
            Meetings meetings,
            Substitutes substitutes,
            AttendanceRegister attendance,
            Rounds rounds,
            Councils councils,
            JdbcClient database,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.substitutes = substitutes;
        this.attendance = attendance;
        this.rounds = rounds;
        this.councils = councils;
        this.database = database;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** Members who cannot come and whom nobody can represent. For those who convene the meeting. */
    @Transactional(readOnly = true)
    public Set<PersonId> unfilled(MeetingId id) {
        access.require(meetings.meeting(id).organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return known(id);
    }

    /** Who represents the member who is signed in. */
    @Transactional(readOnly = true)
    public Optional<PersonId> representsMe(MeetingId id) {
        meetings.meeting(id);
        return substituteOf(id, access.requirePerson());
    }

    /** Whom the person who is signed in represents. */
    @Transactional(readOnly = true)
    public Optional<PersonId> representedByMe(MeetingId id) {
        meetings.meeting(id);
        var me = access.requirePerson();
        return substitutes.called(id).stream()
                .filter(it -> it.substitute().equals(me))
                .map(Substitutes.Called::member)
                .findFirst();
    }

    @EventListener
    void on(MemberExcused event) {
        access.asSystem(TakingStock.JOB, () -> settle(event.meeting()));
    }

    @EventListener
    void on(ExcuseWithdrawn event) {
        access.asSystem(TakingStock.JOB, () -> {
            meetings.hold(event.meeting());
            var before = substituteOf(event.meeting(), event.person());
            settle(event.meeting());
            if (substituteOf(event.meeting(), event.person()).isEmpty()) {
                before.ifPresent(it -> rounds.takeBack(event.meeting(), event.person(), councils.nameOf(it)));
            }
        });
    }

    /**
     * The chair or the secretariat lets a substitute take a seat that is empty, who was not called before. Who simply comes
     * cannot take it themselves: they would vote on what they may not read.
     */
    @EventListener
    void on(MemberArrived event) {
        if (access.isSystem()) {
            return;
        }
        var meeting = meetings.meeting(event.meeting());
        if (!holdsSeatUncalled(meeting, event.person())) {
            return;
        }
        if (isOwn(event.person())
                || !access.has(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR)) {
            throw new Refusal("distribution.substitute.not-called");
        }
        seat(meeting, event.person());
    }

    /** A substitute who listens has the seat's vote as soon as the member goes. */
    @EventListener
    void on(MemberLeft event) {
        access.asSystem(TakingStock.JOB, () -> {
            var meeting = meetings.meeting(event.meeting());
            if (meeting.state() == MeetingState.CONVENED || meeting.state().isRunning()) {
                attendance.present(meeting.id()).stream()
                        .map(Presence::person)
                        .filter(it -> holdsSeatUncalled(meeting, it))
                        .forEach(it -> seat(meeting, it));
            }
        });
    }

    private boolean holdsSeatUncalled(MeetingSummary meeting, PersonId person) {
        return memberRepresentedBy(meeting, person).isPresent()
                && attendance.holdingVotes(meeting.id()).contains(person)
                && substitutes.called(meeting.id()).stream()
                        .noneMatch(it -> it.substitute().equals(person));
    }

    private Optional<PersonId> memberRepresentedBy(MeetingSummary meeting, PersonId person) {
        return councils.member(meeting.organization(), person, meeting.day()).map(MemberSummary::standsInFor);
    }

    /** Who has the seat's vote is the one who is called; another who was called and has not come is released. */
    private void seat(MeetingSummary meeting, PersonId substitute) {
        var member = memberRepresentedBy(meeting, substitute).orElseThrow();
        substitutes.called(meeting.id()).stream()
                .filter(it -> it.member().equals(member))
                .forEach(it -> substitutes.release(meeting.id(), it.substitute()));
        substitutes.call(meeting.id(), substitute);
    }

    private Optional<PersonId> substituteOf(MeetingId id, PersonId member) {
        return substitutes.called(id).stream()
                .filter(it -> it.member().equals(member))
                .map(Substitutes.Called::substitute)
                .findFirst();
    }

    private boolean isOwn(PersonId person) {
        return access.signedIn().map(it -> person.equals(it.person())).orElse(false);
    }

    /** Brings the substitutes in line with who can come. Done again, it changes nothing. */
    private void settle(MeetingId id) {
        meetings.hold(id);
        var meeting = meetings.meeting(id);
        if (meeting.state() != MeetingState.CONVENED && !meeting.state().isRunning()) {
            return;
        }
        var choice = SubstituteChoice.of(
                appointed(meeting),
                attendance.excused(id),
                substitutes.called(id),
                meeting.state() != MeetingState.CONVENED);
        choice.release().forEach(it -> substitutes.release(id, it));
        choice.call().forEach(it -> substitutes.call(id, it.substitute()));
        var called = substitutes.called(id);
        var unfilled = new HashSet<>(choice.unfilled());
        choice.call().stream()
                .filter(it -> !called.contains(it))
                .map(Substitutes.Called::member)
                .forEach(unfilled::add);
        note(id, unfilled);
    }

    private void note(MeetingId id, Set<PersonId> unfilled) {
        var before = known(id);
        for (var member : before) {
            if (!unfilled.contains(member)) {
                database.sql("delete from distribution_unfilled where meeting_id = ? and member_id = ?")
                        .params(id.value(), member.value())
                        .update();
            }
        }
        var now = clock.instant();
        for (var member : unfilled) {
            if (!before.contains(member)) {
                database.sql("insert into distribution_unfilled (meeting_id, member_id, since) values (?, ?, ?)")
                        .params(id.value(), member.value(), now.atOffset(ZoneOffset.UTC))
                        .update();
                events.publishEvent(new SubstituteMissing(id, member, now));
            }
        }
    }

    private Set<PersonId> known(MeetingId id) {
        return new HashSet<>(database.sql("select member_id from distribution_unfilled where meeting_id = ?")
                .param(id.value())
                .query((row, number) -> new PersonId(row.getObject("member_id", UUID.class)))
                .list());
    }

    /**
     * The substitutes of each member with a vote, who was appointed first being called first. Where nobody has substitutes,
     * as in a council, nobody is missed.
     */
    private Map<PersonId, List<PersonId>> appointed(MeetingSummary meeting) {
        var everybody = councils.members(meeting.organization(), meeting.day());
        var isCommittee = councils.organization(meeting.organization()).classification() == Classification.COMMITTEE;
        if (!isCommittee && everybody.stream().allMatch(it -> it.standsInFor() == null)) {
            return Map.of();
        }
        var appointed = new LinkedHashMap<PersonId, List<PersonId>>();
        everybody.stream()
                .filter(MemberSummary::votes)
                .forEach(member -> appointed.put(
                        member.person(),
                        everybody.stream()
                                .filter(it -> member.person().equals(it.standsInFor()))
                                .map(MemberSummary::person)
                                .sorted(Comparator.comparing(it -> since(meeting, it)))
                                .toList()));
        return appointed;
    }

    private LocalDate since(MeetingSummary meeting, PersonId substitute) {
        return councils.memberships(substitute).stream()
                .filter(it -> it.organization().id().equals(meeting.organization()) && it.holdsOn(meeting.day()))
                .map(it -> it.firstDay())
                .findFirst()
                .orElse(LocalDate.MAX);
    }
}
