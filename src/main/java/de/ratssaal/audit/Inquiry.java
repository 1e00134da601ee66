package de.ratssaal.audit;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of two things that do not fit together is the wrong one. What leads to a signed root is right. For two
 * leaves below a right node, it looks for leaves elsewhere that make the node: then entries were moved or inserted.
 */
final class Inquiry {

    private static final int WAITING = 1_000;
    private static final long CHUNK = 10_000;

    private final LogStore store;
    private final Collection<VerifierKey> known;
    private final List<LogCheck.Suspicion> suspicions;
    private final long size;
    private boolean hasSearched;

    Inquiry(LogStore store, Collection<VerifierKey> known, List<LogCheck.Suspicion> suspicions, long size) {
        this.store = store;
        this.known = known;
        this.suspicions = suspicions;
        this.size = size;
    }

    Finding into(LogCheck.Suspicion suspicion) {
        return switch (suspicion.doubt()) {
            case NO_ENTRY -> finding(Finding.Kind.ENTRY_MISSING, suspicion, "");
            case NO_LEAF -> missingLeaf(suspicion);
            case LEAF_IS_NOT_ENTRY -> alteredLeaf(suspicion);
            case NO_NODE ->
                finding(
                        isRight(suspicion.subtree(), suspicion.computed())
                                ? Finding.Kind.NODE_MISSING
                                : Finding.Kind.RANGE_ALTERED,
                        suspicion,
                        name(suspicion.subtree()));
            case NODE_IS_NOT_ITS_CHILDREN -> alteredNode(suspicion);
        };
    }

    private Finding missingLeaf(LogCheck.Suspicion suspicion) {
        var entry = store.unmerged(0, WAITING).stream()
                .filter(it -> isRight(suspicion.subtree(), it.leaf()))
                .map(AuditEntry::id)
                .findFirst()
                .orElse(null);
        return new Finding(
                Finding.Kind.LEAF_MISSING,
                suspicion.subtree().from(),
                suspicion.subtree().to(),
                entry,
                "");
    }

    private Finding alteredLeaf(LogCheck.Suspicion suspicion) {
        if (!isRight(suspicion.subtree(), suspicion.kept()) && isRight(suspicion.subtree(), suspicion.computed())) {
            return finding(Finding.Kind.LEAF_ALTERED, suspicion, "");
        }
        return suspicions.stream()
                .filter(it -> it.doubt() == LogCheck.Doubt.LEAF_IS_NOT_ENTRY
                        && Objects.equals(it.computed(), suspicion.kept()))
                .findFirst()
                .map(it -> finding(
                        Finding.Kind.REORDERED,
                        suspicion,
                        Long.toString(it.subtree().from())))
                .orElseGet(() -> finding(Finding.Kind.ENTRY_ALTERED, suspicion, ""));
    }

    private Finding alteredNode(LogCheck.Suspicion suspicion) {
        var subtree = suspicion.subtree();
        var node = suspicion.kept();
        if (!isRight(subtree, node) && isRight(subtree, suspicion.computed())) {
            return finding(Finding.Kind.NODE_ALTERED, suspicion, name(subtree));
        }
        if (subtree.level() == 1 && node != null && !hasSearched) {
            hasSearched = true; // through the whole log, so only for the first
            var culprit = search(subtree.from(), node);
            if (culprit.isPresent()) {
                return culprit.get();
            }
        }
        return finding(Finding.Kind.RANGE_ALTERED, suspicion, "");
    }

    /** Which leaf was beside which when the node was made. */
    private Optional<Finding> search(long left, Hash node) {
        var pair = store.leaves(left, left + 3);
        if (pair.size() < 2) {
            return Optional.empty();
        }
        var x = pair.get(0);
        var y = pair.get(1);
        if (makes(node, y.hash(), x.hash())) {
            return Optional.of(at(Finding.Kind.REORDERED, x, Long.toString(y.index())));
        }
        if (pair.size() > 2 && makes(node, y.hash(), pair.get(2).hash())) {
            return Optional.of(at(Finding.Kind.INSERTED, x, ""));
        }
        for (var entry : store.unmerged(0, WAITING)) {
            if (makes(node, x.hash(), entry.leaf())) {
                return Optional.of(new Finding(Finding.Kind.LEAF_MISSING, left + 1, left + 2, entry.id(), ""));
            }
            if (makes(node, entry.leaf(), x.hash()) || makes(node, entry.leaf(), y.hash())) {
                return Optional.of(new Finding(Finding.Kind.LEAF_MISSING, left, left + 1, entry.id(), ""));
            }
        }
        for (var from = 0L; from < size; from += CHUNK) {
            for (var other : store.leaves(from, from + CHUNK)) {
                if (makes(node, x.hash(), other.hash())) {
                    return Optional.of(
                            other.index() == y.index() + 1
                                    ? at(Finding.Kind.INSERTED, y, "")
                                    : at(Finding.Kind.REORDERED, y, Long.toString(other.index())));
                }
                if (makes(node, other.hash(), y.hash())) {
                    return Optional.of(at(Finding.Kind.REORDERED, x, Long.toString(other.index())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean makes(Hash node, Hash left, Hash right) {
        return MerkleTree.nodeHash(left, right).equals(node);
    }

    /** Whether the hash leads to the root of the next signed head, by the nodes that are kept. */
    private boolean isRight(Subtree subtree, @Nullable Hash hash) {
        if (hash == null) {
            return false;
        }
        return store.headFrom(subtree.to())
                .flatMap(this::genuine)
                .filter(head -> head.size() <= size && leads(subtree, hash, head))
                .isPresent();
    }

    private boolean leads(Subtree subtree, Hash hash, SignedHead head) {
        try {
            var path = MerkleTree.inclusionPath(subtree.from(), head.size(), store);
            return MerkleProof.leads(
                    subtree, hash, head.size(), path.subList(subtree.level(), path.size()), head.root());
        } catch (IllegalStateException e) {
            return false; // a node on the way is missing, so it shows nothing
        }
    }

    private Optional<SignedHead> genuine(LogStore.HeadRow row) {
        try {
            return Optional.of(SignedHead.parse(row.note()))
                    .filter(it -> it.note().verdict(known) == SignedNote.Verdict.GENUINE);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // reported as forged where it was checked
        }
    }

    private static Finding at(Finding.Kind kind, LogStore.LeafRow leaf, String detail) {
        return new Finding(kind, leaf.index(), leaf.index() + 1, leaf.entryId(), detail);
    }

    private static Finding finding(Finding.Kind kind, LogCheck.Suspicion suspicion, String detail) {
        return new Finding(kind, suspicion.subtree().from(), suspicion.subtree().to(), suspicion.entry(), detail);
    }

    private static String name(Subtree subtree) {
        return subtree.level() + "/" + subtree.position();
    }
}
