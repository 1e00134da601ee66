package de.ratssaal.election;

import java.util.ArrayList;
import java.util.List;

/** What the record says of how a round was held: whether it was open, who objected, and how many took part. */
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
        } else if (round.way() == RoundWay.DEVICE) {
            said.add(Sentence.of("election.told.by-device"));
        } else if (round.askedAt() != null || election.isObjected()) {
            said.add(Sentence.of("election.told.on-paper"));
        }
        return said;
    }

    /** How many were there, took part and cast a ballot or raised a hand. */
    public static Sentence sums(RoundSummary round, CountSheet sheet) {
        return switch (round.way()) {
            case PAPER -> Sentence.of("election.round.sums", round.entitled(), round.handedOut(), sheet.inUrn());
            case HANDS -> Sentence.of("election.round.sums-hands", round.entitled(), sheet.inUrn());
            case DEVICE ->
                Sentence.of("election.round.sums-device", round.entitled(), round.handedOut(), sheet.inUrn());
        };
    }
}
