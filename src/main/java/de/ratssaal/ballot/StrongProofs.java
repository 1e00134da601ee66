package de.ratssaal.ballot;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Proofs of decryption that bind ciphertext, factor and place, published beside the record. The format's own proofs hash neither: a
 * teller can publish factors that nobody can use, with proofs that hold; and one who fixes the commitments early can, together with the
 * last voter, shift the result as they like (Bernhard, Pereira, Warinschi 2012). A result is proven by these proofs only.
 *
 * @param proofs by question and place
 */
public record StrongProofs(List<List<Proof>> proofs) {

    public StrongProofs {
        proofs = proofs.stream().map(List::copyOf).toList();
    }

    /** @throws MalformedRecord if they are not exactly as prescribed */
    public static StrongProofs read(byte[] content, ElectionParameters election) {
        return read(JsonReader.read(content), election);
    }

    /**
     * Reads the file beside the record: {@code [{"owner":1,"proofs":[…]},…]}, in order of the tellers.
     *
     * @throws MalformedRecord if it is not exactly as prescribed
     */
    public static SortedMap<Integer, StrongProofs> readAll(byte[] content, ElectionParameters election) {
        var all = new TreeMap<Integer, StrongProofs>();
        for (var node : JsonReader.read(content).items()) {
            var fields = node.fields();
            var owner = fields.take("owner").small();
            if (!all.isEmpty() && owner <= all.lastKey()) {
                throw node.wrong("not in order of the tellers");
            }
            all.put(owner, read(fields.take("proofs"), election));
            fields.end();
        }
        return all;
    }

    public static byte[] writeAll(SortedMap<Integer, StrongProofs> all) {
        return Json.items(
                        all.entrySet(),
                        it -> Json.fields()
                                .with("owner", new Json.Whole(it.getKey()))
                                .with("proofs", it.getValue().json()))
                .bytes();
    }

    private static StrongProofs read(Node node, ElectionParameters election) {
        var strong = new StrongProofs(node.items(question -> question.items(it -> Proof.read(it, election.group()))));
        Shape.require(strong.proofs(), election);
        return strong;
    }

    public byte[] write() {
        return json().bytes();
    }

    private Json json() {
        return Json.items(proofs, question -> Json.items(question, Proof::json));
    }

    /** @param number of the teller, for the message */
    public Check check(
            ElectionParameters election,
            Tally tally,
            GroupElement publicKey,
            PartialDecryption decryption,
            int number) {
        var checked = new DecryptionProofs(election, publicKey);
        for (var question = 0; question < proofs.size(); question++) {
            for (var place = 0; place < proofs.get(question).size(); place++) {
                var sum = tally.sums().get(question).get(place);
                var factor = decryption.factors().get(question).get(place);
                var context = checked.strongContext(question, place, sum, factor);
                if (!election.group().contains(factor)
                        || !checked.holds(
                                context, sum, factor, proofs.get(question).get(place))) {
                    return Check.invalid(Step.STRONG_PROOFS, Reason.STRONG_PROOF, number, question + 1, place + 1);
                }
            }
        }
        return Check.valid();
    }
}
