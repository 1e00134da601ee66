package de.ratssaal.distribution;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.ToldItems;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.InvitationPeriod;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed after the invitation is told to the invited, once. For those who convene the meeting. */
@Service
@Transactional
public class Supplements {

    private static final int LONGEST_NOTE = 2_000;

    private final Meetings meetings;
    private final Invitations invitations;
    private final ToldItems items;
    private final Rounds rounds;
    private final TakingStock stock;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    Supplements(
            Meetings meetings,
            Invitations invitations,
            ToldItems items,
            Rounds rounds,
            TakingStock stock,
            Councils councils,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.items = items;
        this.rounds = rounds;
        this.stock = stock;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
    }

    /** What would be told now. */
    public Supplement pending(MeetingId id) {
        var meeting = meetings.meeting(id);
        requireWhoConvenes(meeting);
        return supplement(meeting, isOpen(meeting) ? changes(id, stock.of(id)) : List.of());
    }

    /**
     * Tells everybody who is invited, on the way each agreed to, as far as they may know it. If there is nothing to be told,
     * because it was told before, it changes nothing.
     *
     * @param note what the secretariat adds; may be empty
     * @throws Refusal if the meeting is over or was called off
     */
    public void send(MeetingId id, String note) {
        meetings.hold(id);
        var meeting = meetings.meeting(id);
        requireWhoConvenes(meeting);
        if (!isOpen(meeting)) {
            throw new Refusal("distribution.supplement.too-late");
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw new Refusal("distribution.supplement.note-too-long", LONGEST_NOTE);
        }
        var now = stock.of(id);
        var before = rounds.lastTold(id);
        if (now.since(before, now).isEmpty()) {
            return;
        }
        var told = access.asSystem(
                TakingStock.JOB,
                () -> invitations.of(id).stream()
                        .filter(Invitation::isStanding)
                        .map(Invitation::person)
                        .filter(it -> concerns(id, it, before, now))
                        .toList());
        rounds.begin(id, RoundKind.SUPPLEMENT, "after/" + rounds.lastNumber(id), note.strip(), now, told);
        items.supplemented(id);
    }

    /** Whoever may know nothing of what changed is not even told that something did. */
    private boolean concerns(MeetingId id, PersonId person, Contents before, Contents now) {
        var attends = meetings.attendsNonPublic(id, person);
        return !now.readableBy(attends).since(before.readableBy(attends), now).isEmpty();
    }

    private List<Change> changes(MeetingId id, Contents now) {
        return now.since(rounds.lastTold(id), now);
    }

    private Supplement supplement(MeetingSummary meeting, List<Change> changes) {
        var rules = councils.rules(meeting.organization(), meeting.day());
        var today = LocalDate.ofInstant(clock.instant(), meeting.zone());
        var period = new InvitationPeriod(today, meeting.day());
        return new Supplement(
                changes,
                changes.stream().anyMatch(it -> it.subject() == Subject.ITEM && it.what() == Change.What.NEW),
                rules.invitation().isKeptBy(period, meeting.urgent()),
                period.fullDays(),
                rules.urgentItem().source(),
                !today.isAfter(rules.announcement().latestDay(meeting.day(), meeting.urgent())),
                rules.announcement().source());
    }

    private static boolean isOpen(MeetingSummary meeting) {
        return meeting.state() == MeetingState.CONVENED || meeting.state().isRunning();
    }

    private void requireWhoConvenes(MeetingSummary meeting) {
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }
}
