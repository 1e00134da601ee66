package de.ratssaal.audit;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry with the proof that it is in the log, checked against the newest signed head.
 *
 * @param entry the entry as it is now
 * @param place its place in the log, counted from 0; none while it is not merged yet
 * @param leaf its hash, computed from the entry as it is now
 * @param path neighbours on the way from the entry to the root
 * @param head the head that the path leads to; none while it is not merged yet
 * @param state what the check says
 */
public record EntryProof(
        AuditEntry entry,
        @Nullable Long place,
        Hash leaf,
        List<Hash> path,
        @Nullable SignedHead head,
        State state) {

    public EntryProof {
        path = List.copyOf(path);
    }

    /**
     * The proof as a file that other tools read, as C2SP <a href="https://c2sp.org/tlog-proof">tlog-proof</a> describes,
     * with the hashed bytes of the entry as its extra data; nothing while the entry is not merged yet.
     */
    public Optional<String> file() {
        if (place == null || head == null) {
            return Optional.empty();
        }
        var file = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ")
                .append(Base64.getEncoder().encodeToString(entry.canonical()))
                .append("\nindex ")
                .append(place.longValue())
                .append('\n');
        path.forEach(it -> file.append(it.base64()).append('\n'));
        return Optional.of(file.append('\n').append(head).toString());
    }

    /** What the check of the proof says. */
    public enum State {
        /** Written, and merged within a second if all is well. */
        WAITING,
        /** The entry is in the log whose head is signed. */
        PROVEN,
        /** The path does not lead from the entry to the signed root. */
        WRONG
    }
}
