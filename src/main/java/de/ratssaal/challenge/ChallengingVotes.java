package de.ratssaal.challenge;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Standing;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ActInMeeting;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Tally;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Challenges of votes that were counted. Whoever is present and entitled on the item raises one, as long as the item is before the
 * meeting; it is decided before anything else on the item. Granted, the result holds no longer and the vote is taken again.
 */
@Service
@Transactional
public class ChallengingVotes {

    static final int LONGEST = 1_000;

    private final ChallengeStore store;
    private final Polls polls;
    private final PollConduct conduct;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final ActInMeeting act;
    private final Access access;

    ChallengingVotes(
            ChallengeStore store,
            Polls polls,
            PollConduct conduct,
            AttendanceRegister attendance,
            Meetings meetings,
            ActInMeeting act,
            Access access) {
        this.store = store;
        this.polls = polls;
        this.conduct = conduct;
        this.attendance = attendance;
        this.meetings = meetings;
        this.act = act;
        this.access = access;
    }

    /** Challenges in a meeting in the order in which they were raised, without those on items that whoever asks may not see. */
    @Transactional(readOnly = true)
    public List<Challenge> of(MeetingId meeting) {
        meetings.meeting(meeting);
        var visible =
                meetings.agenda(meeting).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        var seesAll = meetings.maySeeNonPublic(meeting);
        return store.of(meeting).stream()
                .filter(it -> visible.contains(it.item()) && (seesAll || it.isPublic()))
                .toList();
    }

    /**
     * Whether a vote was counted and holds. A motion on the procedure is moved anew, not challenged; a vote on several items is challenged
     * on each.
     */
    public static boolean isChallengeable(PollSummary poll) {
        return poll.holds() && poll.purpose() != PollPurpose.PROCEDURE && poll.purpose() != PollPurpose.TOGETHER;
    }

    /**
     * The member who is signed in challenges a vote. Sent again it changes nothing.
     *
     * @param reason what went wrong
     * @throws RuleViolation if they are not present and entitled to vote on the item
     * @throws Refusal if the vote does not hold any more, the item is not before the meeting, or they challenged the vote before
     */
    public void raise(ChallengeId id, PollId poll, String reason) {
        raise(id, polls.poll(poll), reason, access.requirePerson(), false);
    }

    /** What is being voted on ends first: a challenge is decided before anything else on its item. */
    private void requireNoVote(PollSummary poll) {
        if (polls.of(poll.meeting()).stream()
                .anyMatch(it -> it.item().equals(poll.item()) && it.state() == PollState.OPEN)) {
            throw new Refusal("challenge.raise.vote-runs");
        }
    }

    /** As {@link #raise}, entered by chair or secretariat for a member in the meeting. */
    public void enter(ChallengeId id, PollId poll, String reason, PersonId by) {
        var counted = polls.poll(poll);
        requireConduct(counted.meeting());
        raise(id, counted, reason, by, true);
    }

    private void raise(ChallengeId id, PollSummary seen, String reason, PersonId by, boolean enteredFor) {
        var meeting = act.hold(seen.meeting());
        if (store.find(id).isPresent()) {
            return;
        }
        var poll = polls.poll(seen.id()); // as it is now
        requireAtHand(poll);
        requireNoVote(poll);
        if (!isChallengeable(poll)) {
            throw new Refusal("challenge.raise.not-counted");
        }
        if (attendance.standing(meeting.id(), poll.item(), by) != Standing.ENTITLED) {
            throw new RuleViolation(
                    "challenge.raise.not-entitled",
                    act.rules(meeting).majority().source());
        }
        var said = words(reason, "challenge.raise.reason-missing");
        if (store.of(meeting.id()).stream()
                .anyMatch(it ->
                        it.poll().equals(poll.id()) && it.by().equals(by) && it.state() != ChallengeState.WITHDRAWN)) {
            throw new Refusal("challenge.raise.twice");
        }
        var now = act.now();
        store.add(new Challenge(
                id,
                meeting.id(),
                poll.item(),
                poll.id(),
                poll.question().question(),
                poll.isPublic(),
                said,
                by,
                enteredFor,
                now,
                ChallengeState.PENDING,
                null,
                null,
                null));
        act.done(meeting.id(), new VoteChallenged(id, meeting.id(), poll.item(), poll.id(), by, enteredFor, said, now));
    }

    /** Takes a challenge back that is not decided yet; who raised it, or chair and secretariat for them. */
    public void withdraw(ChallengeId id) {
        var challenge = held(id);
        if (challenge.state() == ChallengeState.WITHDRAWN) {
            return;
        }
        if (access.signedIn().filter(it -> challenge.by().equals(it.person())).isEmpty()) {
            requireConduct(challenge.meeting());
        }
        requirePending(challenge);
        settle(challenge, ChallengeState.WITHDRAWN, null, null);
    }

    /**
     * The chair grants a challenge: the result holds no longer, and the item is open for the vote to be taken again.
     *
     * @param ground why
     * @throws Refusal if no reason is given, or the vote cannot be taken again, as {@link PollConduct#annul} says
     */
    public void grant(ChallengeId id, String ground) {
        decide(id, ground, null);
    }

    /** The chair rejects a challenge; the result stays. */
    public void reject(ChallengeId id, String ground) {
        var challenge = held(id);
        requireConduct(challenge.meeting());
        if (challenge.state() == ChallengeState.REJECTED) {
            return;
        }
        requirePending(challenge);
        settle(challenge, ChallengeState.REJECTED, words(ground, "challenge.decide.reason-missing"), null);
    }

    /**
     * The meeting decides on a challenge by show of hands: with more yes than no it is granted.
     *
     * @throws Refusal as {@link #grant} does, and if nobody voted or more than may
     */
    public void decideByVote(ChallengeId id, Tally votes, String ground) {
        decide(id, ground, votes);
    }

    private void decide(ChallengeId id, String ground, @Nullable Tally votes) {
        var challenge = held(id);
        requireConduct(challenge.meeting());
        if (!challenge.isPending()) {
            if (challenge.state() == ChallengeState.GRANTED) {
                return;
            }
            throw new Refusal("challenge.decided");
        }
        var why = words(ground, "challenge.decide.reason-missing");
        if (votes != null) {
            requireCounted(challenge, votes);
            if (votes.yes() <= votes.no()) {
                settle(challenge, ChallengeState.REJECTED, why, votes);
                return;
            }
        }
        settle(challenge, ChallengeState.GRANTED, why, votes);
        conduct.annul(challenge.poll(), why);
    }

    private void requireCounted(Challenge challenge, Tally votes) {
        var quorum = attendance.quorum(challenge.meeting(), challenge.item());
        quorum.require();
        if (votes.total() == 0) {
            throw new Refusal("challenge.decide.no-votes");
        }
        var most = attendance.strength(challenge.meeting(), challenge.item()).votes();
        if (votes.total() > most) {
            throw new Refusal("voting.count.too-many", votes.total(), most);
        }
    }

    void settle(Challenge challenge, ChallengeState state, @Nullable String ground, @Nullable Tally votes) {
        var now = act.now();
        store.decide(challenge.id(), state, ground, votes, now);
        act.done(
                challenge.meeting(),
                new ChallengeDecided(
                        challenge.id(),
                        challenge.meeting(),
                        challenge.item(),
                        challenge.poll(),
                        state,
                        ground,
                        votes,
                        now));
    }

    private Challenge held(ChallengeId id) {
        var meeting = store.find(id).map(Challenge::meeting).orElseThrow(() -> unknown(id));
        act.hold(meeting);
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private void requireAtHand(PollSummary poll) {
        if (meetings.meeting(poll.meeting()).state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        var isCalled = meetings.agenda(poll.meeting()).stream()
                .anyMatch(it -> it.id().equals(poll.item()) && it.state() == ItemState.CALLED);
        if (!isCalled) {
            throw new Refusal("challenge.raise.item-done");
        }
    }

    private static void requirePending(Challenge challenge) {
        if (!challenge.isPending()) {
            throw new Refusal("challenge.decided");
        }
    }

    private static String words(String said, String missing) {
        return Optional.of(said.strip())
                .filter(it -> !it.isEmpty())
                .map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) : it)
                .orElseThrow(() -> new Refusal(missing));
    }

    private void requireConduct(MeetingId meeting) {
        act.requireConduct(meetings.meeting(meeting));
    }

    private static NoSuchElementException unknown(ChallengeId id) {
        return new NoSuchElementException("challenge " + id);
    }
}
