package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Credentials that devices have registered, in the memory of this node and nowhere else. They are forgotten at the opening; if the
 * node stops before, devices register again.
 */
@Component
class Collecting {

    /** What came of a registration. */
    enum Answer {
        DONE,
        /** The voter has registered another one, or the credential is another voter's. */
        OTHER,
        /** The vote is being opened. */
        LATE,
        /** Registrations are collected somewhere else by now. */
        NOT_HERE
    }

    private final String node = UUID.randomUUID().toString();
    private final Map<SecretPollId, Collection> collections = new ConcurrentHashMap<>();

    /** The registrations of one poll. */
    private static final class Collection {

        private final int attempt;
        private final KeyPair key;
        private final Map<PersonId, String> credentials = new HashMap<>();
        private boolean shut;

        Collection(int attempt, KeyPair key) {
            this.attempt = attempt;
            this.key = key;
        }

        synchronized Answer add(PersonId voter, String credential) {
            if (credential.equals(credentials.get(voter))) {
                return Answer.DONE;
            }
            if (shut) {
                return Answer.LATE;
            }
            if (credentials.containsKey(voter) || credentials.containsValue(credential)) {
                return Answer.OTHER;
            }
            credentials.put(voter, credential);
            return Answer.DONE;
        }

        synchronized Map<PersonId, String> shut() {
            shut = true;
            return Map.copyOf(credentials);
        }

        synchronized void reopen() {
            shut = false;
        }
    }

    String node() {
        return node;
    }

    /** Registrations of this attempt are collected here. What was collected before is forgotten. */
    void begin(SecretPollId poll, int attempt, KeyPair key) {
        // what another thread begins meanwhile may be newer
        collections.merge(
                poll, new Collection(attempt, key), (one, other) -> one.attempt > other.attempt ? one : other);
    }

    /** What is collected here, with its attempt. */
    Map<SecretPollId, Integer> all() {
        return collections.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().attempt));
    }

    boolean isHere(Urn urn) {
        return here(urn.poll(), urn.attempt()).isPresent();
    }

    Answer add(SecretPollId poll, int attempt, PersonId voter, String credential) {
        return here(poll, attempt).map(it -> it.add(voter, credential)).orElse(Answer.NOT_HERE);
    }

    /** Reads what another node has sealed for this one. */
    Optional<String> read(SecretPollId poll, int attempt, String sealed) {
        return here(poll, attempt).flatMap(it -> SealedNote.open(sealed, it.key.getPrivate()));
    }

    /** All that were registered; from now on none is taken, until {@link #reopen}. */
    Optional<Map<PersonId, String>> shut(Urn urn) {
        return here(urn.poll(), urn.attempt()).map(Collection::shut);
    }

    void reopen(Urn urn) {
        here(urn.poll(), urn.attempt()).ifPresent(Collection::reopen);
    }

    void forget(SecretPollId poll, int attempt) {
        collections.computeIfPresent(poll, (it, collection) -> collection.attempt == attempt ? null : collection);
    }

    private Optional<Collection> here(SecretPollId poll, int attempt) {
        return Optional.ofNullable(collections.get(poll)).filter(it -> it.attempt == attempt);
    }
}
