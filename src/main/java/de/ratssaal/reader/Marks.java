package de.ratssaal.reader;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person finds on the documents of a meeting.
 *
 * @param cursor asks for what changes from now on
 * @param complete whether {@code own} are all of their own; otherwise only what changed since they asked
 * @param group everything that their group shares with them now
 * @param read versions they have read, as document and fingerprint with a slash between
 * @param places where they were reading
 * @param groupName short name of the group they may share with; none without one
 */
public record Marks(
        String cursor,
        boolean complete,
        List<Mark> own,
        List<Mark> group,
        List<String> read,
        List<Place> places,
        @Nullable String groupName) {

    public Marks {
        own = List.copyOf(own);
        group = List.copyOf(group);
        read = List.copyOf(read);
        places = List.copyOf(places);
    }

    /**
     * Where somebody was reading last.
     *
     * @param page counted from 1
     */
    public record Place(UUID document, int page, Instant at) {}
}
