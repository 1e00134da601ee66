package de.ratssaal.election;

import java.util.List;

/**
 * A step of an election in one sentence, as it is shown and goes into the record.
 *
 * @param key key of the sentence
 * @param values what its placeholders stand for: numbers and names
 */
public record Sentence(String key, List<Object> values) {

    public Sentence {
        values = List.copyOf(values);
    }

    private static final String OF_BALLOTS = "election.told.needed-valid";

    /** Where hands were raised nobody speaks of ballots. */
    Sentence ofHands() {
        return key.equals(OF_BALLOTS) ? new Sentence("election.told.needed-hands", values) : this;
    }

    static Sentence of(String key, Object... values) {
        return new Sentence(key, List.of(values));
    }
}
