package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The public list of those who may vote, without names: public parts of their credentials, each with the weight of its vote.
 *
 * @param weights by public part, in the order of the list
 */
public record Credentials(Map<GroupElement, BigInteger> weights) {

    public Credentials {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** The list for these voters, sorted: the place in it tells nothing of whose credential it is. */
    public static byte[] write(Collection<GroupElement> publicKeys) {
        var sorted = publicKeys.stream().map(GroupElement::toString).sorted().toList();
        return Json.items(sorted, Json.Text::new).bytes();
    }

    /** @throws MalformedRecord if it is not exactly as prescribed or names a credential twice */
    public static Credentials read(byte[] content, Group group) {
        var weights = new LinkedHashMap<GroupElement, BigInteger>();
        for (var node : JsonReader.read(content).items()) {
            var parts = List.of(node.text().split(",", -1));
            if (parts.size() > 2) {
                throw node.wrong("more than a key and a weight");
            }
            try {
                var weight = parts.size() == 1 ? BigInteger.ONE : Decimal.parse(parts.getLast());
                if (weight.signum() == 0 || weight.bitLength() > 30) {
                    throw node.wrong("a weight that cannot be");
                }
                if (weights.put(group.parse(parts.getFirst()), weight) != null) {
                    throw node.wrong("a credential twice");
                }
            } catch (MalformedRecord e) {
                throw node.wrong(String.valueOf(e.getMessage()));
            }
        }
        return new Credentials(weights);
    }

    /** Whether the list is sorted as text, so that its order tells nothing. */
    public boolean isSorted() {
        var written = weights.keySet().stream().map(GroupElement::toString).toList();
        return written.equals(written.stream().sorted().toList());
    }

    /** Places in the list, from 1, whose votes do not count once like all others. */
    public List<Integer> weighted() {
        var all = List.copyOf(weights.values());
        return IntStream.rangeClosed(1, all.size())
                .filter(it -> !all.get(it - 1).equals(BigInteger.ONE))
                .boxed()
                .toList();
    }

    /** The weight of all votes together. */
    public BigInteger total() {
        return weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
