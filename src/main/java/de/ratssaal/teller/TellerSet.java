package de.ratssaal.teller;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * The tellers of an organization at one time.
 *
 * @param seats by index
 * @param threshold how many of them decrypt
 */
public record TellerSet(
        TellerSetId id, OrganizationId organization, List<TellerSeat> seats, int threshold, Instant namedAt) {

    /** Fewer cannot be of several sides and do without one who is missing. */
    public static final int FEWEST = 3;

    public static final int MOST = 5;

    public TellerSet {
        seats = List.copyOf(seats);
    }

    /** The majority, if nobody says otherwise. */
    public static int usualThreshold(int size) {
        return size / 2 + 1;
    }

    public int size() {
        return seats.size();
    }

    public boolean has(PersonId person) {
        return seats.stream().anyMatch(it -> it.person().equals(person));
    }
}
