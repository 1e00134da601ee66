package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sum of all ballots, still hidden: one ciphertext for each place of each question.
 *
 * @param sums by question and place
 */
public record Tally(List<List<Ciphertext>> sums) {

    public Tally {
        sums = sums.stream().map(List::copyOf).toList();
    }

    /** The sum of no ballots. */
    public static Tally empty(ElectionParameters election) {
        return new Tally(election.questions().stream()
                .map(it -> Collections.nCopies(it.slots(), Ciphertext.ofNothing(election.group())))
                .toList());
    }

    public Tally plus(EncryptedBallot ballot, BigInteger weight, Group group) {
        var total = new ArrayList<List<Ciphertext>>();
        for (var question = 0; question < sums.size(); question++) {
            var places = new ArrayList<Ciphertext>();
            var choices = ballot.answers().get(question).choices();
            for (var place = 0; place < choices.size(); place++) {
                places.add(sums.get(question).get(place).plus(choices.get(place).times(weight, group), group));
            }
            total.add(places);
        }
        return new Tally(total);
    }

    /** Adds the sums of two sets of ballots. */
    public Tally plus(Tally other, Group group) {
        var total = new ArrayList<List<Ciphertext>>();
        for (var question = 0; question < sums.size(); question++) {
            var places = new ArrayList<Ciphertext>();
            for (var place = 0; place < sums.get(question).size(); place++) {
                places.add(sums.get(question)
                        .get(place)
                        .plus(other.sums().get(question).get(place), group));
            }
            total.add(places);
        }
        return new Tally(total);
    }

    /** @throws MalformedRecord if it is not exactly as prescribed */
    public static Tally read(byte[] content, ElectionParameters election) {
        var tally = new Tally(JsonReader.read(content)
                .items(question -> question.items(it -> Ciphertext.read(it, election.group()))));
        Shape.require(tally.sums(), election);
        return tally;
    }

    public byte[] write() {
        return Json.items(sums, question -> Json.items(question, Ciphertext::json))
                .bytes();
    }
}
