package de.ratssaal.voting;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Delegation;
import de.ratssaal.attendance.Presence;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.attendance.Recusal;
import de.ratssaal.attendance.SeatVotes;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.LackOfQuorum;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An item was left undecided if nothing was resolved on it, or that it be deferred, while too few were present (R5). */
@Component
class LeftUndecided implements LackOfQuorum {

    private static final String JOB = "voting";

    private final Meetings meetings;
    private final Councils councils;
    private final AttendanceRegister attendance;
    private final ResolutionBook resolutions;
    private final Access access;

    LeftUndecided(
            Meetings meetings,
            Councils councils,
            AttendanceRegister attendance,
            ResolutionBook resolutions,
            Access access) {
        this.meetings = meetings;
        this.councils = councils;
        this.attendance = attendance;
        this.resolutions = resolutions;
        this.access = access;
    }

    @Override
    public List<AgendaItemSummary> leftUndecided(MeetingId closed) {
        return access.asSystem(JOB, () -> find(meetings.meeting(closed)));
    }

    private List<AgendaItemSummary> find(MeetingSummary meeting) {
        var end = meeting.closedAt();
        if (end == null) {
            return List.of();
        }
        var settled = resolutions.of(meeting.id()).stream()
                .filter(it -> it.outcome() != Outcome.DEFERRED)
                .map(Resolution::item)
                .collect(Collectors.toSet());
        var recusals = attendance.recusals(meeting.id());
        var intervals = attendance.intervals(meeting.id());
        return meetings.agenda(meeting.id()).stream()
                .filter(it -> !settled.contains(it.id()))
                .filter(it -> {
                    var at = it.doneAt() == null ? end : it.doneAt();
                    return !quorum(meeting, it.id(), at, intervals, recusals).isMet();
                })
                .toList();
    }

    private Quorum quorum(
            MeetingSummary meeting, AgendaItemId item, Instant at, List<Presence> intervals, List<Recusal> recusals) {
        var present = intervals.stream()
                .filter(it -> it.isAt(at))
                .map(Presence::person)
                .collect(Collectors.toSet());
        var recused = recusals.stream()
                .filter(it -> it.item().equals(item))
                .map(Recusal::person)
                .collect(Collectors.toSet());
        var votes = new SeatVotes(councils.members(meeting.organization(), meeting.day()), present);
        var rules = councils.rules(meeting.organization(), meeting.day());
        var holders =
                rules.delegation().countsAsPresent() ? holders(meeting.id(), item, at) : Map.<PersonId, PersonId>of();
        // more members than seats is an error in the register, as for AttendanceRegister
        var members = Math.max(councils.organization(meeting.organization()).legalStrength(), votes.count());
        return new Quorum(
                rules.quorum(),
                members,
                votes.countPresent(recused) + votes.countCarried(holders, recused),
                votes.countRecused(recused),
                true,
                false,
                rules.weight().countsVotesForQuorum()
                        ? new Quorum.InVotes(
                                members - votes.count() + votes.weight(),
                                votes.weightPresent(recused) + votes.weightCarried(holders, recused),
                                votes.weightRecused(recused))
                        : null);
    }

    private Map<PersonId, PersonId> holders(MeetingId id, AgendaItemId item, Instant at) {
        return attendance.delegations(id).stream()
                .filter(it -> it.isInForceAt(at) && it.holdsFor(item))
                .collect(Collectors.toMap(Delegation::member, Delegation::holder));
    }
}
