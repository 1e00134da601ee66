package de.ratssaal.voting;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.sql.SQLException;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** What a member does in an open poll: vote, once. */
@Service
public class PollVoting {

    private static final String FOREIGN_KEY = "23503";

    private final PollRepository polls;
    private final PollLookup lookup;
    private final BallotBox box;
    private final VoteGroups groups;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final Councils councils;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    PollVoting(
            PollRepository polls,
            PollLookup lookup,
            BallotBox box,
            VoteGroups groups,
            AttendanceRegister attendance,
            Meetings meetings,
            Councils councils,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.polls = polls;
        this.lookup = lookup;
        this.box = box;
        this.groups = groups;
        this.attendance = attendance;
        this.meetings = meetings;
        this.councils = councils;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Casts the vote of the member who is signed in.
     *
     * @param receipt made by the sender for this one vote; sent again with the same receipt it is not counted again
     * @throws Refusal if the poll is not open or the member has voted
     * @throws RuleViolation if the member is absent, recused or has no right to vote
     */
    public CastVote cast(PollId poll, Choice choice, UUID receipt) {
        return castFor(poll, access.requirePerson(), choice, receipt);
    }

    /**
     * Casts the vote of a member, as they themself or as who carries it for them.
     *
     * @param receipt as in {@link #cast}
     * @throws Refusal if the poll is not open or the member's vote is cast
     * @throws RuleViolation if whoever is signed in is absent, recused or has no right to vote, or the vote of another is not left to
     *     them
     */
    public CastVote castFor(PollId poll, PersonId voter, Choice choice, UUID receipt) {
        var caster = access.requirePerson();
        return store(poll, voter, caster.equals(voter) ? null : caster, choice, receipt, false);
    }

    /** How the member who is signed in voted. */
    public Optional<CastVote> myVote(PollId poll) {
        return voteOf(poll, access.requirePerson());
    }

    /** How somebody voted, if it is whoever is signed in or they voted for them. */
    public Optional<CastVote> voteOf(PollId poll, PersonId voter) {
        var me = access.requirePerson();
        return box.find(poll, voter)
                .filter(it -> me.equals(voter) || me.equals(it.vote().castBy()))
                .map(it -> new CastVote.Stored(it.vote().choice(), it.vote().castAt(), it.receipt()));
    }

    /** @param castBy who casts it for the person; none if they do themself */
    CastVote store(
            PollId poll, PersonId person, @Nullable PersonId castBy, Choice choice, UUID receipt, boolean enteredFor) {
        var now = clock.instant();
        var vote = new VoteCast(poll, lookup.meetingOf(poll), person, choice, receipt, enteredFor, now, castBy);
        try {
            if (groups.store(vote)) {
                notices.changed(ChangeNotices.meeting(vote.meeting().value()));
                return new CastVote.Stored(choice, now, receipt);
            }
        } catch (DataAccessException e) {
            var refusal = explained(poll, person, castBy, e);
            if (refusal == e) {
                throw e;
            }
            return storedBefore(poll, person, castBy, receipt).orElseThrow(() -> refusal);
        }
        return storedBefore(poll, person, castBy, receipt).orElseThrow(() -> hasVoted(poll, person, castBy));
    }

    private Refusal hasVoted(PollId poll, PersonId person, @Nullable PersonId castBy) {
        if (box.find(poll, person)
                .filter(it -> !Objects.equals(it.vote().castBy(), castBy))
                .isPresent()) {
            return new Refusal("voting.vote.cast-by-another");
        }
        var canBeChanged = polls.findById(poll).filter(Poll::isCorrectable).isPresent();
        return new Refusal(canBeChanged ? "voting.vote.stored-already" : "voting.vote.twice");
    }

    /**
     * The vote that was stored under this receipt, even if the poll was closed before its sender heard of it; or what its voter has
     * made of it since.
     */
    private Optional<CastVote> storedBefore(PollId poll, PersonId person, @Nullable PersonId castBy, UUID receipt) {
        return box.find(poll, person)
                .filter(it -> Objects.equals(it.vote().castBy(), castBy))
                .flatMap(it -> {
                    var vote = it.vote();
                    if (it.receipt().equals(receipt)) {
                        return Optional.of(new CastVote.AlreadyStored(vote.choice(), vote.castAt(), receipt));
                    }
                    return box.wasReplaced(poll, person, receipt)
                            ? Optional.of(new CastVote.Replaced(vote.choice(), vote.castAt(), it.receipt()))
                            : Optional.empty();
                });
    }

    /** The database refused; the member is told which rule stopped them. */
    private RuntimeException explained(
            PollId poll, PersonId person, @Nullable PersonId castBy, DataAccessException refusal) {
        var state = refusal.getMostSpecificCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return switch (state) {
            case BallotBox.NOT_OPEN -> new Refusal("voting.vote.poll-not-open");
            case FOREIGN_KEY -> notEntitled(poll, person, castBy == null ? person : castBy);
            default -> refusal;
        };
    }

    private RuntimeException notEntitled(PollId id, PersonId person, PersonId caster) {
        var poll = polls.findById(id).orElseThrow(() -> new NoSuchElementException("poll " + id));
        var meeting = meetings.meeting(poll.meeting());
        var rules = councils.rules(meeting.organization(), meeting.day());
        var violation = Eligibility.violation(attendance.standing(poll.meeting(), poll.item(), person, caster), rules);
        if (violation.isPresent()) {
            return violation.get();
        }
        return new Refusal(otherHasVoted(poll, person) ? "voting.vote.seat-has-voted" : "voting.vote.try-again");
    }

    /** The member came after their substitute had voted, or the other way round: a seat has one vote. */
    private boolean otherHasVoted(Poll poll, PersonId person) {
        return attendance.entitled(poll.meeting(), poll.item()).stream()
                .filter(it -> it.person().equals(person))
                .anyMatch(it -> box.otherHasVotedFor(poll.id(), person, it.seat()));
    }
}
