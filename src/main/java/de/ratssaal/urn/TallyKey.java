package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The key under which ballots are encrypted, made by the tellers.
 *
 * @param ceremony in which it was made
 * @param trustees text of the record's list of tellers, byte by byte
 * @param threshold how many of the tellers are needed to decrypt
 */
record TallyKey(UUID ceremony, String trustees, int threshold, List<TallyTeller> tellers) {

    TallyKey {
        tellers = List.copyOf(tellers);
        if (threshold < 1 || threshold > tellers.size()) {
            throw new IllegalArgumentException("%d of %d tellers".formatted(threshold, tellers.size()));
        }
    }

    Optional<TallyTeller> teller(PersonId person) {
        return tellers.stream().filter(it -> it.person().equals(person)).findFirst();
    }

    String nameOf(int number) {
        return tellers.stream()
                .filter(it -> it.number() == number)
                .map(TallyTeller::name)
                .findFirst()
                .orElse("");
    }
}
