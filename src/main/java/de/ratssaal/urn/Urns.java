package de.ratssaal.urn;

import de.ratssaal.ballot.Groups;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.teller.TellerKey;
import de.ratssaal.teller.TellerKeys;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final ReadyKeys ready;
    private final SecretVoteRules rules;
    private final Matters matters;
    private final Meetings meetings;
    private final Access access;

    Urns(
            UrnStore store,
            OpenedElections elections,
            CastingBallots casting,
            Tallying tallying,
            TellerKeys keys,
            ReadyKeys ready,
            SecretVoteRules rules,
            Matters matters,
            Meetings meetings,
            Access access) {
        this.store = store;
        this.elections = elections;
        this.casting = casting;
        this.tallying = tallying;
        this.keys = keys;
        this.ready = ready;
        this.rules = rules;
        this.matters = matters;
        this.meetings = meetings;
        this.access = access;
    }

    /**
     * How far it is, for the device of who is signed in.
     *
     * @throws NoSuchElementException if the poll is not taken by device, or whoever asks may not see it
     */
    public VoterState stateForVoter(SecretPollId poll) {
        return stateFor(poll, access.requirePerson());
    }

    VoterState stateFor(SecretPollId poll, PersonId voter) {
        var urn = seen(poll);
        var registered = urn.state() == UrnState.REGISTERING
                ? store.isReady(poll, urn.attempt(), voter)
                : elections.find(poll).filter(it -> it.hasVoter(voter)).isPresent();
        return new VoterState(
                phase(urn.state()),
                urn.uuid(),
                Groups.belenios2048().name(),
                registered,
                casting.hasVoted(poll, voter));
    }

    /** Whether a member may vote on it, and none of their devices has registered yet. */
    public boolean mayStillRegister(SecretPollId poll, PersonId member) {
        var urn = store.urn(poll);
        return urn.state() == UrnState.REGISTERING
                && !store.isReady(poll, urn.attempt(), member)
                && matters.of(urn.kind()).voters(matters.of(urn)).contains(member);
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
    public ElectionSetup setup(SecretPollId poll) {
        seen(poll);
        return elections.opened(poll).setup();
    }

    /** Secret votes by device of a meeting, those that were opened first, without what whoever asks may not see. */
    public List<UrnSummary> of(MeetingId meeting) {
        var all = store.ofMeeting(meeting);
        if (all.isEmpty()) {
            return List.of();
        }
        var visible = matters.of(meeting).stream().collect(Collectors.toMap(Matter::id, Function.identity()));
        return all.stream()
                .flatMap(it -> Optional.ofNullable(visible.get(it.poll())).map(matter -> summary(it, matter)).stream())
                .toList();
    }

    /** @return none if the poll is not taken by device, or whoever asks may not see it */
    public Optional<UrnSummary> find(SecretPollId poll) {
        return store.find(poll).flatMap(urn -> {
            try {
                return Optional.of(summary(urn, matters.of(urn)));
            } catch (NoSuchElementException hidden) {
                return Optional.empty();
            }
        });
    }

    private UrnSummary summary(Urn urn, Matter matter) {
        var registering = urn.state() == UrnState.REGISTERING;
        Set<PersonId> nobody = Set.of();
        return new UrnSummary(
                urn.poll(),
                urn.meeting(),
                urn.item(),
                matter,
                urn.uuid(),
                urn.state(),
                registering ? store.whoIsReady(urn.poll(), urn.attempt()) : nobody,
                urn.openingHead() == null ? nobody : store.voters(urn.poll()),
                urn.ballots() != null ? urn.ballots() : urn.openingHead() == null ? 0 : store.countBallots(urn.poll()),
                urn.threshold(),
                rules.of(urn.meeting()),
                tellers(urn),
                urn.tellersFile(),
                urn.openingHead(),
                urn.closingHead(),
                urn.resultHead(),
                urn.counts(),
                urn.cancelledFor());
    }

    private List<UrnSummary.Teller> tellers(Urn urn) {
        var decrypted = store.whoDecrypted(urn.poll());
        var confirmed = store.confirmations(urn.poll());
        return keys.key(urn.ceremony()).map(TellerKey::tellers).orElse(List.of()).stream()
                .map(it -> new UrnSummary.Teller(
                        it.index(), it.name(), decrypted.contains(it.index()), confirmed.get(it.index())))
                .toList();
    }

    /** Key of the sentence that says why no vote can be secret by device in the organization of a meeting; none if it can. */
    public Optional<String> whyNot(MeetingId meeting) {
        return ready.whyNot(meetings.meeting(meeting));
    }

    /**
     * The published record, once there is a result that counts.
     *
     * @throws NoSuchElementException before, or if whoever asks may not see the poll
     */
    public byte[] archive(SecretPollId poll) {
        return store.archive(published(poll));
    }

    /** @throws NoSuchElementException as {@link #archive} */
    public byte[] strongProofs(SecretPollId poll) {
        return tallying.strong(published(poll));
    }

    /** @throws NoSuchElementException if it is not decided by device, or whoever asks may not see it */
    private Urn seen(SecretPollId poll) {
        var urn = store.urn(poll);
        matters.of(urn);
        return urn;
    }

    private Urn published(SecretPollId poll) {
        var urn = seen(poll);
        if (urn.state() != UrnState.SETTLED) {
            throw new NoSuchElementException("published secret poll " + poll);
        }
        return urn;
    }
}
