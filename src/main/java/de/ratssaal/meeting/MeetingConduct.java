package de.ratssaal.meeting;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What who conducts a meeting does with it. The secretariat may act for them.
 *
 * <p>Acts queue at the meeting. Each carries the revision that its sender saw; if somebody else acted in between it is
 * refused, and the sender looks again.
 */
@Service
@Transactional
public class MeetingConduct {

    private final MeetingRepository meetings;
    private final Councils councils;
    private final ObjectProvider<ConductGuard> guards;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    MeetingConduct(
            MeetingRepository meetings,
            Councils councils,
            ObjectProvider<ConductGuard> guards,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.guards = guards;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Opens the meeting. Whoever opens it conducts it.
     *
     * @throws Refusal if it was not convened, or its time is more than an hour away
     */
    public void open(MeetingId id, long seen) {
        open(id, seen, this::whoConducts);
    }

    /**
     * Opens the meeting for somebody else who conducts it: the chair, or the deputy if the chair is absent. For the
     * secretariat.
     *
     * @throws Refusal as in {@link #open(MeetingId, long)}, or if that person neither chairs nor is a deputy
     */
    public void openFor(MeetingId id, PersonId chair, long seen) {
        open(id, seen, meeting -> {
            access.require(meeting.organization(), Role.SECRETARIAT);
            if (whoMayConduct(meeting).noneMatch(it -> it.person().equals(chair))) {
                throw new Refusal("meeting.open.not-in-the-chair");
            }
            return chair;
        });
    }

    private void open(MeetingId id, long seen, Function<Meeting, PersonId> chair) {
        act(id, seen, (meeting, now) -> meeting.open(chair.apply(meeting), zoneOf(meeting), now));
    }

    /** The chair passes to whoever calls this, for instance the deputy. */
    public void takeOver(MeetingId id, long seen) {
        act(id, seen, (meeting, now) -> {
            access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR);
            meeting.handOver(access.requirePerson(), now);
        });
    }

    public void interrupt(MeetingId id, long seen) {
        act(id, seen, Meeting::interrupt);
    }

    /** @throws Refusal if something has to be settled first, such as a disturbance (R16) */
    public void resume(MeetingId id, long seen) {
        act(id, seen, (meeting, now) -> {
            guards.forEach(it -> it.requireMayGoOn(id));
            meeting.resume(now);
        });
    }

    /** Puts an item before the meeting and finishes the one that was. */
    public void callItem(MeetingId id, AgendaItemId item, long seen) {
        act(id, seen, (meeting, now) -> meeting.callItem(item, now));
    }

    /** The meeting is done with the item that is before it. */
    public void finishItem(MeetingId id, AgendaItemId item, long seen) {
        act(id, seen, (meeting, now) -> meeting.finishItem(item, now));
    }

    /**
     * Excludes the public from the item before the meeting, with everything below it, after that was decided behind closed doors
     * (R11). Asked again, it changes nothing.
     *
     * @param reason why, as the meeting found in non-public session
     * @throws Refusal if the doors are open or no such decision is recorded, a vote on one of these items is under way, or one was
     *     dealt with in public already
     */
    public void excludePublic(MeetingId id, AgendaItemId item, String reason, long seen) {
        act(id, seen, (meeting, now) -> meeting.excludePublic(item, reason, now));
    }

    /**
     * Takes up an item before another one of its part, or at the end.
     *
     * @throws Refusal if one of them was called already or they stand in different parts: what is not public does not come before
     *     the public, nor the other way round, by being moved
     */
    public void takeUpBefore(MeetingId id, AgendaItemId item, @Nullable AgendaItemId next, long seen) {
        act(id, seen, (meeting, now) -> meeting.takeUpBefore(item, next, now));
    }

    /**
     * Two items are deliberated together. Asked again, it changes nothing.
     *
     * @throws Refusal if one of them is done, or they stand in different parts
     */
    public void deliberateWith(MeetingId id, AgendaItemId item, AgendaItemId other, long seen) {
        act(id, seen, (meeting, now) -> meeting.deliberateWith(item, other, now));
    }

    /** An item is deliberated alone again. */
    public void deliberateAlone(MeetingId id, AgendaItemId item, long seen) {
        act(id, seen, (meeting, now) -> meeting.deliberateAlone(item, now));
    }

    /**
     * From now on nobody follows the item before the meeting but those who may attend non-public ones: it is decided without the
     * public whether the public is excluded (R11). Asked again, it changes nothing.
     *
     * @throws Refusal if no item is before the open meeting, or it is not public anyway
     */
    public void closeDoors(MeetingId id, long seen) {
        act(id, seen, Meeting::closeDoors);
    }

    /** The public is let in again. Asked again, it changes nothing. */
    public void openDoors(MeetingId id, long seen) {
        act(id, seen, Meeting::openDoors);
    }

    /** @throws Refusal if something has to be settled first */
    public void close(MeetingId id, long seen) {
        act(id, seen, (meeting, now) -> {
            guards.forEach(it -> it.requireMayClose(id));
            meeting.close(now);
        });
    }

    private void act(MeetingId id, long seen, BiConsumer<Meeting, Instant> step) {
        var meeting = meetings.findForAct(id).orElseThrow(() -> new NoSuchElementException("meeting " + id));
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        meeting.requireRevision(seen);
        step.accept(meeting, clock.instant());
        meetings.save(meeting);
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    /** The chair who acts; if the secretariat presses for them, the organization's chair. */
    private PersonId whoConducts(Meeting meeting) {
        if (!access.isSystem() && access.has(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR)) {
            return access.requirePerson();
        }
        return whoMayConduct(meeting)
                .filter(it -> it.role() == MembershipRole.CHAIR)
                .findFirst()
                .orElseThrow(() -> new Refusal("meeting.open.no-chair"))
                .person();
    }

    private Stream<MemberSummary> whoMayConduct(Meeting meeting) {
        var today = clock.instant().atZone(zoneOf(meeting)).toLocalDate();
        return councils.members(meeting.organization(), today).stream()
                .filter(it -> it.role() == MembershipRole.CHAIR || it.role() == MembershipRole.DEPUTY_CHAIR);
    }

    private ZoneId zoneOf(Meeting meeting) {
        return councils.body(councils.organization(meeting.organization()).body())
                .zone();
    }
}
