package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Which papers are looked for.
 *
 * @param text words of title, originator or text, or a number such as {@code 42/26}; empty for any
 * @param type none for any
 * @param state none for any
 * @param organization that prepares or deliberates it; none for any
 * @param after the last paper of the page before; none for the first page
 * @param limit how many at most
 */
public record PaperQuery(
        String text,
        @Nullable PaperType type,
        @Nullable PaperState state,
        @Nullable OrganizationId organization,
        @Nullable PaperSummary after,
        int limit) {

    private static final int MOST = 500;

    public PaperQuery {
        text = PlainText.line(text);
        limit = Math.clamp(limit, 1, MOST);
    }

    /** All papers, the latest first. */
    public static PaperQuery all(int limit) {
        return new PaperQuery("", null, null, null, null, limit);
    }

    public static PaperQuery of(String text, int limit) {
        return new PaperQuery(text, null, null, null, null, limit);
    }

    /** The page after one that ended with this paper. */
    public PaperQuery after(PaperSummary last) {
        return new PaperQuery(text, type, state, organization, last, limit);
    }
}
