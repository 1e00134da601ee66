package de.ratssaal.amendment;

import java.time.Instant;
import java.util.List;

/**
 * An amendment as it was handed in or became later.
 *
 * @param number counted from 1 within the amendment
 * @param cause why there is another wording: SUBMITTED, CARRIED_OVER, TO_CHECK or REVISED
 * @param version of the paper that it changes
 * @param fingerprint of that version's proposal
 */
public record KeptWording(
        int number,
        String cause,
        int version,
        String fingerprint,
        List<Operation> operations,
        String writtenBy,
        Instant writtenAt) {

    public KeptWording {
        operations = List.copyOf(operations);
    }
}
