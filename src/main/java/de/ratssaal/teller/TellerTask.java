package de.ratssaal.teller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a teller is asked for, as their page shows it.
 *
 * @param poll as the addresses of its endpoints name it
 * @param title what was voted on
 * @param organization name of the one in whose meeting it was
 * @param uuid of the election, as its record names it
 * @param ceremony whose shares decrypt it
 * @param minimum how many ballots the rules ask for; of fewer the teller's device decrypts no sum
 */
public record TellerTask(
        UUID poll,
        String title,
        String organization,
        String uuid,
        CeremonyId ceremony,
        Todo todo,
        @Nullable Integer minimum) {

    public enum Todo {
        /** Decrypt the sum. */
        DECRYPT,
        /** Verify the result in their own browser. */
        CONFIRM
    }
}
