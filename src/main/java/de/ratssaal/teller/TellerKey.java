package de.ratssaal.teller;

import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * The public part of a key that tellers made together.
 *
 * @param id of the ceremony in which it was made
 * @param trustees the file of trustees, byte by byte as every teller saw it
 * @param threshold how many of them decrypt
 * @param tellers who hold a share, by index
 */
public record TellerKey(CeremonyId id, String trustees, int threshold, List<TellerSeat> tellers) {

    public TellerKey {
        tellers = List.copyOf(tellers);
    }

    /** The seat of somebody, if they hold a share. */
    public Optional<TellerSeat> seatOf(PersonId person) {
        return tellers.stream().filter(it -> it.person().equals(person)).findFirst();
    }
}
