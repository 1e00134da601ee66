package de.ratssaal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A Merkle tree to which leaves are added at the end. It holds the few full subtrees that its root needs. */
final class GrowingTree {

    private final List<Hash> subtrees;
    private long size;

    /**
     * @param size leaves so far
     * @param subtrees hashes of {@link Subtree#covering} from 0 to size
     */
    GrowingTree(long size, List<Hash> subtrees) {
        if (Long.bitCount(size) != subtrees.size()) {
            throw new IllegalArgumentException("%d leaves are not %d subtrees".formatted(size, subtrees.size()));
        }
        this.size = size;
        this.subtrees = new ArrayList<>(subtrees);
    }

    /**
     * Adds a leaf.
     *
     * @param completed is told the subtrees that are full now, of level 1 and above
     */
    void add(Hash leaf, BiConsumer<Subtree, Hash> completed) {
        var index = size++;
        var hash = leaf;
        for (var level = 1; (index >> (level - 1) & 1) == 1; level++) {
            hash = MerkleTree.nodeHash(subtrees.removeLast(), hash);
            completed.accept(new Subtree(level, index >> level), hash);
        }
        subtrees.add(hash);
    }

    long size() {
        return size;
    }

    Hash root() {
        return subtrees.isEmpty() ? MerkleTree.EMPTY : MerkleTree.fold(subtrees);
    }
}
