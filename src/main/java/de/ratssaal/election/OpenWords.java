package de.ratssaal.election;

import java.util.ArrayList;
import java.util.List;

/** What the record says of whether a round was open, and of those who objected. */
public final class OpenWords {

    private OpenWords() {}

    /** In sentences, for a round that was held or broken off. */
    public static List<Sentence> of(ElectionSummary election, RoundSummary round) {
        var said = new ArrayList<Sentence>();
        if (round.isObjected()) {
            said.add(Sentence.of("election.told.objected", round.objections()));
        } else if (round.askedAt() != null && round.objections() > 0) {
            said.add(Sentence.of("election.told.too-few-objected", round.objections()));
        } else if (round.askedAt() != null) {
            said.add(Sentence.of("election.told.nobody-objected"));
        }
        if (round.way() == RoundWay.HANDS) {
            said.add(Sentence.of("election.told.by-hands"));
        } else if (round.askedAt() != null || election.isObjected()) {
            said.add(Sentence.of("election.told.on-paper"));
        }
        return said;
    }
}
