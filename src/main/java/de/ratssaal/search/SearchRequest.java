package de.ratssaal.search;

/**
 * A question with what hits are wanted, and which of them.
 *
 * @param page of the hits, counted from 1
 */
public record SearchRequest(String text, SearchFilter filter, Order order, int page) {

    /** How hits are sorted. */
    public enum Order {
        BEST,
        LATEST
    }

    public static SearchRequest of(String text) {
        return new SearchRequest(text, SearchFilter.NONE, Order.BEST, 1);
    }
}
