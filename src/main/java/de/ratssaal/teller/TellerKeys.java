package de.ratssaal.teller;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountDirectory;
import de.ratssaal.identity.OrganizationId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys under which secret ballots are cast. Who the tellers are and what is public of their key everybody may know. */
@Service
@Transactional(readOnly = true)
public class TellerKeys {

    private final TellerStore store;
    private final AccountDirectory accounts;
    private final Access access;
    /** Keys that were asked for: one that was made stays as it is. */
    private final Map<CeremonyId, TellerKey> made = new ConcurrentHashMap<>();

    TellerKeys(TellerStore store, AccountDirectory accounts, Access access) {
        this.store = store;
        this.accounts = accounts;
        this.access = access;
    }

    /** The key under which the organization can vote in secret now; none if it is not ready. */
    public Optional<TellerKey> readyFor(OrganizationId organization) {
        return store.current(organization)
                .filter(it -> readiness(it) == Readiness.READY)
                .flatMap(set -> store.ofSet(set.id()).stream()
                        .filter(it -> it.state() == CeremonyState.DONE)
                        .findFirst())
                .flatMap(TellerKeys::keyOf);
    }

    /** A key that was made, also one whose tellers were replaced since: votes begun under it are decrypted by them. */
    public Optional<TellerKey> key(CeremonyId ceremony) {
        var known = made.get(ceremony);
        if (known != null) {
            return Optional.of(known);
        }
        var key = store.find(ceremony).flatMap(TellerKeys::keyOf);
        key.ifPresent(it -> made.put(ceremony, it));
        return key;
    }

    public Readiness readiness(OrganizationId organization) {
        return store.current(organization).map(this::readiness).orElse(Readiness.NOT_NAMED);
    }

    /** Key of the sentence that says why the organization is not ready, or that it is. */
    public String why(OrganizationId organization) {
        return readiness(organization).key();
    }

    /** How many of those who hold a share can sign in. */
    public int countWhoCanSignIn(TellerKey key) {
        var persons = key.tellers().stream().map(TellerSeat::person).toList();
        return access.asSystem("tellers", () -> accounts.whoCanSignIn(persons)).size();
    }

    private Readiness readiness(TellerSet set) {
        var states = store.statesOf(set.id());
        if (states.contains(CeremonyState.RUNNING)) {
            return Readiness.RUNNING;
        }
        if (!states.contains(CeremonyState.DONE)) {
            return states.isEmpty() ? Readiness.NO_KEY : Readiness.ABORTED;
        }
        var persons = set.seats().stream().map(TellerSeat::person).toList();
        var reached = access.asSystem("tellers", () -> accounts.whoCanSignIn(persons));
        return reached.size() < set.threshold() ? Readiness.TOO_FEW_ACCOUNTS : Readiness.READY;
    }

    private static Optional<TellerKey> keyOf(Ceremony ceremony) {
        return Optional.ofNullable(ceremony.trustees())
                .map(it -> new TellerKey(
                        ceremony.id(),
                        it,
                        ceremony.set().threshold(),
                        ceremony.set().seats()));
    }
}
