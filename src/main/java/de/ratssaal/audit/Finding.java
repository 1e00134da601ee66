package de.ratssaal.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with the log.
 *
 * @param kind what
 * @param from place of the first wrong entry in the log, counted from 0; where several may be it, the first of them
 * @param to place after the last entry that may be the first wrong one
 * @param entry number of the wrong entry, where it is known
 * @param detail a place, a number of leaves, the name of a key; the kind says which
 */
public record Finding(
        Kind kind, long from, long to, @Nullable Long entry, String detail) {

    /** Whether it is a signed head that is wrong, and perhaps no entry. */
    boolean isAboutHead() {
        return kind == Kind.HEAD_FORGED || kind == Kind.HEAD_BY_UNKNOWN_KEY;
    }

    /** What can be wrong. */
    public enum Kind {
        /** The entry says something else than when it was merged. */
        ENTRY_ALTERED,
        /** The entry is gone. */
        ENTRY_MISSING,
        /** The entry has no leaf in the tree although it once had one. */
        LEAF_MISSING,
        /** The entry is right, its leaf was altered. */
        LEAF_ALTERED,
        /** The entry stands where another stood; detail: where that one is now. */
        REORDERED,
        /** The entry was not in the log when its head was signed. */
        INSERTED,
        /** One of these entries was altered, removed or moved, together with its leaf. */
        RANGE_ALTERED,
        /** The entries are right, a node of the tree was altered; detail: which. */
        NODE_ALTERED,
        /** The entries are right, a node of the tree is gone; detail: which. */
        NODE_MISSING,
        /** There are nodes that belong to no entries; detail: how many. */
        NODE_INSERTED,
        /** The head's text or signature was altered; detail: its number of entries. */
        HEAD_FORGED,
        /** The head is signed with a key that is not known here; detail: the key's name. */
        HEAD_BY_UNKNOWN_KEY,
        /** Entries that a signed head counted are gone from the end; detail: the head's number of entries. */
        END_MISSING,
        /** The log is another one than that of the head kept outside; detail: the head's number of entries. */
        OUTSIDE_MISMATCH
    }
}
