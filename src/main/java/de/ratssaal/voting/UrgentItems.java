package de.ratssaal.voting;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.ToldItems;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.rules.UrgentItemRule;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Items of which the invited were not told in time. They are decided only if all members are present and nobody objects, or if
 * enough of those present find them urgent; the chair, or the secretariat for them, records which (R3).
 */
@Service
@Transactional
public class UrgentItems {

    private final ToldItems told;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final ObjectProvider<MotionGuard> guards;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    UrgentItems(
            ToldItems told,
            Meetings meetings,
            MeetingHold hold,
            AttendanceRegister attendance,
            Councils councils,
            ObjectProvider<MotionGuard> guards,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.told = told;
        this.meetings = meetings;
        this.hold = hold;
        this.attendance = attendance;
        this.councils = councils;
        this.guards = guards;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** Whether the organization must not decide on the item yet. For those who conduct the meeting. */
    @Transactional(readOnly = true)
    public boolean isBarred(MeetingId meeting, AgendaItemId item) {
        conducted(meeting);
        return told.isLate(meeting, item) && !isAdmitted(item);
    }

    /**
     * All members are present and nobody objects. Asked again, it changes nothing.
     *
     * @throws RuleViolation if a member is missing
     */
    public void nobodyObjects(MeetingId id, AgendaItemId item) {
        hold.take(id);
        var meeting = open(id, item);
        var present = attendance.entitled(id, null).size(); // whoever left their vote to another cannot be asked
        var members = councils.members(meeting.organization(), meeting.day()).stream()
                .filter(it -> it.votes() && it.standsInFor() == null)
                .map(MemberSummary::person)
                .distinct()
                .count();
        if (present < members) {
            throw new RuleViolation(
                    "voting.urgent.not-all-present", rule(meeting).source(), present, members);
        }
        admit(id, item, null, present);
    }

    /**
     * Those present voted on whether the item is urgent. Asked again, it changes nothing.
     *
     * @throws RuleViolation if the majority was not reached
     * @throws Refusal if there are more votes than members present
     */
    public void foundUrgent(MeetingId id, AgendaItemId item, Tally votes) {
        hold.take(id);
        var meeting = open(id, item);
        if (!isAdmitted(item)) {
            guards.forEach(it -> it.requireMayBeFoundUrgent(id, item));
        }
        var strength = attendance.strength(id, null);
        var present = strength.votes();
        if (votes.total() > present) {
            throw new Refusal("voting.urgent.too-many", present);
        }
        if (!new Decision(rule(meeting).urgency(), null, votes, present, strength.members()).isAdopted()) {
            throw new RuleViolation("voting.urgent.not-enough", rule(meeting).source(), votes.yes(), present);
        }
        admit(id, item, votes, present);
    }

    /** @throws RuleViolation if the organization must not decide on the item yet */
    void requireAdmitted(MeetingId id, AgendaItemId item) {
        if (told.isLate(id, item) && !isAdmitted(item)) {
            throw new RuleViolation(
                    "voting.urgent.not-on-agenda", rule(meetings.meeting(id)).source());
        }
    }

    private void admit(MeetingId id, AgendaItemId item, @Nullable Tally urgency, int present) {
        var now = clock.instant();
        var admitted = database.sql("""
                        insert into voting_admitted_item (item_id, meeting_id, ground, yes, no, present, admitted_at)
                        values (:item, :meeting, :ground, :yes, :no, :present, :now) on conflict do nothing
                        """)
                .param("item", item.value())
                .param("meeting", id.value())
                .param("ground", urgency == null ? "NOBODY_OBJECTS" : "URGENT")
                .param("yes", urgency == null ? null : urgency.yes(), Types.INTEGER)
                .param("no", urgency == null ? null : urgency.no(), Types.INTEGER)
                .param("present", present)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (admitted == 1) {
            events.publishEvent(new ItemAdmitted(id, item, urgency, present, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    private boolean isAdmitted(AgendaItemId item) {
        return database.sql("select exists (select 1 from voting_admitted_item where item_id = ?)")
                .param(item.value())
                .query(Boolean.class)
                .single();
    }

    private MeetingSummary open(MeetingId id, AgendaItemId item) {
        var meeting = conducted(id);
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        if (meetings.agenda(id).stream().noneMatch(it -> it.id().equals(item))) {
            throw new NoSuchElementException("agenda item " + item);
        }
        return meeting;
    }

    private MeetingSummary conducted(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        return meeting;
    }

    private UrgentItemRule rule(MeetingSummary meeting) {
        return councils.rules(meeting.organization(), meeting.day()).urgentItem();
    }
}
