package de.ratssaal.conflict;

/**
 * Something that is near to a member. Nobody else may know of it, so it is in no text that might be logged.
 *
 * @param words as the member wrote it, such as {@code Gartenbau Wendt GmbH}
 */
public record Interest(InterestId id, InterestKind kind, String words) {

    @Override
    public String toString() {
        return "interest " + id;
    }
}
