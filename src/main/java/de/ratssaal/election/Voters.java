package de.ratssaal.election;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Delegation;
import de.ratssaal.attendance.Entitled;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.attendance.Recusal;
import de.ratssaal.attendance.VotingStrength;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voting.Eligibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who elects. Whoever is recused on the item elects like everybody else: recusal does not apply to elections of persons by the
 * organization itself (R7), unless its rules say so.
 */
@Component
class Voters {

    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final Councils councils;

    Voters(AttendanceRegister attendance, Meetings meetings, Councils councils) {
        this.attendance = attendance;
        this.meetings = meetings;
        this.councils = councils;
    }

    Quorum quorum(MeetingId id, AgendaItemId item) {
        return appliesRecusal(meetings.meeting(id))
                ? attendance.quorum(id, item)
                : attendance.quorumInElection(id, item);
    }

    /** How many votes belong to somebody who takes part remotely, where no ballot is handed out. */
    int elsewhere(MeetingId id, AgendaItemId item) {
        return strength(id, item).votesElsewhere();
    }

    /** Votes of those who are there and elect, own ones and those that they carry for others: as many ballots each is handed out. */
    int votes(MeetingId id, AgendaItemId item) {
        return strength(id, item).votes();
    }

    /** Whether raised hands can be counted: each of them is one vote, of who raises it. */
    boolean areByHands(MeetingId id, AgendaItemId item) {
        return strength(id, item).isByHands();
    }

    private VotingStrength strength(MeetingId id, AgendaItemId item) {
        return appliesRecusal(meetings.meeting(id))
                ? attendance.strength(id, item)
                : attendance.strengthInElection(id, item);
    }

    /** Whether whoever is recused on the item elects like everybody else (R7). */
    boolean doRecusedElect(MeetingId id) {
        return !appliesRecusal(meetings.meeting(id));
    }

    /** Who may cast a vote of their own now. */
    List<PersonId> entitled(MeetingId id, AgendaItemId item) {
        var entitled = doRecusedElect(id) ? attendance.entitledInElection(id, item) : attendance.entitled(id, item);
        return entitled.stream().map(Entitled::person).toList();
    }

    /** @throws RuleViolation if somebody may not cast a vote now; it says why */
    void require(MeetingId id, AgendaItemId item, PersonId person) {
        var meeting = meetings.meeting(id);
        Eligibility.require(
                appliesRecusal(meeting)
                        ? attendance.standing(id, item, person)
                        : attendance.standingInElection(id, item, person),
                councils.rules(meeting.organization(), meeting.day()));
    }

    /** Members whose vote is theirs and who are there, in the room or remotely. */
    Set<PersonId> present(MeetingId id, AgendaItemId item) {
        var unconfirmed = attendance.mustConfirmAlone(id, item);
        return attendance.present(id).stream()
                .map(Presence::person)
                .filter(mayVote(id, item)::contains)
                .filter(it -> !unconfirmed.contains(it))
                .collect(Collectors.toSet());
    }

    /** Votes of those who are in the room, where ballots are handed out, or were since a time: some leave once they have voted. */
    int inRoomSince(MeetingId id, AgendaItemId item, Instant since) {
        var meeting = meetings.meeting(id);
        var seats = councils.members(meeting.organization(), meeting.day()).stream()
                .filter(it -> it.votes() || it.standsInFor() != null)
                .collect(Collectors.toMap(MemberSummary::person, Voters::seat, (one, other) -> one));
        var recused = appliesRecusal(meeting) ? recused(id, item) : Set.<PersonId>of();
        var there = attendance.intervals(id).stream()
                .filter(it -> it.place() == Place.ROOM
                        && (it.until() == null || it.until().isAfter(since)))
                .map(Presence::person)
                .filter(it -> seats.containsKey(it) && !recused.contains(it))
                .collect(Collectors.toSet());
        var carried = attendance.delegations(id).stream()
                .filter(it -> it.holdsFor(item)
                        && (it.endedAt() == null || it.endedAt().isAfter(since))
                        && there.contains(it.holder())
                        && !recused.contains(it.member()))
                .map(Delegation::member);
        var weights = weights(meeting);
        return Stream.concat(there.stream().map(it -> Objects.requireNonNull(seats.get(it))), carried)
                .distinct()
                .mapToInt(it -> weights.getOrDefault(it, 1))
                .sum();
    }

    /** How many votes each seat has; where the rules know one only, it is one. */
    private Map<PersonId, Integer> weights(MeetingSummary meeting) {
        return councils.rules(meeting.organization(), meeting.day()).weight().weighted()
                ? councils.members(meeting.organization(), meeting.day()).stream()
                        .filter(MemberSummary::votes)
                        .collect(Collectors.toMap(MemberSummary::person, MemberSummary::weight, (one, other) -> one))
                : Map.of();
    }

    private static PersonId seat(MemberSummary member) {
        var standsInFor = member.standsInFor();
        return standsInFor == null ? member.person() : standsInFor;
    }

    private Set<PersonId> mayVote(MeetingId id, AgendaItemId item) {
        var holding = attendance.holdingVotes(id);
        if (!appliesRecusal(meetings.meeting(id))) {
            return holding;
        }
        var recused = recused(id, item);
        return holding.stream().filter(it -> !recused.contains(it)).collect(Collectors.toSet());
    }

    private Set<PersonId> recused(MeetingId id, AgendaItemId item) {
        return attendance.recusals(id).stream()
                .filter(it -> it.item().equals(item))
                .map(Recusal::person)
                .collect(Collectors.toSet());
    }

    boolean appliesRecusal(MeetingSummary meeting) {
        return councils.rules(meeting.organization(), meeting.day()).recusal().appliesToElections();
    }
}
