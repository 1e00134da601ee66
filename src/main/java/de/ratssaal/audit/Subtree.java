package de.ratssaal.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A full subtree: the 2<sup>level</sup> leaves from {@code position} · 2<sup>level</sup> on. Its hash never changes once
 * all its leaves are there.
 *
 * @param level height; 0 is a leaf
 * @param position how many subtrees of this level lie to the left
 */
record Subtree(int level, long position) {

    Subtree {
        if (level < 0 || level > 62 || position < 0) {
            throw new IllegalArgumentException("no subtree %d of level %d".formatted(position, level));
        }
    }

    static Subtree leaf(long index) {
        return new Subtree(0, index);
    }

    /** Index of its first leaf. */
    long from() {
        return position << level;
    }

    /** Index after its last leaf. */
    long to() {
        return (position + 1) << level;
    }

    /**
     * The full subtrees, from left to right, that the leaves of a range make up as in RFC 6962.
     *
     * @param from first leaf; a multiple of the greatest of these subtrees
     * @param to index after the last leaf
     */
    static List<Subtree> covering(long from, long to) {
        var subtrees = new ArrayList<Subtree>();
        var start = from;
        while (start < to) {
            var level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - start);
            subtrees.add(new Subtree(level, start >> level));
            start += 1L << level;
        }
        return subtrees;
    }
}
