package de.ratssaal.election;

import de.ratssaal.rules.ElectionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a round of an election of persons brought (R10).
 *
 * @param elected who is elected by their votes, those with more votes first
 * @param next what follows
 * @param takingPart who is sure to take part in the next round, those with more votes first
 * @param openSeats seats that are not taken yet, those for which a lot is drawn included
 * @param lot whose votes are equal where it matters; none if no lot is needed
 * @param explained each step in a sentence
 */
public record RoundOutcome(
        List<CandidateId> elected,
        Next next,
        List<CandidateId> takingPart,
        int openSeats,
        @Nullable NeededLot lot,
        List<Sentence> explained) {

    /** What follows a round. */
    public enum Next {
        /** All seats are taken. */
        DONE,
        /** A run-off between those with the most votes. */
        RUN_OFF,
        /** A lot decides who is elected. */
        LOT_FOR_SEATS,
        /** A lot decides who takes part in the run-off. */
        LOT_FOR_RUN_OFF,
        /** The same candidates stand again: the rules know no lot. */
        AGAIN,
        /** Nobody can be elected any more; candidates are named anew. */
        FAILED
    }

    /**
     * @param among whose votes are equal
     * @param places how many of them are drawn
     */
    public record NeededLot(List<CandidateId> among, int places) {

        public NeededLot {
            among = List.copyOf(among);
        }
    }

    public RoundOutcome {
        elected = List.copyOf(elected);
        takingPart = List.copyOf(takingPart);
        explained = List.copyOf(explained);
    }

    /**
     * The first round: elected is who exceeds the share that the rules ask for.
     *
     * @param seats how many are elected
     * @param present members present and entitled to vote
     * @param names names of the candidates, for the sentences
     */
    public static RoundOutcome ofFirst(
            ElectionRule rule, int seats, CountSheet sheet, int present, Map<CandidateId, String> names) {
        var base = rule.ofValidVotes() ? sheet.validBallots() : present;
        var needed = rule.needed().leastExceeding(base);
        var said = new ArrayList<Sentence>();
        said.add(Sentence.of(
                rule.ofValidVotes() ? "election.told.needed-valid" : "election.told.needed-present",
                rule.needed().toString(),
                base,
                needed));
        var enough =
                ranked(sheet).stream().filter(it -> sheet.votesOf(it) >= needed).toList();
        var taken = Taken.of(enough, seats, sheet);
        told(said, taken.sure(), "election.told.elected", sheet, names);
        var open = seats - taken.sure().size();
        if (open == 0) {
            return new RoundOutcome(taken.sure(), Next.DONE, List.of(), 0, null, said);
        }
        if (!taken.equal().isEmpty()) {
            return tie(rule, taken, open, sheet, names, said);
        }
        var left =
                ranked(sheet).stream().filter(it -> !taken.sure().contains(it)).toList();
        // a run-off with nobody to choose from would elect whoever is left
        if (left.size() <= open && sheet.votes().size() <= seats) {
            said.add(Sentence.of("election.told.failed", open));
            return new RoundOutcome(taken.sure(), Next.FAILED, List.of(), open, null, said);
        }
        return runOff(rule, taken.sure(), left, open, sheet, names, said);
    }

    /** The run-off: more valid votes win, however many they are. */
    public static RoundOutcome ofRunOff(
            ElectionRule rule, int seats, CountSheet sheet, Map<CandidateId, String> names) {
        var said = new ArrayList<Sentence>();
        said.add(Sentence.of("election.told.run-off-rule"));
        var taken = Taken.of(ranked(sheet), seats, sheet);
        told(said, taken.sure(), "election.told.elected", sheet, names);
        var open = seats - taken.sure().size();
        return open == 0
                ? new RoundOutcome(taken.sure(), Next.DONE, List.of(), 0, null, said)
                : tie(rule, taken, open, sheet, names, said);
    }

    private static RoundOutcome runOff(
            ElectionRule rule,
            List<CandidateId> elected,
            List<CandidateId> left,
            int open,
            CountSheet sheet,
            Map<CandidateId, String> names,
            List<Sentence> said) {
        var places = Math.min(rule.runOffCandidates() * open, left.size());
        var taking = Taken.of(left, places, sheet);
        if (taking.equal().isEmpty()) {
            said.add(Sentence.of("election.told.run-off", open, named(taking.sure(), names)));
            return new RoundOutcome(elected, Next.RUN_OFF, taking.sure(), open, null, said);
        }
        var missing = places - taking.sure().size();
        if (rule.equalsTakePart() || !rule.lotOnTie()) {
            var all = new ArrayList<>(taking.sure());
            all.addAll(taking.equal());
            said.add(Sentence.of("election.told.run-off", open, named(all, names)));
            return new RoundOutcome(elected, Next.RUN_OFF, all, open, null, said);
        }
        if (!taking.sure().isEmpty()) {
            said.add(Sentence.of("election.told.run-off", open, named(taking.sure(), names)));
        }
        said.add(Sentence.of("election.told.lot-run-off", named(taking.equal(), names), votes(taking, sheet), missing));
        return new RoundOutcome(
                elected, Next.LOT_FOR_RUN_OFF, taking.sure(), open, new NeededLot(taking.equal(), missing), said);
    }

    private static RoundOutcome tie(
            ElectionRule rule,
            Taken taken,
            int open,
            CountSheet sheet,
            Map<CandidateId, String> names,
            List<Sentence> said) {
        var equal = taken.equal();
        if (!rule.lotOnTie()) {
            said.add(Sentence.of("election.told.again", named(equal, names), votes(taken, sheet)));
            return new RoundOutcome(taken.sure(), Next.AGAIN, equal, open, null, said);
        }
        said.add(Sentence.of("election.told.lot-seats", named(equal, names), votes(taken, sheet), open));
        return new RoundOutcome(taken.sure(), Next.LOT_FOR_SEATS, List.of(), open, new NeededLot(equal, open), said);
    }

    private static int votes(Taken taken, CountSheet sheet) {
        return sheet.votesOf(taken.equal().getFirst());
    }

    /** More votes first; who has equally many stands as on the ballot, which decides nothing. */
    private static List<CandidateId> ranked(CountSheet sheet) {
        return sheet.votes().keySet().stream()
                .sorted(Comparator.comparing(sheet::votesOf).reversed())
                .toList();
    }

    static String named(List<CandidateId> who, Map<CandidateId, String> names) {
        return String.join(", ", who.stream().map(names::get).toList());
    }

    private static void told(
            List<Sentence> said, List<CandidateId> who, String key, CountSheet sheet, Map<CandidateId, String> names) {
        who.forEach(it -> said.add(Sentence.of(key, String.valueOf(names.get(it)), sheet.votesOf(it))));
    }

    /**
     * The best of some for a number of places.
     *
     * @param equal whose votes are equal at the last place, if not all of them fit
     */
    private record Taken(List<CandidateId> sure, List<CandidateId> equal) {

        static Taken of(List<CandidateId> ranked, int places, CountSheet sheet) {
            if (ranked.size() <= places) {
                return new Taken(ranked, List.of());
            }
            var last = sheet.votesOf(ranked.get(places - 1));
            if (sheet.votesOf(ranked.get(places)) < last) {
                return new Taken(ranked.subList(0, places), List.of());
            }
            return new Taken(
                    ranked.stream().filter(it -> sheet.votesOf(it) > last).toList(),
                    ranked.stream().filter(it -> sheet.votesOf(it) == last).toList());
        }
    }
}
