package de.ratssaal.audit;

import java.util.ArrayList;
import java.util.List;

/** Checks proofs of a Merkle tree as in RFC 6962, by the steps of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
final class MerkleProof {

    private MerkleProof() {}

    /** Whether the path leads from the leaf to the root. */
    static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        return leads(Subtree.leaf(index), leaf, size, path, root);
    }

    /**
     * Whether the path leads from a full subtree to the root.
     *
     * @param path that of any of the subtree's leaves, without the part inside the subtree
     */
    static boolean leads(Subtree subtree, Hash hash, long size, List<Hash> path, Hash root) {
        if (subtree.to() > size) {
            return false;
        }
        var node = subtree.position();
        var last = (size - 1) >> subtree.level();
        var reached = hash;
        for (var neighbour : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                reached = MerkleTree.nodeHash(neighbour, reached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reached = MerkleTree.nodeHash(reached, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    /** Whether the path shows that the tree with {@code size} leaves begins with the old one. */
    static boolean isConsistent(long old, Hash oldRoot, long size, Hash root, List<Hash> path) {
        if (old > size || old < 0) {
            return false;
        }
        if (old == size) {
            return path.isEmpty() && oldRoot.equals(root);
        }
        if (old == 0) {
            return path.isEmpty() && oldRoot.equals(MerkleTree.EMPTY);
        }
        var steps = path;
        if (Long.bitCount(old) == 1) {
            // a full subtree: its root begins the path
            steps = new ArrayList<>(path);
            steps.addFirst(oldRoot);
        }
        if (steps.isEmpty()) {
            return false;
        }
        var node = old - 1;
        var last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        var oldReached = steps.getFirst();
        var reached = steps.getFirst();
        for (var neighbour : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                oldReached = MerkleTree.nodeHash(neighbour, oldReached);
                reached = MerkleTree.nodeHash(neighbour, reached);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                reached = MerkleTree.nodeHash(reached, neighbour);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && oldReached.equals(oldRoot) && reached.equals(root);
    }
}
