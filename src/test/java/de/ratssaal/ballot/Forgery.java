package de.ratssaal.ballot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A record that somebody changes who can make every link anew, but holds nobody's secrets. */
final class Forgery {

    /** An event that is still to be linked, with the records before it. */
    record Part(EventType type, List<byte[]> records) {}

    private final List<Part> parts = new ArrayList<>();

    static Forgery of(TestElection election) {
        var forgery = new Forgery();
        var records = new ArrayList<byte[]>();
        for (var entry : election.entries()) {
            if (entry.isEvent()) {
                forgery.parts.add(new Part(Event.read(entry.content()).type(), List.copyOf(records)));
                records.clear();
            } else {
                records.add(entry.content());
            }
        }
        return forgery;
    }

    List<Part> parts() {
        return parts;
    }

    int find(EventType type) {
        for (var it = 0; it < parts.size(); it++) {
            if (parts.get(it).type() == type) {
                return it;
            }
        }
        throw new IllegalArgumentException("no " + type);
    }

    byte[] record(EventType type, int record) {
        return parts.get(find(type)).records().get(record);
    }

    /** Changes a record of the first event of this kind. */
    Forgery with(EventType type, int record, byte[] content) {
        var at = find(type);
        var records = new ArrayList<>(parts.get(at).records());
        records.set(record, content);
        parts.set(at, new Part(type, records));
        return this;
    }

    Forgery with(EventType type, int record, Json content) {
        return with(type, record, content.bytes());
    }

    Forgery without(EventType type) {
        parts.remove(find(type));
        return this;
    }

    Forgery insert(int at, EventType type, byte[]... records) {
        parts.add(at, new Part(type, List.of(records)));
        return this;
    }

    /** Makes the records that name others name what stands beside them now. */
    Forgery linked() {
        for (var it = 0; it < parts.size(); it++) {
            var records = parts.get(it).records();
            switch (parts.get(it).type()) {
                case SETUP ->
                    parts.set(
                            it,
                            new Part(
                                    EventType.SETUP,
                                    EventChain.EMPTY
                                            .setup(records.get(0), records.get(1), records.get(2))
                                            .entries()
                                            .stream()
                                            .limit(4)
                                            .map(ArchiveEntry::content)
                                            .toList()));
                case ENCRYPTED_TALLY -> {
                    var sized = SizedTally.read(records.get(1));
                    var again = new SizedTally(sized.ballots(), sized.weight(), Hash.hex(records.getFirst()));
                    parts.set(it, new Part(EventType.ENCRYPTED_TALLY, List.of(records.getFirst(), again.write())));
                }
                case PARTIAL_DECRYPTION -> {
                    var owned = OwnedDecryption.read(records.get(1));
                    var again = new OwnedDecryption(owned.owner(), Hash.hex(records.getFirst()));
                    parts.set(it, new Part(EventType.PARTIAL_DECRYPTION, List.of(records.getFirst(), again.write())));
                }
                case BALLOT, END_BALLOTS, RESULT -> {}
            }
        }
        return this;
    }

    byte[] archive() {
        var chain = EventChain.EMPTY;
        var entries = new ArrayList<ArchiveEntry>();
        for (var part : parts) {
            var longer = chain.append(part.type(), part.records());
            chain = longer.chain();
            entries.addAll(longer.entries());
        }
        return write(entries);
    }

    static byte[] write(List<ArchiveEntry> entries) {
        var out = new ByteArrayOutputStream();
        try {
            new Archive(TestElection.CREATED, entries).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Signs a changed ballot as the voter could. */
    static byte[] signed(Json.Fields ballot, Secret voter, Randomness randomness) {
        var unsigned = Json.fields();
        ballot.values().forEach((name, value) -> {
            if (!name.equals("signature")) {
                unsigned.with(name, value);
            }
        });
        var hash = Hash.base64(unsigned.write());
        var proof =
                new Knowledge(Groups.belenios2048()).prove(EncryptedBallot.signatureContext(hash), voter, randomness);
        return unsigned.with("signature", Json.fields().with("hash", hash).with("proof", proof.json()))
                .write()
                .getBytes(StandardCharsets.UTF_8);
    }
}
