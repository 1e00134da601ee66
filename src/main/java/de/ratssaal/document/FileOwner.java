package de.ratssaal.document;

import java.io.Serializable;
import java.util.UUID;

/**
 * What a file belongs to, in whichever module that lives.
 *
 * @param kind of what sort it is, such as {@code paper}; one {@link FileAccess} answers for each kind
 * @param id its identifier within that kind
 */
public record FileOwner(String kind, UUID id) implements Serializable {

    public FileOwner {
        if (!kind.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("not a kind of owner: " + kind);
        }
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
