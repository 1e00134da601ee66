package de.ratssaal.conduct;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Going into non-public session: the public leaves, it is decided whether it is excluded from the item, and it is let in again or
 * the item goes on without it (R11). For the chair, and the secretariat for them.
 */
@Service
@Transactional
public class DecidingPublicity {

    private final MeetingHold hold;
    private final Meetings meetings;
    private final MeetingConduct conduct;
    private final AttendanceRegister attendance;
    private final Polls polls;
    private final ResolutionBook resolutions;
    private final Councils councils;
    private final ActStore store;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    DecidingPublicity(
            MeetingHold hold,
            Meetings meetings,
            MeetingConduct conduct,
            AttendanceRegister attendance,
            Polls polls,
            ResolutionBook resolutions,
            Councils councils,
            ActStore store,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.conduct = conduct;
        this.attendance = attendance;
        this.polls = polls;
        this.resolutions = resolutions;
        this.councils = councils;
        this.store = store;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The public leaves while it is decided whether it is excluded from the item before the meeting. Asked again, it changes nothing.
     *
     * @throws Refusal if there is no public item before the open meeting, a vote on it runs, or it is settled in public
     */
    public void closeDoors(MeetingId id) {
        var meeting = conducted(id);
        var item = meeting.currentItem();
        if (item != null) {
            requireNothingVotedOn(id, item);
        }
        conduct.closeDoors(id, meeting.revision());
    }

    /**
     * The meeting decided behind closed doors that the public is excluded. Asked again, it changes nothing.
     *
     * @param reason why the public interest or somebody's rights ask for it; it is not public itself
     * @throws RuleViolation if the doors are not closed, there is no quorum, or there were not more yes than no
     * @throws Refusal if there are more votes than members who may vote, or no reason is given
     */
    public void exclude(MeetingId id, Tally votes, String reason) {
        var meeting = conducted(id);
        var item = beforeMeeting(meeting);
        if (!item.isPublic()) {
            return;
        }
        var source = councils.rules(meeting.organization(), meeting.day())
                .publicity()
                .source();
        if (!meeting.doorsClosed()) {
            throw new RuleViolation("conduct.doors.decide-behind", source);
        }
        requireCounted(id, item.id(), votes);
        attendance.quorum(id, item.id()).require();
        if (votes.yes() <= votes.no()) {
            throw new RuleViolation("conduct.doors.no-majority", source, votes.yes(), votes.no());
        }
        keep(id, ActKind.EXCLUDE, item, votes); // without its record the public is not excluded
        conduct.excludePublic(id, item.id(), reason, meeting.revision());
    }

    /**
     * The meeting did not exclude the public, which follows the item again. Asked again, it changes nothing.
     *
     * @param votes on excluding it; none if it was not voted on
     */
    public void admit(MeetingId id, Tally votes) {
        var meeting = conducted(id);
        if (!meeting.doorsClosed()) {
            return;
        }
        var item = beforeMeeting(meeting);
        requireCounted(id, item.id(), votes);
        if (votes.yes() > votes.no()) {
            throw new Refusal("conduct.doors.was-excluded");
        }
        conduct.openDoors(id, meeting.revision());
        keep(id, ActKind.ADMIT, item, votes);
    }

    private void requireCounted(MeetingId id, AgendaItemId item, Tally votes) {
        var entitled = attendance.strength(id, item).votes();
        if (votes.total() > entitled) {
            throw new Refusal("conduct.doors.too-many", entitled);
        }
    }

    private void requireNothingVotedOn(MeetingId id, AgendaItemId item) {
        if (polls.of(id).stream().anyMatch(it -> it.item().equals(item) && it.state() == PollState.OPEN)) {
            throw new Refusal("voting.item.poll-is-open");
        }
        if (resolutions.of(id).stream().anyMatch(it -> it.item().equals(item))) {
            throw new Refusal("voting.record.settled");
        }
    }

    private void keep(MeetingId id, ActKind kind, AgendaItemSummary item, Tally votes) {
        var now = clock.instant();
        var detail = votes.total() == 0 ? "" : "%d : %d : %d".formatted(votes.yes(), votes.no(), votes.abstentions());
        store.add(
                id,
                new AgendaAct(UUID.randomUUID(), kind, item.id(), item.number(), detail, now, null),
                ActStore.Way.NONE);
        events.publishEvent(new AgendaActDone(id, item.id(), kind, detail, now));
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    private AgendaItemSummary beforeMeeting(MeetingSummary meeting) {
        return meetings.agenda(meeting.id()).stream()
                .filter(it -> it.id().equals(meeting.currentItem()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("item before meeting " + meeting.id()));
    }

    private MeetingSummary conducted(MeetingId id) {
        meetings.hold(id);
        hold.take(id);
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("conduct.not-open");
        }
        return meeting;
    }
}
