package de.ratssaal.message;

import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message, for those who wrote it and those who received it. What it says is told to nobody else, so it is in no text that
 * might be logged.
 *
 * @param from the member who wrote it; none if it was written at the desk
 * @param to the member to whom it was written; none if it is for the desk
 * @param account of whoever wrote it
 * @param writer name of whoever wrote it
 * @param words may be empty where the subject says it all
 * @param readAt when whoever received it said that they had read it
 */
public record Message(
        MessageId id,
        @Nullable PersonId from,
        @Nullable PersonId to,
        AccountId account,
        String writer,
        MessageSubject subject,
        String words,
        Instant writtenAt,
        @Nullable Instant readAt) {

    /** Whether chair and secretariat wrote it to each other. */
    public boolean isWithinDesk() {
        return from == null && to == null;
    }

    public boolean isRead() {
        return readAt != null;
    }

    @Override
    public String toString() {
        return "message " + id;
    }
}
