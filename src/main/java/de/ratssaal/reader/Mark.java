package de.ratssaal.reader;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A highlight or a note.
 *
 * @param document identifier of the file, or of the paper whose wording it is
 * @param fingerprint of the version on which it was made
 * @param page counted from 1
 * @param colour of a highlight
 * @param places rectangles on the page, each left, bottom, right, top in its own units
 * @param quote the words that are highlighted
 * @param texts one, or several that were written at the same time on two devices
 * @param version grows with every change
 * @param mine whether it is of whoever asks
 * @param author name of who made it
 * @param deleted whether only this trace is left
 */
public record Mark(
        UUID id,
        UUID document,
        String fingerprint,
        int page,
        MarkKind kind,
        @Nullable MarkColour colour,
        List<List<Double>> places,
        String quote,
        List<MarkText> texts,
        boolean shared,
        long version,
        boolean mine,
        String author,
        boolean deleted) {

    public Mark {
        places = places.stream().map(List::copyOf).toList();
        texts = List.copyOf(texts);
    }

    /** For who cannot read the version it was made on: what its author wrote stays, the document's words do not. */
    Mark withoutQuote() {
        return new Mark(
                id,
                document,
                fingerprint,
                page,
                kind,
                colour,
                places,
                "",
                texts,
                shared,
                version,
                mine,
                author,
                deleted);
    }
}
