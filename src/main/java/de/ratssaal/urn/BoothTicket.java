package de.ratssaal.urn;

import java.util.UUID;

/** Under which a provided device votes for one member. Too random to be guessed, and known to this node alone. */
public record BoothTicket(UUID value) {

    static BoothTicket next() {
        return new BoothTicket(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
