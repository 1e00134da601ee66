package de.ratssaal.urn;

import de.ratssaal.voting.PollId;
import java.util.UUID;

/**
 * What a teller is asked to do.
 *
 * @param uuid of the election
 * @param ceremony in which the key was made
 */
public record TallyTask(PollId poll, String title, String uuid, UUID ceremony, Todo todo) {

    public enum Todo {
        /** Decrypt the sum with one's share. */
        DECRYPT,
        /** Have one's browser verify the record with the result. */
        CONFIRM
    }
}
