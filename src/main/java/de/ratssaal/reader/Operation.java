package de.ratssaal.reader;

import de.ratssaal.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a person does while reading. The device that sends it makes its identifier, and may send it again. */
public sealed interface Operation {

    /** Which one it is. */
    UUID id();

    /** Puts a highlight or a note on a page. */
    record Put(
            UUID id,
            UUID mark,
            UUID document,
            String fingerprint,
            int page,
            MarkKind kind,
            @Nullable MarkColour colour,
            List<List<Double>> places,
            String quote)
            implements Operation {

        private static final int MOST_PLACES = 300;
        private static final int LONGEST_QUOTE = 2_000;

        public Put {
            require(isFingerprint(fingerprint)
                    && isPage(page)
                    && (kind == MarkKind.HIGHLIGHT) == (colour != null)
                    && !places.isEmpty()
                    && places.size() <= MOST_PLACES
                    && places.stream()
                            .allMatch(it -> it != null
                                    && it.size() == 4
                                    && it.stream().allMatch(number -> number != null && Double.isFinite(number)))
                    && quote.length() <= LONGEST_QUOTE);
            places = places.stream().map(List::copyOf).toList();
            quote = storable(quote);
        }
    }

    /** Gives a highlight another colour. */
    record Paint(UUID id, UUID mark, MarkColour colour) implements Operation {}

    /**
     * Writes a text on a mark.
     *
     * @param text an empty one only takes others away
     * @param replaces the texts that its writer saw, and that it takes the place of
     */
    record Write(UUID id, UUID mark, String text, List<UUID> replaces) implements Operation {

        private static final int LONGEST = 10_000;

        public Write {
            require(text.length() <= LONGEST && isWhole(replaces));
            replaces = List.copyOf(replaces);
            text = storable(text);
        }
    }

    /**
     * Begins or ends sharing.
     *
     * @param seen version of the mark that its sender saw
     */
    record Share(UUID id, UUID mark, boolean shared, long seen) implements Operation {}

    /**
     * Takes a mark away.
     *
     * @param replaces the texts that its sender saw
     */
    record Delete(UUID id, UUID mark, List<UUID> replaces) implements Operation {

        public Delete {
            require(isWhole(replaces));
            replaces = List.copyOf(replaces);
        }
    }

    /** Says that a version of a document was read, or is to be read again. */
    record Read(UUID id, UUID document, String fingerprint, boolean read) implements Operation {

        public Read {
            require(isFingerprint(fingerprint));
        }
    }

    /** Says where somebody is reading. */
    record Reach(UUID id, UUID document, int page) implements Operation {

        public Reach {
            require(isPage(page));
        }
    }

    private static boolean isFingerprint(String text) {
        return text.matches("[0-9a-f]{64}");
    }

    private static boolean isPage(int number) {
        return number >= 1 && number <= 100_000;
    }

    private static boolean isWhole(List<?> list) {
        return list.stream().allMatch(Objects::nonNull);
    }

    /** The database takes no zero characters, which PDFs hold, nor halves of pairs. */
    private static String storable(String text) {
        return new String(text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void require(boolean isSound) {
        if (!isSound) {
            throw new Refusal("reader.refused.malformed");
        }
    }
}
