package de.ratssaal.teller;

import de.ratssaal.base.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * A proposal for a set of tellers. What would let one side alone see votes is refused or said.
 *
 * @param threshold how many of them decrypt
 */
public record Nomination(List<Nominee> tellers, int threshold) {

    /** What whoever names them should know; nothing of it stops them. */
    public enum Hint {
        /** Tellers of one side alone are enough to decrypt. */
        ONE_SIDE_DECRYPTS,
        /** Two are of the same side. */
        SAME_SIDE,
        /** Nobody is of the administration. */
        NO_ADMINISTRATION,
        /** Nobody may be missing when a result is decrypted. */
        ALL_ARE_NEEDED;

        /** Key of the sentence that says it. */
        public String key() {
            return "teller.hint." + this;
        }
    }

    public Nomination {
        tellers = List.copyOf(tellers);
    }

    /** @throws Refusal if these cannot be tellers together */
    public void require() {
        if (tellers.size() < TellerSet.FEWEST || tellers.size() > TellerSet.MOST) {
            throw new Refusal("teller.naming.number", TellerSet.FEWEST, TellerSet.MOST);
        }
        if (tellers.stream().map(Nominee::person).distinct().count() < tellers.size()) {
            throw new Refusal("teller.naming.twice");
        }
        if (threshold < 2 || threshold > tellers.size()) {
            throw new Refusal("teller.naming.threshold", tellers.size());
        }
        tellers.stream().filter(it -> !it.hasAccount()).findFirst().ifPresent(it -> {
            throw new Refusal("teller.naming.no-account", it.name());
        });
        if (largestSide() == tellers.size()) {
            throw new Refusal("teller.naming.one-side");
        }
    }

    public List<Hint> hints() {
        var hints = new ArrayList<Hint>();
        var largest = largestSide();
        if (largest >= threshold && largest > 1) {
            hints.add(Hint.ONE_SIDE_DECRYPTS);
        } else if (largest > 1) {
            hints.add(Hint.SAME_SIDE);
        }
        if (tellers.stream().noneMatch(Nominee::isOfAdministration)) {
            hints.add(Hint.NO_ADMINISTRATION);
        }
        if (!tellers.isEmpty() && threshold == tellers.size()) {
            hints.add(Hint.ALL_ARE_NEEDED);
        }
        return List.copyOf(hints);
    }

    private int largestSide() {
        return tellers.stream()
                .mapToInt(it -> (int) tellers.stream().filter(it::standsWith).count())
                .max()
                .orElse(0);
    }
}
