package de.ratssaal.publication;

import de.ratssaal.search.Marked;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param found how many hits there are, as far as they were counted
 * @param isCut whether there are more than are ranked and counted
 * @param hits the hits of this page, best first
 */
public record SearchResult(int found, boolean isCut, List<Hit> hits) {

    static final SearchResult NOTHING = new SearchResult(0, false, List.of());

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /**
     * Something that was found.
     *
     * @param id of a page of a file: the file's
     * @param page of a file; none of anything else
     */
    public record Hit(
            PublicKind kind,
            UUID id,
            @Nullable Integer page,
            List<Marked> title,
            List<Marked> excerpt,
            @Nullable Instant happensAt) {

        public Hit {
            title = List.copyOf(title);
            excerpt = List.copyOf(excerpt);
        }
    }
}
