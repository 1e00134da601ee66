package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.ballot.ArchiveEntry;
import de.ratssaal.ballot.EventChain;
import de.ratssaal.ballot.Hash;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes the published record. Ballots enter it mixed: in a batch everybody's could be anywhere, and what stays behind waits with
 * those that come later.
 */
@Component
class RecordKeeping {

    /** Fewest ballots that enter the record together while others are still cast. */
    static final int BATCH = 5;

    private final UrnStore store;
    private final SecureRandom random = new SecureRandom();

    RecordKeeping(UrnStore store) {
        this.store = store;
    }

    /** A record that is being written, event by event. */
    final class Pen {

        private final SecretPollId poll;
        private final List<ArchiveEntry> entries = new ArrayList<>();
        private EventChain chain;

        private Pen(SecretPollId poll, EventChain chain) {
            this.poll = poll;
            this.chain = chain;
        }

        EventChain chain() {
            return chain;
        }

        Pen write(EventChain.Longer longer) {
            chain = longer.chain();
            entries.addAll(longer.entries());
            return this;
        }

        /** Puts what was written behind what is there. */
        void done() {
            if (!entries.isEmpty()) {
                store.append(poll, chain, entries);
                entries.clear();
            }
        }
    }

    /** Continues a record. Its urn is held by the running transaction. */
    Pen continuing(Urn urn) {
        return new Pen(urn.poll(), urn.chain());
    }

    /**
     * Mixes ballots into the record as long as enough wait: as many as there can be while enough stay behind for the next time.
     * Which ones stay is drawn.
     */
    void mixSome(Urn urn) {
        var waiting = new ArrayList<>(store.waiting(urn.poll()));
        if (waiting.size() < 2 * BATCH) {
            return;
        }
        Collections.shuffle(waiting, random);
        var pen = continuing(urn);
        mix(pen, waiting.subList(BATCH, waiting.size()));
        pen.done();
    }

    /** Mixes all that still wait into the record: the urn is shut. */
    void mixRest(Pen pen) {
        var waiting = new ArrayList<>(store.waiting(pen.poll));
        Collections.shuffle(waiting, random);
        mix(pen, waiting);
    }

    private void mix(Pen pen, List<String> ballots) {
        ballots.forEach(it -> pen.write(pen.chain().ballot(bytes(it))));
        store.mixed(
                pen.poll,
                ballots.stream().map(it -> Hash.base64(bytes(it))).sorted().toList());
    }
}
