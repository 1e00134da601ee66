package de.ratssaal.reader;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * How much of somebody's marks a device knows.
 *
 * @param sequence number of the last change
 * @param documents of the documents for which it asked: with others it has to ask for everything
 */
record Cursor(long sequence, String documents) {

    static String hash(Collection<UUID> documents) {
        return DigestUtils.md5DigestAsHex(documents.stream()
                .map(UUID::toString)
                .sorted()
                .collect(Collectors.joining(" "))
                .getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Cursor> read(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,18}-[0-9a-f]{32}")) {
            return Optional.empty();
        }
        var parts = text.split("-", 2);
        return Optional.of(new Cursor(Long.parseLong(parts[0]), parts[1]));
    }

    /** A database that was put back to an earlier state has a smaller number than devices know. */
    boolean continuesTo(Cursor now) {
        return documents.equals(now.documents) && sequence <= now.sequence;
    }

    @Override
    public String toString() {
        return sequence + "-" + documents;
    }
}
