package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.ballot.Hash;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.sql.SQLException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * What a voter does in a secret vote by device: cast a ballot, once. Nothing is logged, counted or published of a single ballot, and
 * who sent it is asked, not stored.
 */
@Service
public class CastingBallots {

    private static final int LONGEST = 1_000_000;
    private static final int PLACES = 256;

    private final UrnStore store;
    private final OpenedElections elections;
    private final MixBallots mixing;
    private final Matters matters;
    private final Access access;
    /** Who has voted, as far as this node knows: with whatever ballot. It is gone when the node stops. */
    private final Map<SecretPollId, Set<PersonId>> voted = new ConcurrentHashMap<>();
    /** One of each voter's devices at a time. */
    private final Object[] places = Stream.generate(Object::new).limit(PLACES).toArray();
    /** Checking takes a processor for milliseconds; more at once would only all be slower. */
    private final Semaphore checking = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    CastingBallots(UrnStore store, OpenedElections elections, MixBallots mixing, Matters matters, Access access) {
        this.store = store;
        this.elections = elections;
        this.mixing = mixing;
        this.matters = matters;
        this.access = access;
    }

    /**
     * Casts a ballot. When it returns, the ballot is durably in the urn. The same text again is answered alike, also after the end.
     *
     * @return tracker of the ballot
     * @throws NoSuchElementException if no such poll was opened
     * @throws RuleViolation if who casts it is absent, recused or has no right to vote
     * @throws Refusal if it does not hold, the poll is not open, or they or the credential have cast another ballot
     */
    public String cast(SecretPollId poll, String ballot) {
        return cast(poll, access.requirePerson(), ballot);
    }

    String cast(SecretPollId poll, PersonId voter, String ballot) {
        var election = elections.opened(poll);
        if (!election.hasVoter(voter)) {
            throw new Refusal("urn.cast.not-registered");
        }
        if (ballot.length() > LONGEST) {
            throw new Refusal("urn.cast.malformed");
        }
        synchronized (places[Math.floorMod(voter.hashCode(), PLACES)]) {
            return cast(election, voter, ballot);
        }
    }

    private String cast(OpenedElection election, PersonId voter, String ballot) {
        var poll = election.urn().poll();
        var content = bytes(ballot);
        var tracker = Hash.base64(content);
        if (store.holds(poll, tracker)) {
            return tracker;
        }
        if (store.state(poll) != UrnState.OPEN) {
            throw new Refusal("urn.cast.not-open");
        }
        if (hasVoted(poll, voter)) {
            throw new Refusal("urn.cast.twice");
        }
        requireMayVote(election.urn(), voter);
        var credential = check(election, content);
        if (!put(poll, tracker, credential, ballot)) {
            if (store.holds(poll, tracker)) {
                return tracker;
            }
            throw new Refusal("urn.cast.twice");
        }
        voted.computeIfAbsent(poll, it -> ConcurrentHashMap.newKeySet()).add(voter);
        mixing.castIn(election.urn());
        return tracker;
    }

    /** Whether somebody has voted, as far as this node knows. */
    boolean hasVoted(SecretPollId poll, PersonId voter) {
        return voted.getOrDefault(poll, Set.of()).contains(voter);
    }

    /** Of which it is known here who has voted. */
    Set<SecretPollId> polls() {
        return Set.copyOf(voted.keySet());
    }

    void forget(SecretPollId poll) {
        voted.remove(poll);
    }

    private void requireMayVote(Urn urn, PersonId voter) {
        matters.of(urn.kind()).requireVoter(urn, voter);
    }

    private String check(OpenedElection election, byte[] content) {
        checking.acquireUninterruptibly();
        try {
            return election.requireSound(content).credential().toString();
        } finally {
            checking.release();
        }
    }

    private boolean put(SecretPollId poll, String tracker, String credential, String content) {
        try {
            return store.put(poll, tracker, credential, content);
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException sql && UrnStore.NOT_OPEN.equals(sql.getSQLState())) {
                throw new Refusal("urn.cast.not-open");
            }
            throw e;
        }
    }
}
