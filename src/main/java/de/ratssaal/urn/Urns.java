package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Hash;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.teller.TellerKey;
import de.ratssaal.teller.TellerKeys;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading secret votes by device. */
@Service
@Transactional(readOnly = true)
public class Urns {

    private final UrnStore store;
    private final OpenedElections elections;
    private final CastingBallots casting;
    private final Tallying tallying;
    private final TellerKeys keys;
    private final SecretVoteRules rules;
    private final Polls polls;
    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final Access access;

    Urns(
            UrnStore store,
            OpenedElections elections,
            CastingBallots casting,
            Tallying tallying,
            TellerKeys keys,
            SecretVoteRules rules,
            Polls polls,
            Meetings meetings,
            AttendanceRegister attendance,
            Access access) {
        this.store = store;
        this.elections = elections;
        this.casting = casting;
        this.tallying = tallying;
        this.keys = keys;
        this.rules = rules;
        this.polls = polls;
        this.meetings = meetings;
        this.attendance = attendance;
        this.access = access;
    }

    /**
     * How far it is, for the device of who is signed in.
     *
     * @throws NoSuchElementException if the poll is not taken by device, or whoever asks may not see it
     */
    public VoterState stateForVoter(PollId poll) {
        return stateFor(poll, access.requirePerson());
    }

    VoterState stateFor(PollId poll, PersonId voter) {
        polls.poll(poll);
        var urn = store.urn(poll);
        var registered = urn.state() == UrnState.REGISTERING
                ? store.whoIsReady(poll, urn.attempt()).contains(voter)
                : elections.find(poll).filter(it -> it.hasVoter(voter)).isPresent();
        return new VoterState(
                phase(urn.state()),
                urn.uuid(),
                Groups.belenios2048().name(),
                registered,
                casting.hasVoted(poll, voter));
    }

    /** Whether a member may vote on it, and none of their devices has registered yet. */
    public boolean mayStillRegister(PollId poll, PersonId member) {
        var urn = store.urn(poll);
        return urn.state() == UrnState.REGISTERING
                && !store.whoIsReady(poll, urn.attempt()).contains(member)
                && attendance.entitled(urn.meeting(), urn.item()).stream()
                        .anyMatch(it -> it.person().equals(member));
    }

    private static VoterState.Phase phase(UrnState state) {
        return switch (state) {
            case REGISTERING -> VoterState.Phase.REGISTERING;
            case OPEN -> VoterState.Phase.OPEN;
            case DECRYPTING, CONFIRMING, CONFIRMED, SETTLED, REFUSED -> VoterState.Phase.CLOSED;
            case CANCELLED -> VoterState.Phase.CANCELLED;
        };
    }

    /** @throws NoSuchElementException before the opening, or if whoever asks may not see the poll */
    public ElectionSetup setup(PollId poll) {
        polls.poll(poll);
        var urn = elections.opened(poll).urn();
        return new ElectionSetup(
                Objects.requireNonNull(urn.election()), urn.trustees(), Objects.requireNonNull(urn.credentials()));
    }

    /** Secret votes by device of a meeting, those that were opened first, without what whoever asks may not see. */
    public List<UrnSummary> of(MeetingId meeting) {
        var visible = polls.of(meeting).stream().collect(Collectors.toMap(PollSummary::id, PollSummary::isPublic));
        return store.ofMeeting(meeting).stream()
                .flatMap(it ->
                        Optional.ofNullable(visible.get(it.poll())).map(isPublic -> summary(it, isPublic)).stream())
                .toList();
    }

    /** @return none if the poll is not taken by device, or whoever asks may not see it */
    public Optional<UrnSummary> find(PollId poll) {
        return store.find(poll).flatMap(urn -> {
            try {
                return Optional.of(summary(urn, polls.poll(poll).isPublic()));
            } catch (NoSuchElementException hidden) {
                return Optional.empty();
            }
        });
    }

    private UrnSummary summary(Urn urn, boolean isPublic) {
        var registering = urn.state() == UrnState.REGISTERING;
        Set<PersonId> nobody = Set.of();
        return new UrnSummary(
                urn.poll(),
                urn.meeting(),
                urn.item(),
                isPublic,
                urn.uuid(),
                urn.state(),
                registering ? store.whoIsReady(urn.poll(), urn.attempt()) : nobody,
                urn.openingHead() == null ? nobody : store.voters(urn.poll()),
                urn.ballots() != null ? urn.ballots() : urn.openingHead() == null ? 0 : store.countBallots(urn.poll()),
                urn.threshold(),
                rules.of(urn.meeting()),
                tellers(urn),
                Hash.hex(bytes(urn.trustees())),
                urn.openingHead(),
                urn.closingHead(),
                urn.resultHead(),
                urn.result(),
                urn.cancelledFor());
    }

    private List<UrnSummary.Teller> tellers(Urn urn) {
        var decrypted = store.contributions(urn.poll()).keySet();
        var confirmed = store.confirmations(urn.poll());
        return keys.key(urn.ceremony()).map(TellerKey::tellers).orElse(List.of()).stream()
                .map(it -> new UrnSummary.Teller(
                        it.index(), it.name(), decrypted.contains(it.index()), confirmed.get(it.index())))
                .toList();
    }

    /** Key of the sentence that says why no vote can be secret by device in the organization of a meeting; none if it can. */
    public Optional<String> whyNot(MeetingId meeting) {
        var organization = meetings.meeting(meeting).organization();
        return keys.readyFor(organization).isPresent() ? Optional.empty() : Optional.of(keys.why(organization));
    }

    /**
     * The published record, once there is a result that counts.
     *
     * @throws NoSuchElementException before, or if whoever asks may not see the poll
     */
    public byte[] archive(PollId poll) {
        return store.archive(published(poll));
    }

    /** @throws NoSuchElementException as {@link #archive} */
    public byte[] strongProofs(PollId poll) {
        return tallying.strong(published(poll));
    }

    private Urn published(PollId poll) {
        polls.poll(poll);
        var urn = store.urn(poll);
        if (urn.state() != UrnState.SETTLED) {
            throw new NoSuchElementException("published secret poll " + poll);
        }
        return urn;
    }
}
