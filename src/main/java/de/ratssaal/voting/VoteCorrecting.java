package de.ratssaal.voting;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ActInMeeting;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member changes their open vote until the poll is closed, where the rules let them; and whoever enters votes for members in the
 * room corrects what was entered wrongly. The last vote counts; what it was before is kept.
 *
 * <p>The device names the vote that it changes. Of two devices that act at once the second changes a vote that counts no more, and is
 * refused, as is a change that waited on a device while another was made: nothing older ever takes the place of something newer.
 */
@Service
@Transactional
public class VoteCorrecting {

    private final PollRepository polls;
    private final PollLookup lookup;
    private final BallotBox box;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final ActInMeeting act;
    private final Access access;

    VoteCorrecting(
            PollRepository polls,
            PollLookup lookup,
            BallotBox box,
            AttendanceRegister attendance,
            Meetings meetings,
            ActInMeeting act,
            Access access) {
        this.polls = polls;
        this.lookup = lookup;
        this.box = box;
        this.attendance = attendance;
        this.meetings = meetings;
        this.act = act;
        this.access = access;
    }

    /**
     * Changes the vote of the member who is signed in.
     *
     * @param receipt made by the sender for this change; sent again with the same receipt it changes nothing
     * @param replaces receipt of the vote that is changed
     * @throws RuleViolation if the rules do not let votes be changed, or the member has left or is recused since
     * @throws Refusal if the poll is not open, or the vote was changed meanwhile on another device
     */
    public CastVote correct(PollId id, Choice choice, UUID receipt, UUID replaces) {
        return correctFor(id, access.requirePerson(), choice, receipt, replaces);
    }

    /**
     * Changes the vote of a member, as they themself or as who cast it for them.
     *
     * @throws RuleViolation as {@link #correct} does, and if the vote is not left to who cast it any more
     * @throws Refusal as {@link #correct} does, and if somebody else cast it
     */
    public CastVote correctFor(PollId id, PersonId person, Choice choice, UUID receipt, UUID replaces) {
        var caster = access.requirePerson();
        var of = act.hold(lookup.meetingOf(id));
        var meeting = of.id();
        var stored = box.find(id, person).orElseThrow(() -> new Refusal("voting.correct.no-vote"));
        var castBy = stored.vote().castBy();
        if (!caster.equals(castBy == null ? person : castBy)) {
            throw new Refusal("voting.vote.cast-by-another");
        }
        if (stored.receipt().equals(receipt)) {
            return new CastVote.AlreadyStored(
                    stored.vote().choice(), stored.vote().castAt(), receipt);
        }
        if (box.wasReplaced(id, person, receipt)) {
            return new CastVote.Replaced(stored.vote().choice(), stored.vote().castAt(), stored.receipt());
        }
        var poll = polls.findById(id).orElseThrow(() -> new NoSuchElementException("poll " + id));
        if (poll.state() != PollState.OPEN) {
            throw new Refusal("voting.correct.closed");
        }
        var rules = act.rules(of);
        if (!poll.isCorrectable()) {
            throw new RuleViolation("voting.correct.final", rules.openVote().source());
        }
        Eligibility.require(attendance.standing(meeting, poll.item(), person, caster), rules);
        if (!stored.receipt().equals(replaces)) {
            throw new Refusal("voting.correct.overtaken");
        }
        var now = act.now();
        box.correct(id, person, choice, receipt, replaces, false, now);
        act.done(meeting, new VoteCorrected(id, meeting, person, choice, receipt, replaces, false, now));
        return new CastVote.Stored(choice, now, receipt);
    }

    /** What was entered for members in the room so far, for who enters it. */
    @Transactional(readOnly = true)
    public List<EnteredVote> entered(PollId id) {
        requireConduct(lookup.meetingOf(id));
        return box.entered(id);
    }

    /**
     * Corrects what chair or secretariat entered for a member in the room. That the same is entered already changes nothing.
     *
     * @param seen the entry that is wrong
     * @throws Refusal if the poll is not open, the member voted themselves, or the entry was corrected meanwhile
     */
    public void correctEntry(PollId id, EnteredVote seen, Choice choice) {
        var of = act.hold(lookup.meetingOf(id));
        act.requireConduct(of);
        var meeting = of.id();
        var stored = box.find(id, seen.person()).orElseThrow(() -> new Refusal("voting.correct-entry.none"));
        if (!stored.vote().enteredFor()) {
            throw new Refusal("voting.correct-entry.own");
        }
        var poll = polls.findById(id).orElseThrow(() -> new NoSuchElementException("poll " + id));
        if (poll.state() != PollState.OPEN) {
            throw new Refusal("voting.correct-entry.closed");
        }
        if (stored.vote().choice() == choice) {
            return;
        }
        if (!stored.receipt().equals(seen.receipt())) {
            throw new Refusal("voting.correct-entry.overtaken");
        }
        var now = act.now();
        var receipt = UUID.randomUUID();
        box.correct(id, seen.person(), choice, receipt, seen.receipt(), true, now);
        act.done(meeting, new VoteCorrected(id, meeting, seen.person(), choice, receipt, seen.receipt(), true, now));
    }

    private void requireConduct(MeetingId meeting) {
        act.requireConduct(meetings.meeting(meeting));
    }
}
