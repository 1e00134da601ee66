package de.ratssaal.audit;

import java.util.List;
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
