package de.ratssaal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks the whole log: every entry against its leaf, every node against the two below it, every signed head against the
 * tree of its size. If all of that holds, no entry was altered, removed, moved or inserted since its head was signed.
 *
 * <p>If not, the signed heads are the witnesses: what still leads to a signed root is right, so that the culprit can be
 * told from what only disagrees with it. Everything is read from one snapshot and nothing is written.
 */
public final class LogCheck {

    /** Leaves that are looked at together; a power of two, so that whole subtrees are. */
    static final int CHUNK_LEVEL = 12;

    private static final long CHUNK = 1L << CHUNK_LEVEL;
    /** A transaction may be long. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private final LogStore store;
    private final List<VerifierKey> known;
    private final List<SignedHead> outside;
    private final TransactionTemplate snapshot;

    /**
     * @param known keys whose signatures count
     * @param outside heads that were kept outside
     */
    LogCheck(LogStore store, Collection<VerifierKey> known, Collection<SignedHead> outside) {
        this.store = store;
        this.known = List.copyOf(known);
        this.outside = outside.stream()
                .sorted(Comparator.comparingLong(SignedHead::size))
                .toList();
        this.snapshot = store.transaction(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Is told how far the check has come. What it throws ends the check. */
    @FunctionalInterface
    public interface Progress {

        void checked(long entries, long of);
    }

    /** Checks everything; takes some seconds for a million entries. */
    public LogReport run(Progress progress) {
        return snapshot.execute(status -> new Run(progress).report());
    }

    /** One check, within one snapshot. */
    private final class Run {

        private final Progress progress;
        private final List<Suspicion> suspicions = new ArrayList<>();
        private final List<Finding> found = new ArrayList<>();
        /** The newest kept full subtree of each level. */
        private final Map<Integer, Hash> newest = new HashMap<>();

        private long wrong;
        private long heads;
        private long size;
        /** The tree of this size is proven by a signed head. */
        private long proven;
        /** The tree of this size is proven by a head kept outside. */
        private long provenOutside;
        /** Place after the last leaf that is known to be wrong. */
        private long wrongUpTo;

        private long suspectUpTo;

        private @Nullable Instant provenAt;
        private long late;
        private LogReport.@Nullable Late firstLate;

        Run(Progress progress) {
            this.progress = progress;
        }

        LogReport report() {
            size = store.size();
            progress.checked(0, size);
            checkOutside(0, 0);
            for (var from = 0L; from < size; from += CHUNK) {
                var to = Math.min(from + CHUNK, size);
                checkChunk(from, to);
                progress.checked(to, size);
            }
            checkEnd();
            var waiting = checkWaiting();
            return new LogReport(
                    size,
                    heads,
                    store.newestHead().flatMap(it -> genuine(it.note())).orElse(null),
                    waiting,
                    late,
                    firstLate,
                    findings(),
                    wrong);
        }

        private void checkChunk(long from, long to) {
            var leaves = store.leaves(from, to).stream().collect(Collectors.toMap(LogStore.LeafRow::index, it -> it));
            var nodes = nodes(from, to);
            var headsBySize =
                    store.heads(from, to).stream().collect(Collectors.toMap(LogStore.HeadRow::size, it -> it));
            for (var index = from; index < to; index++) {
                add(index, checkLeaf(index, leaves.get(index)), nodes);
                var head = headsBySize.get(index + 1);
                if (head != null) {
                    checkHead(head);
                }
                checkOutside(index, index + 1);
            }
        }

        /** All kept nodes that are complete with one of these leaves. */
        private Map<Subtree, Hash> nodes(long from, long to) {
            var nodes = store.nodesWithin(from, to, CHUNK_LEVEL);
            var above = new ArrayList<Subtree>();
            for (var level = CHUNK_LEVEL + 1; (to & ((1L << level) - 1)) == 0 && level < 62; level++) {
                above.add(new Subtree(level, (to >> level) - 1));
            }
            nodes.putAll(store.hashesOf(above));
            return nodes;
        }

        /** @return the leaf's hash as it is kept */
        private Hash checkLeaf(long index, LogStore.@Nullable LeafRow leaf) {
            if (leaf == null) {
                suspect(new Suspicion(Doubt.NO_LEAF, Subtree.leaf(index), null, null, null));
                return MerkleTree.EMPTY; // stands for what is unknown; it fits nothing
            }
            var entry = leaf.entry();
            if (entry == null) {
                suspect(new Suspicion(Doubt.NO_ENTRY, Subtree.leaf(index), leaf.entryId(), leaf.hash(), null));
            } else if (!entry.leaf().equals(leaf.hash())) {
                suspect(new Suspicion(
                        Doubt.LEAF_IS_NOT_ENTRY, Subtree.leaf(index), leaf.entryId(), leaf.hash(), entry.leaf()));
            } else if (provenAt != null && entry.at().plus(LONG).isBefore(provenAt)) {
                late++;
                if (firstLate == null) {
                    firstLate = new LogReport.Late(entry.id(), entry.at(), provenAt);
                }
            }
            return leaf.hash();
        }

        /** Checks each node that is complete with this leaf against the two below it. */
        private void add(long index, Hash leaf, Map<Subtree, Hash> nodes) {
            var right = leaf;
            for (var level = 1; (index >> (level - 1) & 1) == 1; level++) {
                var subtree = new Subtree(level, index >> level);
                var left = newest.getOrDefault(level - 1, MerkleTree.EMPTY);
                var computed = MerkleTree.nodeHash(left, right);
                var kept = nodes.get(subtree);
                newest.put(level - 1, right);
                if (kept == null) {
                    suspect(new Suspicion(Doubt.NO_NODE, subtree, null, null, computed));
                    right = computed;
                } else {
                    if (!kept.equals(computed) && wrongUpTo <= subtree.from()) {
                        suspect(new Suspicion(Doubt.NODE_IS_NOT_ITS_CHILDREN, subtree, null, kept, computed));
                    }
                    right = kept;
                }
                if ((index >> level & 1) == 0) {
                    newest.put(level, right);
                    return;
                }
            }
            newest.put(Long.numberOfTrailingZeros(index + 1), right);
        }

        private Hash root(long leaves) {
            return leaves == 0
                    ? MerkleTree.EMPTY
                    : MerkleTree.fold(Subtree.covering(0, leaves).stream()
                            .map(it -> newest.getOrDefault(it.level(), MerkleTree.EMPTY))
                            .toList());
        }

        private void checkHead(LogStore.HeadRow row) {
            heads++;
            SignedHead head;
            try {
                head = SignedHead.parse(row.note());
            } catch (IllegalArgumentException e) {
                found(new Finding(Finding.Kind.HEAD_FORGED, row.size(), row.size(), null, Long.toString(row.size())));
                return;
            }
            if (head.size() != row.size()
                    || !head.root().equals(row.root())
                    || !row.at().equals(head.at())) {
                found(new Finding(Finding.Kind.HEAD_FORGED, row.size(), row.size(), null, Long.toString(row.size())));
                return;
            }
            checkRoot(head, false);
        }

        private void checkOutside(long above, long upTo) {
            for (var head : outside) {
                if (head.size() == upTo && (upTo > above || upTo == 0)) {
                    heads++;
                    checkRoot(head, true);
                }
            }
        }

        private void checkRoot(SignedHead head, boolean isOutside) {
            var place = head.size();
            switch (head.note().verdict(known)) {
                case FORGED -> {
                    found(new Finding(Finding.Kind.HEAD_FORGED, place, place, null, Long.toString(place)));
                    return;
                }
                case UNKNOWN -> {
                    var name = head.note().signatures().getFirst().keyName();
                    found(new Finding(Finding.Kind.HEAD_BY_UNKNOWN_KEY, place, place, null, name));
                    if (!isOutside) {
                        return;
                    }
                }
                case GENUINE -> {}
            }
            var fits = root(place).equals(head.root());
            if (isOutside) {
                // the heads in the database may be made anew by whoever took the key, so they prove nothing here
                if (fits) {
                    provenOutside = place;
                } else {
                    found(new Finding(Finding.Kind.OUTSIDE_MISMATCH, provenOutside, place, null, Long.toString(place)));
                }
            } else if (fits) {
                proven = place;
                provenAt = head.at();
            } else if (suspectUpTo <= proven) {
                suspectUpTo = place;
                found(new Finding(Finding.Kind.RANGE_ALTERED, proven, place, null, ""));
            }
        }

        /** The log ends where its newest head says, and no head kept outside knows of more. */
        private void checkEnd() {
            var covered = store.newestHead().map(LogStore.HeadRow::size).orElse(0L);
            if (size > covered) {
                found(new Finding(Finding.Kind.INSERTED, covered, size, entryAt(covered), ""));
            }
            var longest = Math.max(
                    covered, outside.stream().mapToLong(SignedHead::size).max().orElse(0));
            if (longest > size) {
                found(new Finding(Finding.Kind.END_MISSING, size, longest, null, Long.toString(longest)));
            }
            var expected = 0L;
            for (var level = 1; level < 62; level++) {
                expected += size >> level;
            }
            var missing = suspicions.stream()
                    .filter(it -> it.doubt() == Doubt.NO_NODE)
                    .count();
            var surplus = store.countNodes() - (expected - missing);
            if (surplus > 0) {
                found(new Finding(Finding.Kind.NODE_INSERTED, size, size, null, Long.toString(surplus)));
            }
        }

        /** What waits is as old as the newest head at most; an older entry would have been merged with that. */
        private long checkWaiting() {
            var waiting = store.waiting();
            var first = waiting.first();
            if (first != null && provenAt != null && first.at().plus(LONG).isBefore(provenAt)) {
                found(new Finding(Finding.Kind.INSERTED, size, size + waiting.count(), first.id(), ""));
            }
            return waiting.count();
        }

        private @Nullable Long entryAt(long index) {
            return store.leaves(index, index + 1).stream()
                    .map(LogStore.LeafRow::entryId)
                    .findFirst()
                    .orElse(null);
        }

        private void found(Finding finding) {
            wrong++;
            if (found.size() < LogReport.MOST) {
                found.add(finding);
            }
        }

        private void suspect(Suspicion suspicion) {
            wrong++;
            if (suspicion.subtree().level() == 0) {
                wrongUpTo = suspicion.subtree().to();
            }
            suspectUpTo = Math.max(suspectUpTo, suspicion.subtree().to());
            if (suspicions.size() < LogReport.MOST) {
                suspicions.add(suspicion);
            }
        }

        /** The first wrong entry first: what ends earlier lies before, and the exact place before a range around it. */
        private List<Finding> findings() {
            var inquiry = new Inquiry(store, known, suspicions, size);
            var all = new ArrayList<>(found);
            suspicions.forEach(it -> all.add(inquiry.into(it)));
            all.sort(Comparator.comparingLong(Finding::to)
                    .thenComparing(Finding::isAboutHead)
                    .thenComparing(Comparator.comparingLong(Finding::from).reversed()));
            return all.subList(0, Math.min(all.size(), LogReport.MOST));
        }

        private Optional<SignedHead> genuine(String note) {
            try {
                return Optional.of(SignedHead.parse(note))
                        .filter(it -> it.note().verdict(known) == SignedNote.Verdict.GENUINE);
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // reported as forged where it was checked
            }
        }
    }

    /** What does not fit together. */
    enum Doubt {
        NO_LEAF,
        NO_ENTRY,
        LEAF_IS_NOT_ENTRY,
        NO_NODE,
        NODE_IS_NOT_ITS_CHILDREN
    }

    /**
     * Two things that do not fit together, before it is known which of them is wrong.
     *
     * @param subtree the leaf or node
     * @param entry number of the entry, for a leaf that has one
     * @param kept hash that is kept
     * @param computed hash from the entry, or from the two nodes below
     */
    record Suspicion(
            Doubt doubt,
            Subtree subtree,
            @Nullable Long entry,
            @Nullable Hash kept,
            @Nullable Hash computed) {}
}
