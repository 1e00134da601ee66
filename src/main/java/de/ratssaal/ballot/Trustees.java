package de.ratssaal.ballot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All tellers of an election and the keys that make up the election's key. */
public final class Trustees {

    private final Group group;
    private final List<TrusteeSet> sets;

    private Trustees(Group group, List<TrusteeSet> sets) {
        this.group = group;
        this.sets = List.copyOf(sets);
    }

    static Trustees of(Group group, List<TrusteeSet> sets) {
        return new Trustees(group, sets);
    }

    /** Tellers who all are needed. */
    public static Trustees single(List<TrusteeKey> keys, Group group) {
        return new Trustees(
                group, keys.stream().<TrusteeSet>map(TrusteeSet.Single::new).toList());
    }

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static Trustees read(byte[] content, Group group) {
        var node = JsonReader.read(content);
        var sets = node.items(it -> readSet(it, group));
        if (sets.isEmpty()) {
            throw node.wrong("nobody holds the key");
        }
        return new Trustees(group, sets);
    }

    private static TrusteeSet readSet(Node node, Group group) {
        var parts = node.items();
        if (parts.size() != 2) {
            throw node.wrong("kind and content are expected");
        }
        return switch (parts.getFirst().text()) {
            case "Single" -> new TrusteeSet.Single(TrusteeKey.read(parts.getLast(), group));
            case "Pedersen" -> ThresholdKey.read(parts.getLast(), group);
            default -> throw node.wrong("tellers of an unknown kind");
        };
    }

    public byte[] write() {
        return Json.items(sets, TrusteeSet::json).bytes();
    }

    Group group() {
        return group;
    }

    List<TrusteeSet> sets() {
        return sets;
    }

    /** All in the order in which they are counted, from 1. */
    public List<TrusteeKey> keys() {
        return sets.stream().flatMap(it -> it.keys().stream()).toList();
    }

    /** The key under which ballots are encrypted. */
    public GroupElement jointKey() {
        return sets.stream().map(it -> it.jointKey(group)).reduce(group.one(), group::multiply);
    }

    /** Whether the tellers with these numbers, counted from 1, are enough. */
    public boolean suffice(Set<Integer> numbers) {
        var first = 1;
        for (var set : sets) {
            var begin = first;
            var end = first + set.keys().size();
            if (numbers.stream().filter(it -> it >= begin && it < end).count() < set.threshold()) {
                return false;
            }
            first = end;
        }
        return true;
    }

    public Check check() {
        var number = 1;
        for (var set : sets) {
            var check = set.check(group, number);
            if (!check.isValid()) {
                return check;
            }
            number += set.keys().size();
        }
        var seen = new HashSet<GroupElement>();
        var keys = new ArrayList<>(keys());
        for (var it = 0; it < keys.size(); it++) {
            if (!seen.add(keys.get(it).publicKey())) {
                return Check.invalid(Step.TRUSTEES, Reason.TRUSTEES_SAME_KEY, it + 1);
            }
        }
        return Check.valid();
    }
}
