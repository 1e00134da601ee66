package de.ratssaal.voting;

import de.ratssaal.attendance.Quorum;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.rules.Majority;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A question put to the members of an organization, from its preparation to its counted result. */
@Entity
@Table(name = "voting_poll")
class Poll extends AbstractAggregateRoot<Poll> {

    /**
     * For so long votes are waited for that were cast before the announced end and have not arrived: a device whose line was down tries
     * again after five seconds at the latest.
     */
    static final Duration ON_THEIR_WAY = Duration.ofSeconds(6);

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PollId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "meeting_id", nullable = false, updatable = false))
    private MeetingId meeting;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "item_id", nullable = false, updatable = false))
    private AgendaItemId item;

    @Column(nullable = false, updatable = false)
    private String question;

    @Column(nullable = false, updatable = false)
    private String wording;

    @Column(updatable = false)
    private @Nullable String proposal;

    @Column(nullable = false, updatable = false)
    private String fingerprint;

    @Column(updatable = false)
    private @Nullable String proposalFingerprint;

    @Column(nullable = false, updatable = false)
    private boolean withChanges;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Majority majority;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private BallotMode ballotMode = BallotMode.OPEN;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private PollPurpose purpose;

    @Formula("(select a.reason from voting_annulment a where a.poll_id = id)")
    private @Nullable String annulledFor;

    private @Nullable UUID recordedFrom;

    @Column(name = "is_public", nullable = false, updatable = false)
    private boolean isPublic;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PollState state = PollState.PREPARED;

    @Column(nullable = false, updatable = false)
    private Instant preparedAt;

    private @Nullable Instant openedAt;

    private @Nullable Instant closedAt;

    private boolean correctable;

    private @Nullable Instant endsAt;

    private boolean endsByItself;

    private boolean byDevice;

    private @Nullable Instant urnShutAt;

    private @Nullable String cancelledFor;

    private int countedYes;

    private int countedNo;

    private int countedAbstentions;

    private int invalidBallots;

    private @Nullable Integer yes;

    private @Nullable Integer no;

    private @Nullable Integer abstentions;

    private @Nullable Integer recused;

    private @Nullable Integer entitled;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Poll() {}

    Poll(
            MeetingId meeting,
            AgendaItemId item,
            boolean isPublic,
            PollQuestion asked,
            PollPurpose purpose,
            Majority majority,
            Instant now) {
        if (asked.question().isEmpty()) {
            throw new Refusal("voting.prepare.question-missing");
        }
        this.id = PollId.next();
        this.meeting = meeting;
        this.item = item;
        this.isPublic = isPublic;
        this.question = asked.question();
        this.wording = asked.wording();
        this.proposal = asked.proposal();
        this.fingerprint = asked.fingerprint();
        this.proposalFingerprint = asked.proposalFingerprint();
        this.withChanges = asked.withChanges();
        this.purpose = purpose;
        this.majority = majority;
        this.preparedAt = now;
    }

    /** It was not taken by itself: its votes were cast on several items together. */
    void recordFrom(PollId together) {
        if (state != PollState.PREPARED) {
            throw new IllegalStateException("poll %s is %s".formatted(id, state));
        }
        recordedFrom = together.value();
    }

    /**
     * @param mode how it is taken, as was obtained by then
     * @param votes that can be cast now
     * @param changeable whether votes may be changed until it is closed; never in a secret vote
     */
    void open(BallotMode mode, Quorum quorum, int votes, boolean changeable, Instant at) {
        moveTo(PollState.OPEN);
        ballotMode = mode;
        correctable = changeable && mode != BallotMode.SECRET;
        if (mode == BallotMode.SECRET) {
            entitled = votes;
        }
        quorum.require();
        openedAt = at;
        registerEvent(new PollOpened(id, meeting, item, fingerprint, votes, at));
    }

    /** As {@link #open}: a secret vote whose ballots are cast by device. */
    void openByDevice(Quorum quorum, int votes, Instant at) {
        open(BallotMode.SECRET, quorum, votes, false, at);
        byDevice = true;
    }

    /**
     * No ballot is taken any more; those in the urn are not counted yet. Who decided is settled now: whoever leaves before the
     * tellers are done has taken part.
     */
    void shutUrn(Quorum quorum, Instant at) {
        requireTakenByDevice();
        if (urnShutAt != null) {
            return;
        }
        quorum.require();
        urnShutAt = at;
        recused = quorum.recused();
        entitled = handedOut(quorum.present());
    }

    /** Enters what the tellers decrypted together. */
    void countUrn(Tally decrypted, Instant at) {
        requireTakenByDevice();
        if (urnShutAt == null) {
            throw new IllegalStateException("the urn of poll %s is not shut".formatted(id));
        }
        countedYes = decrypted.yes();
        countedNo = decrypted.no();
        countedAbstentions = decrypted.abstentions();
        registerEvent(new UrnCounted(id, meeting, decrypted, at));
    }

    private void requireTakenByDevice() {
        if (state != PollState.OPEN || !byDevice) {
            throw new Refusal("voting.poll.not-open");
        }
    }

    /**
     * Announces when it ends.
     *
     * @param byItself whether it is then closed without another press
     */
    void announceEnd(Duration in, boolean byItself, Instant now) {
        if (state != PollState.OPEN) {
            throw new Refusal("voting.poll.not-open");
        }
        if (ballotMode == BallotMode.SECRET) {
            throw new Refusal("voting.end.secret");
        }
        if (in.compareTo(SHORTEST) < 0 || in.compareTo(LONGEST) > 0) {
            throw new Refusal("voting.end.length", SHORTEST.toSeconds(), LONGEST.toMinutes());
        }
        var end = now.plus(in);
        if (endsAt != null && end.isBefore(endsAt)) {
            throw new Refusal("voting.end.earlier"); // members rely on what was announced
        }
        endsAt = end;
        endsByItself = byItself;
        registerEvent(new VoteEndAnnounced(id, meeting, item, end, byItself, now));
    }

    /** It goes on without an announced end. */
    void takeEndBack(Instant now) {
        if (state != PollState.OPEN || endsAt == null) {
            return;
        }
        endsAt = null;
        endsByItself = false;
        registerEvent(new VoteEndTakenBack(id, meeting, item, now));
    }

    /** Whether it closes by itself now. */
    boolean isDue(Instant now) {
        return state == PollState.OPEN && endsByItself && endsAt != null && !now.isBefore(endsAt.plus(ON_THEIR_WAY));
    }

    /** Nobody is cut off before the announced end, nor by a slow network at it; nor who may still change their vote. */
    private void requireEnded(int voted, int nowEntitled, Instant at) {
        if (endsAt != null && (correctable || voted < nowEntitled)) {
            var left = Duration.between(at, endsAt.plus(ON_THEIR_WAY));
            if (left.isPositive()) {
                throw new Refusal(
                        "voting.close.before-end", left.plusMillis(999).toSeconds());
            }
        }
    }

    /**
     * Enters votes of members in the room that were counted by show of hands, or ballots out of the urn. A new count replaces the
     * one before.
     *
     * @param invalid ballots that say nothing clear; none of hands
     */
    void count(Tally inTheRoom, int invalid, int room, Instant at) {
        if (state != PollState.OPEN) {
            throw new Refusal("voting.poll.not-open");
        }
        if (byDevice) {
            throw new Refusal("voting.count.by-device");
        }
        if (ballotMode == BallotMode.ROLL_CALL) {
            throw new Refusal("voting.count.roll-call");
        }
        if (invalid > 0 && ballotMode != BallotMode.SECRET) {
            throw new Refusal("voting.count.no-ballots");
        }
        if (inTheRoom.total() + invalid > room) {
            throw new Refusal("voting.count.too-many", inTheRoom.total() + invalid, room);
        }
        invalidBallots = invalid;
        countedYes = inTheRoom.yes();
        countedNo = inTheRoom.no();
        countedAbstentions = inTheRoom.abstentions();
        registerEvent(new HandsCounted(id, meeting, inTheRoom, invalid, at));
    }

    /**
     * @param byName votes stored by name
     * @param countable members in the room who have not voted by name; more hands cannot have been counted
     * @param quorum counted now; a decision without it would be void
     * @param nowEntitled votes of those entitled to vote, of those who voted and then left as well
     * @param members votes of all members
     * @param castingVote as in {@link Decision}
     */
    void close(
            Tally byName,
            int countable,
            Quorum quorum,
            int nowEntitled,
            int members,
            @Nullable Choice castingVote,
            Instant at) {
        if (state == PollState.OPEN && byDevice && urnShutAt == null) {
            throw new Refusal("voting.close.by-device");
        }
        if (state == PollState.OPEN && urnShutAt == null) {
            quorum.require();
        }
        if (state == PollState.OPEN
                && ballotMode == BallotMode.SECRET
                && counted().total() + invalidBallots == 0) {
            throw new Refusal("voting.close.no-ballots");
        }
        if (state == PollState.OPEN && counted().total() > countable) {
            throw new Refusal("voting.count.too-many", counted().total(), countable);
        }
        var counted = byName.plus(counted());
        if (counted.total() > nowEntitled) {
            throw new Refusal("voting.count.too-many", counted.total(), nowEntitled);
        }
        if (state == PollState.OPEN) {
            requireEnded(counted.total(), nowEntitled, at);
        }
        moveTo(PollState.CLOSED);
        closedAt = at;
        yes = counted.yes();
        no = counted.no();
        abstentions = counted.abstentions();
        if (urnShutAt == null || recused == null) {
            recused = quorum.recused();
        }
        if (urnShutAt == null || entitled == null) { // otherwise who decided was settled when the urn was shut
            entitled = nowEntitled;
        }
        var adopted = new Decision(majority, castingVote, counted, entitled, members).isAdopted();
        outcome = !adopted ? Outcome.REJECTED : withChanges ? Outcome.ADOPTED_WITH_CHANGES : Outcome.ADOPTED;
        registerEvent(new PollClosed(id, meeting, item, counted, recused, outcome, at));
    }

    void cancel(String reason, Instant at) {
        if (reason.isBlank()) {
            throw new Refusal("voting.cancel.reason-missing");
        }
        moveTo(PollState.CANCELLED);
        cancelledFor = reason.strip();
        closedAt = at;
        registerEvent(new PollCancelled(id, meeting, item, reason.strip(), at));
    }

    private void moveTo(PollState next) {
        if (!state.leadsTo(next)) {
            throw new Refusal("voting.poll.is-" + state.name().toLowerCase(java.util.Locale.ROOT));
        }
        state = next;
    }

    PollId id() {
        return id;
    }

    MeetingId meeting() {
        return meeting;
    }

    AgendaItemId item() {
        return item;
    }

    /** Whether the text of a paper is put to the vote. */
    boolean asksForProposal() {
        return proposalFingerprint != null;
    }

    @Nullable
    String proposalFingerprint() {
        return proposalFingerprint;
    }

    BallotMode mode() {
        return ballotMode;
    }

    /** How many ballots may be in the urn: whoever leaves after voting leaves theirs behind. */
    int handedOut(int inTheRoom) {
        return Math.max(inTheRoom, entitled == null ? 0 : entitled);
    }

    boolean isByDevice() {
        return byDevice;
    }

    boolean isCorrectable() {
        return correctable;
    }

    PollPurpose purpose() {
        return purpose;
    }

    PollState state() {
        return state;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    private Tally counted() {
        return new Tally(countedYes, countedNo, countedAbstentions);
    }

    PollSummary summary() {
        return new PollSummary(
                id,
                meeting,
                item,
                new PollQuestion(question, wording, proposal, withChanges),
                majority,
                ballotMode,
                purpose,
                isPublic,
                state,
                openedAt,
                closedAt,
                cancelledFor,
                counted(),
                yes == null || no == null || abstentions == null ? Tally.EMPTY : new Tally(yes, no, abstentions),
                recused == null ? 0 : recused,
                entitled == null ? 0 : entitled,
                outcome,
                annulledFor,
                invalidBallots,
                recordedFrom == null ? null : new PollId(recordedFrom),
                correctable,
                endsAt,
                endsByItself,
                byDevice);
    }
}
