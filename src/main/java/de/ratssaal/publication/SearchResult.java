package de.ratssaal.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param found how many hits there are, counted up to {@value PublicRegister#MOST_RANKED}
 * @param hits the hits of this page, best first
 */
public record SearchResult(int found, List<Hit> hits) {

    static final SearchResult NOTHING = new SearchResult(0, List.of());

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** Whether there are more hits than are ranked and counted. */
    public boolean isCut() {
        return found >= PublicRegister.MOST_RANKED;
    }

    public record Hit(
            PublicKind kind,
            UUID id,
            List<Piece> title,
            List<Piece> excerpt,
            @Nullable Instant happensAt) {

        public Hit {
            title = List.copyOf(title);
            excerpt = List.copyOf(excerpt);
        }
    }

    /**
     * A piece of text.
     *
     * @param isHit whether it is what was searched for
     */
    public record Piece(String text, boolean isHit) {}
}
