package de.ratssaal.ballot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a record that grows event by event. Whoever keeps it needs no more than this to add the next one.
 *
 * @param head hash of the last event; null before the first
 * @param height how many events there are
 */
public record EventChain(@Nullable String head, int height) {

    public static final EventChain EMPTY = new EventChain(null, 0);

    /**
     * A chain with one event more.
     *
     * @param entries to be appended to the archive, in this order
     */
    public record Longer(EventChain chain, List<ArchiveEntry> entries) {

        public Longer {
            entries = List.copyOf(entries);
        }
    }

    public Longer setup(byte[] election, byte[] trustees, byte[] credentials) {
        var setup = Json.fields()
                .with("election", Hash.hex(election))
                .with("trustees", Hash.hex(trustees))
                .with("credentials", Hash.hex(credentials))
                .bytes();
        return append(EventType.SETUP, List.of(election, trustees, credentials, setup));
    }

    public Longer ballot(byte[] ballot) {
        return append(EventType.BALLOT, List.of(ballot));
    }

    public Longer endBallots() {
        return append(EventType.END_BALLOTS, List.of());
    }

    public Longer encryptedTally(Tally tally, SizedTally sized) {
        return append(EventType.ENCRYPTED_TALLY, List.of(tally.write(), sized.write()));
    }

    public Longer partialDecryption(int owner, byte[] decryption) {
        var owned = new OwnedDecryption(owner, Hash.hex(decryption));
        return append(EventType.PARTIAL_DECRYPTION, List.of(decryption, owned.write()));
    }

    public Longer result(ElectionResult result) {
        return append(EventType.RESULT, List.of(result.write()));
    }

    /** @param records of the event; its payload is the last one */
    Longer append(EventType type, List<byte[]> records) {
        var entries = new ArrayList<ArchiveEntry>();
        records.forEach(it -> entries.add(ArchiveEntry.data(it)));
        var payload = records.isEmpty() ? null : Hash.hex(records.getLast());
        var event = new Event(head, height, type, payload).write();
        entries.add(ArchiveEntry.event(event));
        return new Longer(new EventChain(Hash.hex(event), height + 1), entries);
    }
}
