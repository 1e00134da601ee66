package de.ratssaal.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Hashes, roots and proofs of a Merkle tree as in RFC 6962, section 2.1, with SHA-256.
 *
 * <p>A tree of any size is made of full subtrees whose hashes never change. Whoever keeps those gets every root and every
 * proof from about log<sub>2</sub>(size) of them.
 */
final class MerkleTree {

    /** Root of the tree without leaves. */
    static final Hash EMPTY = Hash.sha256();

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static Hash leafHash(byte[] entry) {
        return Hash.sha256(LEAF, entry);
    }

    static Hash nodeHash(Hash left, Hash right) {
        return Hash.sha256(NODE, left.bytes(), right.bytes());
    }

    /** Where kept hashes of full subtrees come from; all that are needed are asked for at once. */
    @FunctionalInterface
    interface Source {

        Map<Subtree, Hash> hashesOf(Collection<Subtree> subtrees);
    }

    /** Root of the first {@code size} leaves. */
    static Hash root(long size, Source source) {
        if (size == 0) {
            return EMPTY;
        }
        return hashesOf(List.of(new Range(0, size)), source).getFirst();
    }

    /**
     * Proof that the leaf is in the tree of the first {@code size} leaves (section 2.1.1).
     *
     * @return the missing hashes from the leaf's neighbour upwards
     */
    static List<Hash> inclusionPath(long index, long size, Source source) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf %d of %d".formatted(index, size));
        }
        var path = new ArrayList<Range>();
        var from = 0L;
        var to = size;
        while (to - from > 1) {
            var middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(new Range(middle, to));
                to = middle;
            } else {
                path.addFirst(new Range(from, middle));
                from = middle;
            }
        }
        return hashesOf(path, source);
    }

    /**
     * Proof that the tree of the first {@code size} leaves begins with that of the first {@code old} leaves (section
     * 2.1.2).
     */
    static List<Hash> consistencyPath(long old, long size, Source source) {
        if (old < 1 || old > size) {
            throw new IllegalArgumentException("from %d leaves to %d".formatted(old, size));
        }
        var path = new ArrayList<Range>();
        var from = 0L;
        var to = size;
        while (to > old) {
            var middle = from + split(to - from);
            if (old <= middle) {
                path.addFirst(new Range(middle, to));
                to = middle;
            } else {
                path.addFirst(new Range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            // only if the old tree is no full subtree of the new one; its root is known to who asks otherwise
            path.addFirst(new Range(from, to));
        }
        return hashesOf(path, source);
    }

    /** The greatest power of two below the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private static List<Hash> hashesOf(List<Range> ranges, Source source) {
        var kept = source.hashesOf(
                ranges.stream().flatMap(it -> it.subtrees().stream()).toList());
        Function<Subtree, Hash> hash = subtree -> {
            var found = kept.get(subtree);
            if (found == null) {
                throw new IllegalStateException("no hash of " + subtree);
            }
            return found;
        };
        return ranges.stream()
                .map(range -> fold(range.subtrees().stream().map(hash).toList()))
                .toList();
    }

    /** Joins full subtrees of falling size, the smallest two first. */
    static Hash fold(List<Hash> subtrees) {
        var root = subtrees.getLast();
        for (var i = subtrees.size() - 2; i >= 0; i--) {
            root = nodeHash(subtrees.get(i), root);
        }
        return root;
    }

    private record Range(long from, long to) {

        List<Subtree> subtrees() {
            return Subtree.covering(from, to);
        }
    }
}
