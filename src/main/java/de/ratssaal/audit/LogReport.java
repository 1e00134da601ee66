package de.ratssaal.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of the whole log found.
 *
 * @param entries entries in the tree
 * @param heads signed heads that were checked, those from outside included
 * @param newest the newest head, if there is one
 * @param waiting entries that are written but not merged yet
 * @param late entries whose time lies long before an earlier head: from a long transaction, or written past the application
 * @param firstLate the first of those
 * @param findings what is wrong, the first wrong entry first; at most {@value #MOST}
 * @param wrong how many findings there are in all
 */
public record LogReport(
        long entries,
        long heads,
        @Nullable SignedHead newest,
        long waiting,
        long late,
        @Nullable Late firstLate,
        List<Finding> findings,
        long wrong) {

    /** More are counted but not kept. */
    static final int MOST = 1_000;

    public LogReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isWhole() {
        return wrong == 0;
    }

    /**
     * An entry with a time long before it was merged.
     *
     * @param entry its number
     * @param at the time it gives
     * @param after time of a head that was signed without it
     */
    public record Late(long entry, Instant at, Instant after) {}
}
