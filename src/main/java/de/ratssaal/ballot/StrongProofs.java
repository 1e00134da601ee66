package de.ratssaal.ballot;

import java.util.List;

/**
 * Proofs of decryption that bind ciphertext, factor and place, published beside the record. The format's own proofs hash neither: a
 * teller can publish factors that nobody can use, with proofs that hold. It cannot steer the result that way, only prevent it.
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

    private static StrongProofs read(Node node, ElectionParameters election) {
        var strong = new StrongProofs(node.items(question -> question.items(it -> Proof.read(it, election.group()))));
        Shape.require(strong.proofs(), election);
        return strong;
    }

    public byte[] write() {
        return Json.items(proofs, question -> Json.items(question, Proof::json)).bytes();
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
                    return Check.invalid(Step.STRONG_PROOFS, "strong.proof", number, question + 1, place + 1);
                }
            }
        }
        return Check.VALID;
    }
}
