package de.ratssaal.meeting;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat does before the invitation goes out: plan the meeting and build its agenda. */
@Service
@Transactional
public class MeetingPlanning {

    private final MeetingRepository meetings;
    private final Invitations invitations;
    private final Councils councils;
    private final ObjectProvider<ItemGuard> guards;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    MeetingPlanning(
            MeetingRepository meetings,
            Invitations invitations,
            Councils councils,
            ObjectProvider<ItemGuard> guards,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.councils = councils;
        this.guards = guards;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @throws Refusal if it lies in the past, something is missing or the organization does not meet here
     * @throws RuleViolation if the charter does not allow this way to meet (R12)
     */
    public MeetingId plan(OrganizationId organization, MeetingPlan plan) {
        requireSecretariat(organization);
        if (!councils.organization(organization).classification().meets()) {
            throw new Refusal("meeting.plan.does-not-meet");
        }
        requireAllowedMode(organization, plan);
        return meetings.save(new Meeting(organization, plan, clock.instant())).id();
    }

    /**
     * As {@link #plan}. If the invitation has gone out and the meeting is moved, everybody is invited anew.
     *
     * @throws RuleViolation if a convened meeting is moved to where the period would be too short (R1, R2)
     */
    public void replan(MeetingId id, MeetingPlan plan) {
        var meeting = forChange(id);
        requireAllowedMode(meeting.organization(), plan);
        var wasConvened = meeting.state() == MeetingState.CONVENED;
        var start = meeting.startsAt();
        meeting.replan(plan, clock.instant());
        if (wasConvened) {
            invitations.followMove(meeting, start);
        }
        save(meeting);
    }

    /**
     * @param reason told to everybody who was invited
     */
    public void cancel(MeetingId id, String reason) {
        var meeting = forChange(id);
        meeting.cancel(reason, clock.instant());
        save(meeting);
    }

    /**
     * Adds an item at the end of its part, or of the items below its parent.
     *
     * @param parent the item under which it stands; none at the top
     * @param isPublic part of the agenda; an item below another belongs to that item's part
     */
    public AgendaItemId addItem(MeetingId id, @Nullable AgendaItemId parent, boolean isPublic, String title) {
        var meeting = forChange(id);
        var item = meeting.addItem(parent, isPublic, title);
        save(meeting);
        return item;
    }

    public void renameItem(MeetingId id, AgendaItemId item, String title) {
        var meeting = forChange(id);
        meeting.renameItem(item, title);
        save(meeting);
    }

    /** Takes an item with everything below it off the agenda. */
    public void removeItem(MeetingId id, AgendaItemId item) {
        var meeting = forChange(id);
        meeting.removeItem(item);
        save(meeting);
    }

    /**
     * Moves an item with everything below it.
     *
     * @param parent the item under which it goes; none for the top
     * @param isPublic part of the agenda, for an item at the top
     * @param position place among its new siblings, counted from 0
     * @throws Refusal if it would bring something before the public that is not for it
     */
    public void moveItem(
            MeetingId id, AgendaItemId item, @Nullable AgendaItemId parent, boolean isPublic, int position) {
        var meeting = forChange(id);
        meeting.moveItem(
                item,
                parent,
                isPublic,
                position,
                moved -> guards.orderedStream().forEach(it -> it.requireFitForPublic(moved)));
        save(meeting);
    }

    /** @param minutes how long the item is thought to take; none if nobody knows */
    public void planTime(MeetingId id, AgendaItemId item, @Nullable Integer minutes) {
        var meeting = forChange(id);
        meeting.planTime(item, minutes);
        save(meeting);
    }

    /** The item is deliberated together with the one before it. */
    public void joinItem(MeetingId id, AgendaItemId item) {
        var meeting = forChange(id);
        meeting.joinItem(item);
        save(meeting);
    }

    /** The item is deliberated alone again. */
    public void separateItem(MeetingId id, AgendaItemId item) {
        var meeting = forChange(id);
        meeting.separateItem(item);
        save(meeting);
    }

    private void requireAllowedMode(OrganizationId organization, MeetingPlan plan) {
        var zone = councils.body(councils.organization(organization).body()).zone();
        var remote = councils.rules(organization, plan.startsAt().atZone(zone).toLocalDate())
                .remote();
        if (plan.mode() == MeetingMode.DIGITAL && !remote.digital()) {
            throw new RuleViolation("meeting.plan.digital-not-allowed", remote.source());
        }
        if (plan.mode() == MeetingMode.HYBRID && !remote.hybrid()) {
            throw new RuleViolation("meeting.plan.hybrid-not-allowed", remote.source());
        }
    }

    private Meeting forChange(MeetingId id) {
        var meeting = meetings.findForAct(id).orElseThrow(() -> new NoSuchElementException("meeting " + id));
        requireSecretariat(meeting.organization());
        return meeting;
    }

    private void save(Meeting meeting) {
        meetings.save(meeting);
        notices.changed(ChangeNotices.meeting(meeting.id().value()));
    }

    private void requireSecretariat(OrganizationId organization) {
        access.require(organization, Role.SECRETARIAT);
    }
}
