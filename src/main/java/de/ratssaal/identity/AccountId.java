package de.ratssaal.identity;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an account with which somebody signs in. */
@Embeddable
public record AccountId(UUID value) implements Serializable {

    public static AccountId next() {
        return new AccountId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
