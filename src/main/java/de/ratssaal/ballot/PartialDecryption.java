package de.ratssaal.ballot;

import java.util.ArrayList;
import java.util.List;

/**
 * What one teller adds to the decryption of the sum.
 *
 * @param factors by question and place
 * @param proofs of the format, that each factor was made with the teller's share; see {@link StrongProofs} for what they leave open
 */
public record PartialDecryption(List<List<GroupElement>> factors, List<List<Proof>> proofs) {

    public PartialDecryption {
        factors = factors.stream().map(List::copyOf).toList();
        proofs = proofs.stream().map(List::copyOf).toList();
    }

    /** A partial decryption with its strong proofs, which are published beside the record. */
    public record Proven(PartialDecryption decryption, StrongProofs strong) {}

    /** Decrypts with a share. Draws for each place the number of the format's proof, then that of the strong one. */
    public static Proven make(ElectionParameters election, Tally tally, Secret share, Randomness randomness) {
        var proofs = new DecryptionProofs(election, share.publicKey(election.group()));
        var factors = new ArrayList<List<GroupElement>>();
        var weak = new ArrayList<List<Proof>>();
        var strong = new ArrayList<List<Proof>>();
        for (var question = 0; question < tally.sums().size(); question++) {
            var factorsHere = new ArrayList<GroupElement>();
            var weakHere = new ArrayList<Proof>();
            var strongHere = new ArrayList<Proof>();
            var sums = tally.sums().get(question);
            for (var place = 0; place < sums.size(); place++) {
                var sum = sums.get(place);
                var factor = election.group().power(sum.alpha(), share.value());
                factorsHere.add(factor);
                weakHere.add(proofs.prove(proofs.context(), sum, share, randomness));
                strongHere.add(
                        proofs.prove(proofs.strongContext(question, place, sum, factor), sum, share, randomness));
            }
            factors.add(factorsHere);
            weak.add(weakHere);
            strong.add(strongHere);
        }
        return new Proven(new PartialDecryption(factors, weak), new StrongProofs(strong));
    }

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static PartialDecryption read(byte[] content, ElectionParameters election) {
        var group = election.group();
        var fields = JsonReader.read(content).fields();
        var decryption = new PartialDecryption(
                fields.take("decryption_factors").items(question -> question.items(it -> it.element(group))),
                fields.take("decryption_proofs").items(question -> question.items(it -> Proof.read(it, group))));
        fields.end();
        Shape.require(decryption.factors(), election);
        Shape.require(decryption.proofs(), election);
        return decryption;
    }

    public byte[] write() {
        return Json.fields()
                .with("decryption_factors", Json.items(factors, question -> Json.items(question, Json::text)))
                .with("decryption_proofs", Json.items(proofs, question -> Json.items(question, Proof::json)))
                .bytes();
    }

    /**
     * Checks the proofs of the format.
     *
     * @param number of the teller, for the message
     */
    public Check check(ElectionParameters election, Tally tally, GroupElement publicKey, int number) {
        var proofs = new DecryptionProofs(election, publicKey);
        for (var question = 0; question < factors.size(); question++) {
            for (var place = 0; place < factors.get(question).size(); place++) {
                var factor = factors.get(question).get(place);
                if (!election.group().contains(factor)) {
                    return Check.invalid(Step.DECRYPTION, Reason.DECRYPTION_GROUP, number, question + 1, place + 1);
                }
                var sum = tally.sums().get(question).get(place);
                var proof = this.proofs.get(question).get(place);
                if (!proofs.holds(proofs.context(), sum, factor, proof)) {
                    return Check.invalid(Step.DECRYPTION, Reason.DECRYPTION_PROOF, number, question + 1, place + 1);
                }
            }
        }
        return Check.valid();
    }
}
