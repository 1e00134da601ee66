package de.ratssaal.search;

import de.ratssaal.identity.OrganizationId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param found how many hits there are
 * @param isMore whether there are more, which were not counted
 * @param hits those of the page asked for
 * @param suggestion another spelling with which something is found; none if something was, or nothing would be
 */
public record SearchAnswer(
        int found,
        boolean isMore,
        List<SearchHit> hits,
        Counts counts,
        @Nullable String suggestion) {

    /** Hits on a page. */
    public static final int PAGE = 20;

    static final SearchAnswer NOTHING = new SearchAnswer(0, false, List.of(), Counts.NONE, null);

    public SearchAnswer {
        hits = List.copyOf(hits);
    }

    /** How many of the hits that were counted are of which kind; the most frequent first, years the latest first. */
    public record Counts(
            Map<SearchKind, Integer> kinds,
            Map<OrganizationId, Integer> organizations,
            Map<Integer, Integer> years,
            Map<Boolean, Integer> publicity,
            Map<String, Integer> states) {

        static final Counts NONE = new Counts(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }
}
