package de.ratssaal.teller;

import java.util.UUID;

/**
 * What a teller is asked for, as their page shows it.
 *
 * @param poll as the addresses of its endpoints name it
 * @param title what was voted on
 * @param uuid of the election, as its record names it
 * @param ceremony whose shares decrypt it
 * @param minimum of ballots: the sum of fewer is not decrypted
 */
public record TellerTask(UUID poll, String title, String uuid, CeremonyId ceremony, Todo todo, int minimum) {

    public enum Todo {
        /** Decrypt the sum. */
        DECRYPT,
        /** Verify the result in their own browser. */
        CONFIRM
    }
}
