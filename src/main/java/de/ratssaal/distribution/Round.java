package de.ratssaal.distribution;

import java.time.Instant;
import java.util.List;

/**
 * What the invited were told after the invitation.
 *
 * @param number counted in the meeting
 * @param note what the secretariat or the reason says; the name of the substitute if a member comes after all
 */
public record Round(int number, RoundKind kind, Instant sentAt, String note, List<Delivery> deliveries) {

    public Round {
        deliveries = List.copyOf(deliveries);
    }
}
