package de.ratssaal.urn;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Elections that were opened, as this node knows them. */
@Component
class OpenedElections {

    private static final int MOST = 50;

    private final UrnStore store;
    private final Map<SecretPollId, OpenedElection> known = new ConcurrentHashMap<>();

    OpenedElections(UrnStore store) {
        this.store = store;
    }

    /** @throws NoSuchElementException if there is none that was opened */
    OpenedElection opened(SecretPollId poll) {
        return find(poll).orElseThrow(() -> new NoSuchElementException("opened secret poll " + poll));
    }

    /** None before it is opened. */
    Optional<OpenedElection> find(SecretPollId poll) {
        var found = known.get(poll);
        if (found != null) {
            return Optional.of(found);
        }
        var read = store.find(poll)
                .filter(it -> it.openingHead() != null)
                .map(it -> new OpenedElection(it, store.files(poll).setup(), store.voters(poll)));
        read.ifPresent(it -> keep(poll, it));
        return read;
    }

    private void keep(SecretPollId poll, OpenedElection election) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(poll, election);
    }
}
